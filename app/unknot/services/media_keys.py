"""Media keys and headset buttons on a Linux desktop, which hands them to what says over D-Bus that it plays.

GNOME and KDE keep these keys from every window and send them by MPRIS to the player that played last. So
Unknot is such a player while a session is on, and only then: without a session they are other programs'.
Specification: MPRIS 2.2, https://specifications.freedesktop.org/mpris-spec/latest/
"""

from __future__ import annotations

import logging
import os
import sys
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from unknot.domain.player import PlayerState

if TYPE_CHECKING:
    from unknot.services.media_dbus import DesktopPlayer

NAME = "org.mpris.MediaPlayer2.unknot"
_GOES_ON = {PlayerState.RUNNING, PlayerState.WAITING}
log = logging.getLogger(__name__)


class MediaKey(Enum):
    """What a key or a button of a headset asks for."""

    TOGGLE = auto()
    PLAY = auto()
    PAUSE = auto()
    NEXT = auto()
    PREVIOUS = auto()
    RAISE = auto()


class MediaKeys(QObject):
    """`pressed` carries a MediaKey. Between `show` and `rest` the desktop sends its keys here.

    Where there is no such desktop nothing happens: a window that has the keyboard gets the keys itself.
    """

    pressed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._face: DesktopPlayer | None = None
        self._is_there = sys.platform.startswith("linux")

    def show(self, title: str, state: PlayerState) -> None:
        """A session is on; what the desktop shows of it."""
        if self._is_there and self._face is None:
            self._is_there = self._join()
        if self._face is not None:
            self._face.show(title, goes_on=state in _GOES_ON)

    def rest(self) -> None:
        """No session any more: leave the keys to the others."""
        if self._face is not None:
            self._face.leave()
            self._face = None

    def _join(self) -> bool:
        try:
            from unknot.services.media_dbus import DesktopPlayer  # noqa: PLC0415  # loads QtDBus
        except ImportError:
            log.info("Media keys come to the window only: QtDBus cannot be loaded")
            return False
        face = DesktopPlayer(self.pressed.emit)
        # a second window, on another history, needs a name of its own
        if not any(face.join(name) for name in (NAME, f"{NAME}.instance{os.getpid()}")):
            log.info("Media keys come to the window only: no session bus")
            return False
        self._face = face
        return True
