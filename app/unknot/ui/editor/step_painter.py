"""Draws a row of the editor: the group's name over its first step, number, cue, kind and seconds."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from unknot.ui.body_map.margin_labels import wrap
from unknot.ui.editor.step_rows import ROW_ROLE, StepRow
from unknot.ui.theme import Theme

ROW, HEADING, NUMBER, SECONDS, BAR, AIR = 60, 40, 34, 68, 4, 12  # px
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StepPainter(QStyledItemDelegate):
    """Rows grow with the text; long cues go on in a second line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """60 px, more under a heading and for a cue of several lines."""
        row: StepRow = index.data(ROW_ROLE)
        widget: QWidget = option.widget
        viewport = getattr(widget, "viewport", None)
        width = int(viewport().width() if viewport else widget.width())
        theme = self._theme
        lines = len(self._lines(row, width))
        words = lines * theme.line_height("label") + theme.line_height("small") + theme.px(16)
        return QSize(width, max(theme.px(ROW), words) + self._over(row))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One step."""
        row: StepRow = index.data(ROW_ROLE)
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        if row.heading:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("ink2"))
            top = QRectF(whole.left() + px(2), whole.top() + px(8), whole.width(), px(HEADING - 8))
            painter.drawText(top, _LEFT, row.heading)
        box = whole.adjusted(0, self._over(row), 0, 0)
        self._paint_ground(painter, box, option)
        self._paint_words(painter, box, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        color, px = self._theme.color, self._theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        held = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        inner = box.adjusted(1, 2, -1, -2)
        if chosen:
            painter.setPen(QPen(color("focus" if held else "primary"), 2 if held else 1))
            painter.setBrush(color("primaryTint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(color("borderStrong"), 1))
            painter.setBrush(color("hoverFill"))
        else:
            painter.setPen(QPen(color("border"), 1))
            painter.setBrush(color("raised"))
        painter.drawRoundedRect(inner, px(10), px(10))

    def _paint_words(self, painter: QPainter, box: QRectF, row: StepRow) -> None:
        theme, px = self._theme, self._theme.px
        if row.works:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("primary"))
            bar = QRectF(box.left() + px(8), box.top() + px(14), px(BAR), box.height() - px(28))
            painter.drawRoundedRect(bar, px(2), px(2))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink2"))
        at = QRectF(box.left() + px(AIR), box.top(), px(NUMBER - 4), box.height())
        painter.drawText(at, _RIGHT, str(row.number))
        lines = self._lines(row, int(box.width()))
        line, small = theme.line_height("label"), theme.line_height("small")
        top = box.center().y() - (len(lines) * line + small) / 2
        left = box.left() + px(AIR + NUMBER + AIR)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("ink"))
        for number, words in enumerate(lines):
            painter.drawText(QRectF(left, top + number * line, box.width(), line), _LEFT, words)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink2"))
        painter.drawText(QRectF(left, top + len(lines) * line, box.width(), small), _LEFT, row.under)
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("ink2" if row.is_fixed else "ink"))
        painter.drawText(box.adjusted(0, 0, -px(AIR + 2), 0), _RIGHT, row.seconds)

    def _over(self, row: StepRow) -> int:
        return max(self._theme.px(HEADING), self._theme.line_height("label")) if row.heading else 0

    def _lines(self, row: StepRow, width: int) -> tuple[str, ...]:
        px, font = self._theme.px, self._theme.font("label")
        beside = max(px(SECONDS), QFontMetricsF(font).horizontalAdvance(row.seconds) + px(2 * AIR))
        room = width - px(AIR + NUMBER + AIR) - beside
        return wrap(row.title, font, max(px(60), int(room)))
