"""The phases of the stride, or the parts of a repetition, with the muscles at work and where it is now."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from unknot.domain.movement import Span
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme

STEPS = 1000  # values of the slider in a cycle
FRAME = 25  # of them: one frame of the picture
EDGE = 16  # px left and right of the spans


class PhaseStrip(QSlider):
    """A slider over one cycle. `scrubbed` tells the phase 0..1 the user moved it to."""

    scrubbed = Signal(float)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._scale = theme, PlayerScale(theme, 1.0)
        self._spans: tuple[Span, ...] = ()
        self._bars: tuple[Span, ...] = ()
        self.setRange(0, STEPS)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet("QSlider { min-height: 0; min-width: 0; }")  # its size follows the window
        theme.changed.connect(self.update)

    @property
    def phase(self) -> float:
        """Where it stands, 0..1."""
        return self.value() / STEPS

    def show_spans(self, spans: tuple[Span, ...], bars: tuple[Span, ...]) -> None:
        """Other phases and bars."""
        if (spans, bars) != (self._spans, self._bars):
            self._spans, self._bars = spans, bars
            self.update()

    def show_phase(self, phase: float) -> None:
        """Stand at a phase; a screen reader hears the part, not each step."""
        value = round(phase % 1.0 * STEPS)
        if value == self.value():
            return
        part = self.part(phase)
        if part != self.accessibleDescription():
            self.setAccessibleDescription(part)
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)
        self.update()

    def part(self, phase: float) -> str:
        """The name of the phase that is on."""
        return next((span.name for span in self._spans if span.holds(phase)), "")

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        self.update()

    def sizeHint(self) -> QSize:
        """As in the drawing."""
        return QSize(self._scale.px(704), self._scale.px(110))

    # ------------------------------------------------------------- the user
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by a frame, Home and End to the ends; the rest is the player's."""
        moves = {
            Qt.Key.Key_Left: self.value() - FRAME,
            Qt.Key.Key_Right: self.value() + FRAME,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: STEPS,
        }
        target = moves.get(Qt.Key(event.key()))
        if target is None:
            event.ignore()
            return
        self._scrub(min(max(target, 0), STEPS) / STEPS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to where it was pressed."""
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the finger."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing more to do."""
        event.accept()

    def _follow(self, event: QMouseEvent) -> None:
        left, wide = self._lane()
        self._scrub(min(max((event.position().x() - left) / wide, 0.0), 1.0))
        event.accept()

    def _scrub(self, phase: float) -> None:
        self.show_phase(min(phase, 1.0 - 1 / STEPS))
        self.scrubbed.emit(self.phase)

    # ------------------------------------------------------------- drawing
    def _lane(self) -> tuple[float, float]:
        edge = self._scale.px(EDGE)
        return edge, self.width() - 2 * edge

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, phases, bars, and the handle on its line."""
        painter, color, px = QPainter(self), self._theme.color, self._scale.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(14), px(14))
        font, strong = self._scale.plain(13, 500), self._scale.plain(13, 600)
        high = self.height()
        for span in self._spans:
            box = self._box(span, high * 0.11, high * 0.24)
            now = span.holds(self.phase)
            painter.setPen(QPen(color("primary" if now else "border"), 1.4 if now else 1))
            painter.setBrush(color("primaryTint" if now else "sunken"))
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(color("ink" if now else "ink2"))
            _fitted_text(painter, box, span.name, strong if now else font, Qt.AlignmentFlag.AlignCenter)
        for bar in self._bars:
            box = self._box(bar, high * (0.375 + 0.18 * bar.line), high * 0.155)
            on = bar.holds(self.phase)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent" if on else "accentTint"))
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(color("onAccent" if on else "ink"))
            inner = box.adjusted(px(7), 0, -2, 0)
            left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            _fitted_text(painter, inner, bar.name, strong if bar.main else font, left)
        self._paint_handle(painter)
        painter.end()

    def _paint_handle(self, painter: QPainter) -> None:
        color, px = self._theme.color, self._scale.px
        left, wide = self._lane()
        y = self.height() * 0.845
        painter.setPen(QPen(color("borderStrong"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, y), QPointF(left + wide, y))
        painter.setPen(QPen(color("ink"), 2))
        painter.setBrush(color("accent"))
        radius = max(8, px(10))
        x = min(max(left + wide * self.phase, radius + 2), self.width() - radius - 2)
        painter.drawEllipse(QPointF(x, y), radius, radius)

    def _box(self, span: Span, top: float, high: float) -> QRectF:
        left, wide = self._lane()
        return QRectF(left + wide * span.start + 1, top, wide * (span.end - span.start) - 2, high)


def _fitted_text(painter: QPainter, box: QRectF, text: str, font: QFont, flags: Qt.AlignmentFlag) -> None:
    """The text if it fits, or what comes before its comma, cut with dots if that is too long, too.

    A box too narrow for two letters stays empty.
    """
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) > box.width():
        text = text.partition(",")[0]
    if box.width() < metrics.horizontalAdvance("M…"):
        return
    painter.setFont(font)
    painter.drawText(box, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
