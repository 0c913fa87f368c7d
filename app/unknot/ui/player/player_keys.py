"""The keys of both players, as actions; design system, section 12."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class PlayerAction(Enum):
    """What a key asks the player to do."""

    TOGGLE = auto()
    PAUSE = auto()
    BACK = auto()
    SKIP = auto()
    LOUDER = auto()
    QUIETER = auto()
    VOICE = auto()
    BEEPS = auto()
    REPEAT = auto()
    TOO_MUCH = auto()
    LEAVE = auto()
    FULL_SCREEN = auto()
    MINI = auto()
    FLOOR = auto()
    TEN_BACK = auto()
    TEN_ON = auto()
    STEPS = auto()


_ACTIONS = {
    Qt.Key.Key_Space: PlayerAction.TOGGLE,
    Qt.Key.Key_MediaTogglePlayPause: PlayerAction.TOGGLE,
    Qt.Key.Key_MediaPlay: PlayerAction.TOGGLE,  # all that X11 and Wayland send for a play/pause key
    Qt.Key.Key_MediaPause: PlayerAction.PAUSE,
    Qt.Key.Key_MediaStop: PlayerAction.PAUSE,
    Qt.Key.Key_Left: PlayerAction.BACK,
    Qt.Key.Key_PageUp: PlayerAction.BACK,
    Qt.Key.Key_MediaPrevious: PlayerAction.BACK,
    Qt.Key.Key_Right: PlayerAction.SKIP,
    Qt.Key.Key_PageDown: PlayerAction.SKIP,
    Qt.Key.Key_MediaNext: PlayerAction.SKIP,
    Qt.Key.Key_Up: PlayerAction.LOUDER,
    Qt.Key.Key_Down: PlayerAction.QUIETER,
    Qt.Key.Key_V: PlayerAction.VOICE,
    Qt.Key.Key_B: PlayerAction.BEEPS,
    Qt.Key.Key_R: PlayerAction.REPEAT,
    Qt.Key.Key_H: PlayerAction.TOO_MUCH,
    Qt.Key.Key_Escape: PlayerAction.LEAVE,
    Qt.Key.Key_F11: PlayerAction.FULL_SCREEN,
    Qt.Key.Key_M: PlayerAction.MINI,
    Qt.Key.Key_Z: PlayerAction.FLOOR,
    Qt.Key.Key_J: PlayerAction.TEN_BACK,
    Qt.Key.Key_L: PlayerAction.TEN_ON,
    Qt.Key.Key_O: PlayerAction.STEPS,
}
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def action_of(event: QKeyEvent) -> PlayerAction | None:
    """The action of a key press, or None; with Ctrl, Alt or Meta a key means something else."""
    if event.modifiers() & ~_PLAIN:
        return None
    return _ACTIONS.get(Qt.Key(event.key()))


def score_of(event: QKeyEvent) -> int | None:
    """The score 0..10 that a key stands for: the digits, and T for ten."""
    if event.modifiers() & ~_PLAIN:
        return None
    if event.key() == Qt.Key.Key_T:
        return 10
    number = event.key() - Qt.Key.Key_0
    return number if 0 <= number <= 9 else None
