"""The pressure bar: how firm pressing may feel, and where it has to stop."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from unknot.ui.player.player_part import PlayerPart
from unknot.ui.theme import Theme

HIGHEST = 10
HEIGHT = 156  # words, bar and figures, at 1440 x 900


class PressureBar(PlayerPart):
    """The words "Pressure 4 or less" over a bar 0..10 that is hatched beyond the ceiling.

    Too small for `figures`, it leaves those below the bar away.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, figures: bool = True) -> None:
        super().__init__(theme, parent)
        self._ceiling, self._figures = 0, figures
        self._felt: int | None = None

    def show_felt(self, pain: int | None) -> None:
        """The pain that was noted last in this step; None: none yet."""
        if pain != self._felt:
            self._felt = pain
            self._name()
            self.update()

    def show_ceiling(self, ceiling: int) -> None:
        """The pressure, 0..10, that must not be passed."""
        if ceiling != self._ceiling:
            self._ceiling = ceiling
            self._name()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, the bar with its hatched part, the ceiling's tick, and three figures."""
        painter, px, color = self.begin(), self._scale.px, self._theme.color
        painter.setFont(self._scale.font("pressure"))
        painter.setPen(color("ink"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, self.width(), px(68)), left, self._words())
        bar = QRectF(px(1), px(87), self.width() - px(2), px(29))
        at = bar.left() + bar.width() * self._ceiling / HIGHEST
        self._paint_hatch(painter, QRectF(at, bar.top(), bar.right() - at, bar.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("primary"))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), at - bar.left(), bar.height()), px(5), px(5))
        tick = px(6)
        painter.fillRect(QRectF(at - tick / 2, bar.top() - px(6), tick, bar.height() + px(12)), color("ink"))
        if self._figures:
            self._paint_figures(painter, bar, at)
        if self._felt is not None:
            self._paint_felt(painter, bar, self._felt)
        painter.end()

    def _paint_felt(self, painter: QPainter, bar: QRectF, pain: int) -> None:
        """A disc in its tenderness colour on the bar, with the number."""
        radius = self._scale.px(26)
        middle = QPointF(bar.left() + bar.width() * pain / HIGHEST, bar.center().y())
        middle.setX(min(max(middle.x(), radius), self.width() - radius))
        fill, ink = self._theme.tender(pain)
        painter.setPen(QPen(self._theme.color("ink"), 2))
        painter.setBrush(fill)
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(ink)
        painter.setFont(self._scale.display(30, 700))
        area = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(pain))

    def _name(self) -> None:
        felt = "" if self._felt is None else self.tr("Felt now: {pain}.").format(pain=self._felt)
        self.setAccessibleName(self._words())
        self.setAccessibleDescription(f"{self.tr('Felt pressure, 0 to 10')}. {felt}".strip())

    def _words(self) -> str:
        return self.tr("Pressure {ceiling} or less").format(ceiling=self._ceiling)

    def _paint_hatch(self, painter: QPainter, area: QRectF) -> None:
        pain, step = self._theme.color("pain"), self._scale.px(14)
        painter.fillRect(area, self._theme.color("painTint"))
        painter.save()
        painter.setClipRect(area)
        painter.setPen(QPen(pain, max(2.0, step * 0.42)))
        x = area.left() - area.height()
        while x < area.right():
            painter.drawLine(QLineF(x, area.bottom(), x + area.height(), area.top()))
            x += step
        painter.restore()
        painter.setPen(QPen(pain, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)

    def _paint_figures(self, painter: QPainter, bar: QRectF, at: float) -> None:
        px = self._scale.px
        top, high = bar.bottom() + px(8), px(34)
        plain, bold = self._scale.display(28, 500), self._scale.display(28, 700)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._theme.color("ink2"))
        painter.setFont(plain)
        if self._ceiling > 0:
            painter.drawText(QRectF(0, top, px(60), high), middle | Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(
            QRectF(self.width() - px(60), top, px(60), high), middle | Qt.AlignmentFlag.AlignRight, "10"
        )
        painter.setFont(bold)
        painter.setPen(self._theme.color("ink"))
        centred = QRectF(at - px(30), top, px(60), high)
        painter.drawText(centred, Qt.AlignmentFlag.AlignCenter, str(self._ceiling))
