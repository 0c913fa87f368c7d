"""The ring around what has the keyboard: one overlay that follows the focus, drawn for keyboard users only.

The style sheet cannot round an outline, so the ring is a widget of its own, three pixels outside the
control. It shows after a key brought the focus somewhere and hides at the next press of the mouse.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from unknot.ui.theme import Theme

_GAP, _WIDTH = 3, 2
_OWN_MARK = (QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit)  # draw their own
_DARK_GROUNDS = ("nav", "hero")
_WANDERS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


@runtime_checkable
class Ringed(Protocol):
    """A control whose ring does not go around its whole rectangle."""

    def ring_rect(self) -> QRect:
        """What the ring goes around, in the control's own coordinates."""


class FocusRing(QWidget):
    """Make one for the application; it moves from window to window with the focus."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_keyboard = False
        self._window: QWindow | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app.focusChanged.connect(self._follow)
        app.focusWindowChanged.connect(self._listen_to)
        theme.changed.connect(self.update)

    @property
    def target(self) -> QWidget | None:
        """The control that is ringed now."""
        return self._target if self.isVisible() else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded rectangle, light on dark grounds."""
        if self._target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(_ring_token(self._target)), _WIDTH))
        radius = self._theme.px(float(self._target.property("radius") or 10)) + _GAP
        half = _WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note how the user works, and follow the ringed control when it moves."""
        kind = event.type()
        if watched is self._window:
            if kind is QEvent.Type.KeyPress:
                self._by_keyboard = True
                if isinstance(event, QKeyEvent) and event.key() in _WANDERS:
                    QTimer.singleShot(0, self._place)  # also where there is nothing else to go to
            elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
                self._by_keyboard = False
                self.hide()
        elif kind is QEvent.Type.ShortcutOverride:
            self._by_keyboard = True  # of a shortcut the window itself hears nothing
        elif kind in _MOVES:
            self._place()
        return False

    def _listen_to(self, window: QWindow | None) -> None:
        if self._window is not None and isValid(self._window):  # a closed dialog took its window along
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._forget()
        top = QApplication.activeWindow()
        if new is None and top is not None:  # then that one hears of a shortcut
            top.installEventFilter(self)
            self._watched.append(top)
        if new is None or isinstance(new, _OWN_MARK) or isinstance(new.focusProxy(), _OWN_MARK):
            return
        self._target = new
        part: QWidget | None = new
        while part is not None:
            part.installEventFilter(self)
            self._watched.append(part)
            part = None if part.isWindow() else part.parentWidget()
        self.setParent(new.window())
        self._place()

    def _forget(self) -> None:
        for part in self._watched:
            if isValid(part):
                part.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        self.hide()
        self.setParent(None)  # a window that goes away must not take the ring along

    def _place(self) -> None:
        target = self._target
        if target is None or not self._by_keyboard or not target.isVisible():
            self.hide()
            return
        out = _GAP + _WIDTH
        own = target.ring_rect() if isinstance(target, Ringed) else target.rect()
        area = own.translated(target.mapTo(target.window(), QPoint())).adjusted(-out, -out, out, out)
        self.setGeometry(area)
        clip = area.intersected(_window_part(target))
        if clip.isEmpty():
            self.hide()
            return
        self.setMask(clip.translated(-area.topLeft()))
        self.show()
        self.raise_()
        self.update()


def _ring_token(target: QWidget) -> str:
    part: QWidget | None = target
    while part is not None:
        if part.property("panel") in _DARK_GROUNDS:
            return "focusOuter"
        if part.property("panel"):
            return "focus"
        part = part.parentWidget()
    return "focus"


def _window_part(target: QWidget) -> QRect:
    """The part of the window in which the target may be seen: inside every scroll area around it."""
    window = target.window()
    seen = window.rect()
    part = target.parentWidget()
    while part is not None and part is not window:
        if isinstance(part, QAbstractScrollArea):
            view = part.viewport()
            seen = seen.intersected(QRect(view.mapTo(window, QPoint()), view.size()))
        part = part.parentWidget()
    return seen
