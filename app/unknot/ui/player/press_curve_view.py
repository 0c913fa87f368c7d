"""The pain while pressing, as a small picture for each step and as words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from unknot.domain.press_curve import PressCurve
from unknot.ui.player.player_part import PlayerPart
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme

HIGHEST = 10
_HIGH, _GAP, _NAME, _MARGIN = 220, 24, 36, 44  # px of the drawing


class PressCurveView(PlayerPart):
    """One picture a pressing step, side by side; `ceiling` is the pressure that was meant, None for none."""

    def __init__(
        self, curves: Sequence[PressCurve], ceiling: int | None, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._curves, self._ceiling = tuple(curves), ceiling
        self.setAccessibleName(self.tr("Pain while pressing"))
        self.setAccessibleDescription(" ".join(curve_words(curve) for curve in curves))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._scale.px(1100), self._scale.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Never flatter."""
        return QSize(self._scale.px(300), self._scale.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each step's frame, ceiling, line and dots."""
        painter, px = self.begin(), self._scale.px
        wide = (self.width() - px(_GAP) * (len(self._curves) - 1)) / max(1, len(self._curves))
        for number, curve in enumerate(self._curves):
            self._paint_one(painter, curve, QRectF(number * (wide + px(_GAP)), 0, wide, self.height()))
        painter.end()

    def _paint_one(self, painter: QPainter, curve: PressCurve, area: QRectF) -> None:
        px, color = self._scale.px, self._theme.color
        plot = area.adjusted(px(_MARGIN), px(_NAME + 18), -px(12), -px(16))
        painter.setFont(self._scale.display(24, 500))
        painter.setPen(color("ink2"))
        name = step_name(curve)
        painter.drawText(QRectF(area.left(), 0, area.width(), px(_NAME)), Qt.AlignmentFlag.AlignVCenter, name)
        for level in (0, 5, HIGHEST):
            y = _height(plot, level)
            painter.setPen(QPen(color("border"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(color("ink2"))
            figures = QRectF(area.left(), y - px(14), px(_MARGIN - 10), px(28))
            painter.drawText(figures, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(level))
        if self._ceiling is not None:
            dashed = QPen(color("pain"), max(1.5, px(2)), Qt.PenStyle.DashLine)
            painter.setPen(dashed)
            y = _height(plot, self._ceiling)
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        self._paint_points(painter, curve, plot)

    def _paint_points(self, painter: QPainter, curve: PressCurve, plot: QRectF) -> None:
        px, color = self._scale.px, self._theme.color
        inner = plot.adjusted(px(16), 0, -px(16), 0)
        spots = [
            QPointF(inner.left() + inner.width() * min(1.0, at / curve.seconds), _height(plot, pain))
            for at, pain in curve.points
        ]
        painter.setPen(QPen(color("ink2"), px(3)))
        painter.drawPolyline(QPolygonF(spots))
        painter.setFont(self._scale.display(20, 700))
        for spot, (_at, pain) in zip(spots, curve.points, strict=True):
            fill, ink = self._theme.tender(pain)
            painter.setPen(QPen(color("ink"), 1.5))
            painter.setBrush(fill)
            painter.drawEllipse(spot, px(15), px(15))
            painter.setPen(ink)
            disc = QRectF(spot.x() - px(15), spot.y() - px(15), px(30), px(30))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(pain))


def step_name(curve: PressCurve) -> str:
    """The leg and the length of the step."""
    length = QCoreApplication.translate("PressCurve", "{n} s").format(n=round(curve.seconds))
    if curve.side is None:
        return length
    return f"{side_word(curve.side)}, {length}"


def curve_words(curve: PressCurve) -> str:
    """One sentence on it."""
    translate = QCoreApplication.translate
    if not curve.is_course:
        return translate("PressCurve", "{step}: {pain} of 10.").format(
            step=step_name(curve), pain=curve.first
        )
    words = translate("PressCurve", "{step}: from {first} to {last} of 10 within {n} s.")
    seconds = max(1, round(curve.span_s))  # two keys in one second are not "within 0 s"
    return words.format(step=step_name(curve), first=curve.first, last=curve.last, n=seconds)


def _height(plot: QRectF, level: float) -> float:
    return plot.bottom() - plot.height() * level / HIGHEST
