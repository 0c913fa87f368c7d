"""The keys of the metronome's page, as actions, and a tempo that is typed."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from unknot.domain.beat import HIGHEST, LOWEST


class Action(Enum):
    """What a key asks for; those of the tempo have the beats a minute as their value."""

    TOGGLE = "toggle"
    TAP = "tap"
    LEAVE = "leave"
    LOUDER = "louder"
    QUIETER = "quieter"
    FASTER = 1
    SLOWER = -1
    MUCH_FASTER = 5
    MUCH_SLOWER = -5


_KEYS = {
    Qt.Key.Key_Space: Action.TOGGLE,
    Qt.Key.Key_MediaTogglePlayPause: Action.TOGGLE,
    Qt.Key.Key_T: Action.TAP,
    Qt.Key.Key_Escape: Action.LEAVE,
    Qt.Key.Key_Up: Action.LOUDER,
    Qt.Key.Key_Down: Action.QUIETER,
    Qt.Key.Key_Right: Action.FASTER,
    Qt.Key.Key_Left: Action.SLOWER,
    Qt.Key.Key_Plus: Action.FASTER,
    Qt.Key.Key_Equal: Action.FASTER,  # where + is above it
    Qt.Key.Key_Minus: Action.SLOWER,
}
_SHIFTED = {Qt.Key.Key_Right: Action.MUCH_FASTER, Qt.Key.Key_Left: Action.MUCH_SLOWER}
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_ONCE = {Action.TOGGLE, Action.TAP, Action.LEAVE}


def action_of(event: QKeyEvent) -> Action | None:
    """The action of a key press, or None; with Ctrl, Alt or Meta a key means something else."""
    if event.modifiers() & ~_PLAIN:
        return None
    # elsewhere Shift means nothing: on many keyboards + needs it
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    key = Qt.Key(event.key())
    action = _SHIFTED.get(key) if shifted and key in _SHIFTED else _KEYS.get(key)
    return None if action in _ONCE and event.isAutoRepeat() else action


class TypedTempo:
    """Digits one after the other: two from 40 to 99, three from 100 on."""

    def __init__(self) -> None:
        self._digits = ""

    @property
    def is_open(self) -> bool:
        """Whether digits wait for more."""
        return bool(self._digits)

    def key(self, event: QKeyEvent) -> int | None:
        """The tempo that this key completes; any other key forgets what was typed."""
        if event.modifiers() & ~_PLAIN or not event.text().isdecimal():
            self._digits = ""
            return None
        self._digits += event.text()
        needed = 3 if self._digits[0] in "12" else 2
        if len(self._digits) < needed:
            return None
        bpm, self._digits = int(self._digits), ""
        return bpm if LOWEST <= bpm <= HIGHEST else None
