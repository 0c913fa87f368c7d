"""The crosshair: a point on the legs that arrow keys move, to mark a spot without a pointer."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce

STEP, FINE = 8, 1  # logical px of one press, and of one with Ctrl
HALF = 24
GAP = 7
_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_PLACE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Crosshair(QWidget):
    """Lies on the stage while it has the keyboard. `moved` and `pressed` carry its point on the stage.

    It never takes the pointer. At the edge of the stage it stays, and `edge_pushed` says which way the
    legs should come.
    """

    moved = Signal(QPointF)
    pressed = Signal(QPointF)
    edge_pushed = Signal(QPointF)  # pixels
    left = Signal()

    def __init__(self, theme: Theme, stage: QWidget) -> None:
        super().__init__(stage)
        self._theme, self._stage = theme, stage
        self.point = QPointF()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a key brings it, not Tab
        self.setAccessibleName(self.tr("Crosshair"))
        self.hide()

    def start(self, point: QPointF) -> None:
        """Appear, where it was before or else at this point, and take the keyboard."""
        inside = not self.point.isNull() and self._stage.rect().contains(self.point.toPoint())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._go(self.point if inside else point)

    def tell_place(self, name: str) -> None:
        """The place that lies under it now; empty beside the legs."""
        where = name or self.tr("Beside the legs")
        words = self.tr("Crosshair. {place}").format(place=where)
        if words != self.accessibleName():
            self.setAccessibleName(words)
            announce(self, where)

    def event(self, event: QEvent) -> bool:
        """Its keys come before the page's shortcuts."""
        wants = isinstance(event, QKeyEvent) and event.key() in {*_WAYS, *_PLACE, Qt.Key.Key_Escape}
        if wants and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move it, Enter marks, Esc leaves."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._go(self.point + way * (FINE if fine else self._theme.px(STEP)))
        elif event.key() in _PLACE:
            self.pressed.emit(self.point)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It goes with the keyboard; where it was is kept."""
        super().focusOutEvent(event)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Four arms around the very point, ink on a pale line, to be seen on any picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = self.point - QPointF(self.pos())
        for token, width in (("raised", 5.0), ("ink", 2.0)):
            painter.setPen(QPen(self._theme.color(token), width))
            for way in _WAYS.values():
                painter.drawLine(center + way * GAP, center + way * (HALF - 3))
            painter.drawPoint(center)
        painter.end()

    def _go(self, wanted: QPointF) -> None:
        """As far as the stage goes; beyond it the legs are asked to come."""
        inside = QPointF(
            min(max(wanted.x(), HALF), self._stage.width() - HALF),
            min(max(wanted.y(), HALF), self._stage.height() - HALF),
        )
        self.point = inside
        self.setGeometry(floor(inside.x()) - HALF, floor(inside.y()) - HALF, 2 * HALF + 1, 2 * HALF + 1)
        self.update()
        if wanted != inside:
            self.edge_pushed.emit(inside - wanted)
        self.moved.emit(inside)
