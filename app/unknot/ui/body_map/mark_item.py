"""One mark on the stage: a real child widget, so that keys and screen readers reach it."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from unknot.domain.knots import KnotKind
from unknot.ui.body_map.mark_pictures import STAGE_SCALE, MarkPictures
from unknot.ui.body_map.stage_mark import StageMark
from unknot.ui.body_map.walk import is_arrow
from unknot.ui.theme import Theme
from unknot.ui.widgets.knot_mark import paint_pending

TARGET = 44


class MarkItem(QAbstractButton):
    """A knot or pain mark. `clicked` chooses it; dragging moves it and ends with `dropped`.

    `center` is exact to parts of a pixel; the widget around it lies on whole ones. `lid` is the widget of
    the stage that no mark may cover.
    """

    walked = Signal(int)  # an arrow key
    reached = Signal()  # by the pointer
    dragged = Signal(QPointF)  # stage point under the pointer
    dropped = Signal(QPointF)

    def __init__(self, mark: StageMark, theme: Theme, pictures: MarkPictures, lid: QWidget) -> None:
        super().__init__(lid.parentWidget())
        self._theme, self._pictures, self._lid = theme, pictures, lid
        self.mark = mark
        self.center = QPointF()
        self.spot = QPointF()  # its true spot on the stage
        self.aside: QPointF | None = None  # how far it is drawn beside that, where others need the room
        self.is_chosen = False
        self.reach = self.body = 0.0  # from the centre: of the drawing, and of what others must not cover
        self._half = 0
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._measure()
        self.come_forward()

    @property
    def drawn(self) -> QPointF:
        """Where it is to be drawn, in sight or not."""
        return self.spot if self.aside is None else self.spot + self.aside

    def show_mark(self, mark: StageMark, *, chosen: bool) -> None:
        """Show this, chosen or not; where it lies is told by `move_to`."""
        if (mark, chosen) != (self.mark, self.is_chosen):
            self.mark, self.is_chosen = mark, chosen
            self._measure()
            self._lie()
            self.update()

    def move_to(self, center: QPointF) -> None:
        """Lie around this point."""
        if center != self.center:
            self.center = center
            self._lie()
            self.update()

    def come_forward(self) -> None:
        """Lie above the other marks, and still below the buttons of the stage."""
        self.stackUnder(self._lid)

    def redraw(self) -> None:
        """The theme or the text size changed."""
        self._measure()
        self._lie()
        self.update()

    def sizeHint(self) -> QSize:
        """At least 44 px each way."""
        return QSize(2 * self._half + 1, 2 * self._half + 1)

    def holds(self, point: QPointF) -> bool:
        """Whether a point of the stage means this mark: on it, or as near as a finger needs."""
        away = point - self.center
        reach = max(self._theme.px(TARGET) / 2, self.body)
        return bool(away.x() ** 2 + away.y() ** 2 <= reach**2)

    def hitButton(self, pos: QPoint) -> bool:
        """Only around the mark itself, but never less than a finger needs."""
        return self.holds(QPointF(pos) + QPointF(self.pos()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Put the picture of it there."""
        painter = QPainter(self)
        painter.setOpacity(self.mark.opacity)
        center, ratio = self.center - QPointF(self.pos()), self.devicePixelRatioF()
        mark, chosen, echo = self.mark, self.is_chosen, self._is_echo
        if mark.before is None:
            self._pictures.paint(painter, center, mark.look, ratio, chosen=chosen, echo=echo)
        else:
            change = (mark.before, mark.look, mark.way)
            self._pictures.paint_change(painter, center, change, ratio, chosen=chosen, echo=echo)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead to the nearest knot, Enter opens."""
        if is_arrow(event.key()) and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            self.walked.emit(event.key())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focused knot comes to the front."""
        self.come_forward()
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is on it."""
        super().enterEvent(event)
        self.reached.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a click or a drag."""
        super().mousePressEvent(event)
        if event.isAccepted() and event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the pointer has left the spot."""
        if self._pressed_at is not None and not self._is_echo:  # that one is moved in its own view
            way = (event.position().toPoint() - self._pressed_at).manhattanLength()
            if self._dragging or way >= QApplication.startDragDistance():
                self._dragging = True
                self.dragged.emit(self.mapToParent(event.position()))
                return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop it, or click."""
        dragging, self._dragging, self._pressed_at = self._dragging, False, None
        if dragging:
            self.setDown(False)
            self.dropped.emit(self.mapToParent(event.position()))
        else:
            super().mouseReleaseEvent(event)

    @property
    def _is_echo(self) -> bool:
        return self.mark.echo_of is not None

    def _measure(self) -> None:
        look, before, echo = self.mark.look, self.mark.before, self._is_echo
        self.reach = self._pictures.reach(look, chosen=self.is_chosen, echo=echo)
        self.body = self._pictures.body(look, echo=echo)
        if before is not None:
            self.reach = max(self.reach, self._pictures.reach(before, chosen=self.is_chosen, echo=echo))
        self._half = max(self._theme.px(TARGET) // 2, floor(self.reach) + 3)
        if self.mark.name != self.accessibleName():
            self.setAccessibleName(self.mark.name)

    def _lie(self) -> None:
        corner = QPoint(floor(self.center.x()) - self._half, floor(self.center.y()) - self._half)
        self.setGeometry(corner.x(), corner.y(), 2 * self._half + 1, 2 * self._half + 1)


class PendingItem(QWidget):
    """The hollow "?" of a mark that is not stored yet. It takes no pointer and no focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._kind, self.center = theme, KnotKind.KNOT, QPointF()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Not stored yet"))
        self.hide()

    def show_at(self, center: QPointF, kind: KnotKind) -> None:
        """Appear around this point."""
        self.center, self._kind = center, kind
        half = self._theme.px(30)
        self.setGeometry(floor(center.x()) - half, floor(center.y()) - half, 2 * half + 1, 2 * half + 1)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring or diamond with its question mark."""
        painter = QPainter(self)
        paint_pending(painter, self.center - QPointF(self.pos()), self._theme, self._kind, scale=STAGE_SCALE)
        painter.end()
