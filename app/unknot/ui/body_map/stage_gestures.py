"""What fingers, wheel and pointer do to the stage: tap, drag, scroll, pinch."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QInputDevice, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from unknot.ui.body_map.sight_control import SightControl

TAP_SLACK = 8  # px a finger may slip between press and release
NOTCH = 120  # of a wheel, in eighths of a degree
PER_NOTCH = 1.25
GESTURES = {QEvent.Type.NativeGesture, QEvent.Type.Gesture}
SMART = 2.0  # what a double tap with two fingers zooms to


class StageGestures(QObject):
    """Belongs to one stage, which gives it its events. It moves the sight and tells of taps."""

    tapped = Signal(QPointF)
    dragging_began = Signal()
    dragging_ended = Signal()

    def __init__(self, control: SightControl, stage: QWidget) -> None:
        super().__init__(stage)
        self._control = control
        self._pressed_at: QPointF | None = None
        self._dragged_to: QPointF | None = None
        stage.installEventFilter(self)
        stage.grabGesture(Qt.GestureType.PinchGesture)

    @property
    def is_dragging(self) -> bool:
        """Whether the legs are being dragged."""
        return self._dragged_to is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer gestures made on the stage."""
        if event.type() not in GESTURES:
            return super().eventFilter(watched, event)
        if isinstance(event, QNativeGestureEvent):
            return self._native(event)
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinch(event, pinch)
                return True
        return False

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms about the pointer; two fingers on a pad pan, with Ctrl they zoom.

        What changes nothing is left to the page, so that it scrolls on.
        """
        before = self._control.sight
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if _is_pad(event) and not control:
            way = event.pixelDelta().toPointF()
            if event.pixelDelta().isNull():
                way = event.angleDelta().toPointF() / 2
            self._control.pan(way)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            turn = event.angleDelta()
            self._control.pan(QPointF(turn.x() or turn.y(), 0) / 2)
        elif event.angleDelta().y():
            factor = PER_NOTCH ** (event.angleDelta().y() / NOTCH)
            self._control.zoom_about(event.position(), factor, smooth=not _is_pad(event))
        event.setAccepted(control or self._control.sight != before)

    def press(self, event: QMouseEvent) -> None:
        """A tap or a drag begins."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def move(self, event: QMouseEvent) -> None:
        """Drag the legs once the pointer has left the spot."""
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self._dragged_to is None:
            if (event.position() - self._pressed_at).manhattanLength() <= TAP_SLACK:
                return
            self._dragged_to = self._pressed_at
            self.dragging_began.emit()
        self._control.pan(event.position() - self._dragged_to)
        self._dragged_to = event.position()

    def release(self, event: QMouseEvent) -> None:
        """A drag ends, or a tap is told."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        start, dragged = self._pressed_at, self._dragged_to
        self._pressed_at = self._dragged_to = None
        if dragged is not None:
            self.dragging_ended.emit()
        elif start is not None and (event.position() - start).manhattanLength() <= TAP_SLACK:
            self.tapped.emit(start)

    def _native(self, event: QNativeGestureEvent) -> bool:
        """A touch pad's pinch, and its double tap with two fingers."""
        kind, point = event.gestureType(), event.position()
        if kind is Qt.NativeGestureType.ZoomNativeGesture:
            self._control.zoom_about(point, max(0.1, 1 + event.value()), smooth=False)
        elif kind is Qt.NativeGestureType.SmartZoomNativeGesture:
            zoom = self._control.sight.zoom
            if zoom > 1:
                self._control.reset()
            else:
                self._control.zoom_about(point, SMART)
        else:
            return kind in {Qt.NativeGestureType.BeginNativeGesture, Qt.NativeGestureType.EndNativeGesture}
        return True

    def _pinch(self, event: QGestureEvent, pinch: QPinchGesture) -> None:
        """Two fingers on a touch screen zoom about their middle and drag it along. It is no tap."""
        self._pressed_at = self._dragged_to = None
        flags = pinch.changeFlags()
        stage = self.parent()
        if not isinstance(stage, QWidget):
            return
        point = stage.mapFromGlobal(pinch.centerPoint())
        if flags & QPinchGesture.ChangeFlag.CenterPointChanged:
            self._control.pan(pinch.centerPoint() - pinch.lastCenterPoint())
        if flags & QPinchGesture.ChangeFlag.ScaleFactorChanged:
            self._control.zoom_about(point, pinch.scaleFactor(), smooth=False)
        event.accept(pinch)


def _is_pad(event: QWheelEvent) -> bool:
    """Whether two fingers on a pad scroll, not a wheel."""
    return (
        event.phase() is not Qt.ScrollPhase.NoScrollPhase
        or event.pointingDevice().type() is QInputDevice.DeviceType.TouchPad
    )
