"""Draws one row of the list beside the map: disc, name, side and size, course, now and then."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from unknot.domain.knots import KnotKind, KnotStory
from unknot.ui.body_map.course import by_day
from unknot.ui.body_map.knot_rows import ROW_ROLE, Row
from unknot.ui.body_map.margin_labels import wrap
from unknot.ui.body_map.stage_mark import mark_of
from unknot.ui.theme import Theme
from unknot.ui.widgets.knot_mark import knot_reach, paint_mark

DISC = 50  # logical px for the mark
NOW = 46  # for the numbers
SPARK = 40  # for the course
ROW, TITLE = 76, 44
SPARK_FROM = 300  # narrower rows leave the course out


class KnotRowPainter(QStyledItemDelegate):
    """Rows grow with the text; nothing is cut but a name of more than three lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """76 px, more where the name needs three lines."""
        row: Row = index.data(ROW_ROLE)
        width = _width(option)
        if row.story is None:
            return QSize(width, self._theme.px(TITLE))
        theme = self._theme
        lines = self._lines(row.title, width)
        words = len(lines) * theme.line_height("label") + theme.line_height("small") + theme.px(14)
        return QSize(width, max(theme.px(ROW), words))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A title, or a knot."""
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if row.story is None:
            painter.setFont(self._theme.font("h3"))
            painter.setPen(self._theme.color("ink"))
            painter.drawText(
                box.adjusted(0, 0, 0, -self._theme.px(8)), Qt.AlignmentFlag.AlignBottom, row.title
            )
        else:
            self._paint_ground(painter, box, option)
            self._paint_knot(painter, box, row, row.story)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        state = option.state
        color, px = self._theme.color, self._theme.px
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(box.bottomLeft() - QPointF(0, 0.5), box.bottomRight() - QPointF(0, 0.5))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(QPen(color("primary"), 1))
            painter.setBrush(color("primaryTint"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hoverFill"))
        else:
            return
        painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -2.5), px(8), px(8))

    def _paint_knot(self, painter: QPainter, box: QRectF, row: Row, story: KnotStory) -> None:
        theme = self._theme
        px = theme.px
        mark, scale = mark_of(story), 1.0
        while knot_reach(theme, mark, scale=scale) > px(DISC) / 2 + 2 and scale > 0.3:
            scale *= 0.94
        paint_mark(
            painter, QPointF(box.left() + px(DISC) / 2 + 2, box.center().y()), theme, mark, scale=scale
        )
        lines = self._lines(row.title, int(box.width()))
        line, small = theme.line_height("label"), theme.line_height("small")
        top = box.center().y() - (len(lines) * line + small) / 2
        left = box.left() + px(DISC + 10)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("ink" if story.knot.is_open else "ink2"))
        for at, words in enumerate(lines):
            painter.drawText(
                QRectF(left, top + at * line, box.width(), line), Qt.AlignmentFlag.AlignVCenter, words
            )
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink2"))
        under = QRectF(left, top + len(lines) * line, box.width(), small)
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, row.under)
        self._paint_numbers(painter, box, story)
        if box.width() >= px(SPARK_FROM):
            right = box.right() - px(NOW + 12)
            self._paint_course(
                painter, QRectF(right - px(SPARK), box.center().y() - px(12), px(SPARK), px(24)), story
            )

    def _paint_numbers(self, painter: QPainter, box: QRectF, story: KnotStory) -> None:
        theme = self._theme
        right = box.right() - theme.px(4)
        now, then = theme.line_height("number"), theme.line_height("small")
        top = box.center().y() - (now + then) / 2
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("number"))
        painter.setPen(theme.color("ink"))
        painter.drawText(QRectF(box.left(), top, right - box.left(), now), side, str(story.latest.tenderness))
        if len(by_day(story)) > 1:
            words = QCoreApplication.translate("KnotRowPainter", "was {score}")
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("ink2"))
            row = QRectF(box.left(), top + now, right - box.left(), then)
            painter.drawText(row, side, words.format(score=story.first.tenderness))

    def _paint_course(self, painter: QPainter, box: QRectF, story: KnotStory) -> None:
        theme, values = self._theme, by_day(story)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        days = max(1, (values[-1].day - values[0].day).days)
        points = [
            QPointF(
                box.left() + (value.day - values[0].day).days / days * box.width()
                if len(values) > 1
                else box.right(),
                box.bottom() - value.tenderness / 10 * box.height(),
            )
            for value in values
        ]
        pen = QPen(theme.color("ink2"), 1.6)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if len(points) > 1:
            painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("pain"))
        radius = theme.px(4)
        if story.knot.kind is KnotKind.PAIN:
            diamond = [QPointF(0, -radius), QPointF(radius, 0), QPointF(0, radius), QPointF(-radius, 0)]
            painter.drawPolygon(QPolygonF([points[-1] + corner for corner in diamond]))
        else:
            painter.drawEllipse(points[-1], radius, radius)

    def _lines(self, title: str, width: int) -> tuple[str, ...]:
        px = self._theme.px
        used = DISC + 10 + NOW + (12 + SPARK + 12 if width >= px(SPARK_FROM) else 8)
        return wrap(title, self._theme.font("label"), max(px(80), width - px(used)))


def _width(option: QStyleOptionViewItem) -> int:
    widget: QWidget = option.widget
    viewport = getattr(widget, "viewport", None)
    return int(viewport().width() if viewport else widget.width())
