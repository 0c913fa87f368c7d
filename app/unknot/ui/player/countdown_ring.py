"""The countdown ring: time left in the step, the breathing disc, and one big pause button."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from unknot.ui.player.big_button import PlayerButton
from unknot.ui.theme import Theme

DIAMETER = 600
TRACK = 32
GUIDE = 248
DISC_SMALL, DISC_LARGE = 184, 246
DISC_STILL = 215
PULSE_MS = 160
PULSE_EXTRA = 14  # px thicker while a tone sounds
_NOTCH = 120  # of a wheel, in Qt's eighths of a degree


class CountdownRing(PlayerButton):
    """A round button that empties clockwise while the step runs.

    `show_time` sets the fraction left and the words; `show_breath` the disc, 0 small to 1 large;
    `pulse` thickens the ring for a moment with each tone. Measures are those of a ring 600 wide and
    shrink with the widget. `turned` tells by how many notches the wheel was turned over it, up is 1.
    """

    turned = Signal(int)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent)
        self._left, self._number, self._word = 1.0, "", ""
        self._breath: float | None = None
        self._counts = True
        self._wound = 0  # of a notch
        self._pulse = QTimer(self)
        self._pulse.setSingleShot(True)
        self._pulse.setInterval(PULSE_MS)
        self._pulse.timeout.connect(self.update)

    def sizeHint(self) -> QSize:
        """600 by 600 in the drawing."""
        return QSize(self._scale.px(DIAMETER), self._scale.px(DIAMETER))

    def show_time(self, left: float, number: str, word: str, *, counts: bool = True) -> None:
        """Fraction left 0..1, the big number, the word below it; `counts` False: it waits for you."""
        self._left, self._number, self._word, self._counts = left, number, word, counts
        self.update()

    def show_breath(self, fullness: float | None) -> None:
        """How full the breath is, 0 to 1; None keeps the disc still."""
        self._breath = fullness
        self.update()

    def pulse(self) -> None:
        """Answer a tone with a short thickening, for those who cannot hear it."""
        self._pulse.start()
        self.update()

    def hitButton(self, pos: object) -> bool:
        """Only the round area is the button."""
        point = QPointF(pos) if not isinstance(pos, QPointF) else pos  # type: ignore[call-overload]  # QPoint
        away = point - QRectF(self.rect()).center()
        return bool(away.x() ** 2 + away.y() ** 2 <= (self._size() / 2) ** 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whole notches, also from a touchpad's small steps."""
        self._wound += event.angleDelta().y()
        notches = int(self._wound / _NOTCH)
        if notches:
            self._wound -= notches * _NOTCH
            self.turned.emit(notches)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc, guide circle, track, what is left, number and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self._size() / DIAMETER
        centre = QRectF(self.rect()).center()
        self._paint_disc(painter, centre, unit)
        self._paint_ring(painter, centre, unit)
        self._paint_words(painter, centre, unit)
        painter.end()

    def _size(self) -> int:
        return min(self.width(), self.height())

    def _paint_disc(self, painter: QPainter, centre: QPointF, unit: float) -> None:
        color = self._theme.color
        radius = float(DISC_STILL)
        if self._breath is not None and not self._theme.reduced_motion:
            eased = QEasingCurve(QEasingCurve.Type.InOutSine).valueForProgress(self._breath)
            radius = DISC_SMALL + (DISC_LARGE - DISC_SMALL) * eased
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("primaryTint"))
        painter.drawEllipse(centre, radius * unit, radius * unit)
        dots = QPen(color("ink3"), max(1.5, 2 * unit))
        dots.setCapStyle(Qt.PenCapStyle.RoundCap)
        dots.setDashPattern([0.01, 4.2])
        painter.setPen(dots)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, GUIDE * unit, GUIDE * unit)
        if self._breath is not None and self._theme.reduced_motion:
            self._paint_breath_bar(painter, centre, unit)

    def _paint_breath_bar(self, painter: QPainter, centre: QPointF, unit: float) -> None:
        """With reduced motion a bar fills instead of a growing disc."""
        bar = QRectF(centre.x() - 120 * unit, centre.y() + 158 * unit, 240 * unit, 12 * unit)
        painter.setPen(QPen(self._theme.color("primary"), max(1.0, 2 * unit)))
        painter.drawRoundedRect(bar, 5 * unit, 5 * unit)
        bar.setWidth(bar.width() * (self._breath or 0.0))
        painter.fillRect(bar, self._theme.color("primary"))

    def _paint_ring(self, painter: QPainter, centre: QPointF, unit: float) -> None:
        theme = self._theme
        width = TRACK + (PULSE_EXTRA if self._pulse.isActive() else 0)
        radius = (DIAMETER - width) / 2 * unit
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        pen = QPen(theme.color("raised" if theme.is_dark else "sunken"), width * unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if self._counts and self._left > 0:
            pen.setColor(theme.color("primary"))
            painter.setPen(pen)
            span = round(self._left * 360 * 16)
            painter.drawArc(box, 90 * 16, span)

    def _paint_words(self, painter: QPainter, centre: QPointF, unit: float) -> None:
        font = self._theme.font("count", unit)
        room = 2 * GUIDE * unit * 0.9
        wide = QFontMetrics(font).horizontalAdvance(self._number)
        if wide > room:  # "12:00"
            font.setPixelSize(int(font.pixelSize() * room / wide))
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        middle = Qt.AlignmentFlag.AlignCenter
        lift = -16 * unit if self._word else 0.0
        number = QRectF(0, centre.y() - 150 * unit + lift, self.width(), 300 * unit)
        painter.drawText(number, middle, self._number)
        small = self._theme.font("breath", unit)
        painter.setFont(small)
        painter.setPen(self._theme.color("primary"))
        painter.drawText(QRectF(0, centre.y() + 72 * unit, self.width(), 80 * unit), middle, self._word)
