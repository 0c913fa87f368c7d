"""Lets the desktop's media keys steer the session that is on, wherever the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from unknot.domain.player import PlayerState
from unknot.services.media_keys import MediaKey, MediaKeys
from unknot.ui.player.player_keys import PlayerAction
from unknot.ui.window_front import bring_to_front

if TYPE_CHECKING:
    from unknot.ui.player.player_frame import PlayerFrame

_ACTIONS = {
    MediaKey.TOGGLE: PlayerAction.TOGGLE,
    MediaKey.PAUSE: PlayerAction.PAUSE,
    MediaKey.NEXT: PlayerAction.SKIP,
    MediaKey.PREVIOUS: PlayerAction.BACK,
}


class MediaRemote(QObject):
    """From the start of a session to its end."""

    def __init__(self, player: PlayerFrame, keys: MediaKeys) -> None:
        super().__init__(player)
        self._player, self._keys = player, keys
        keys.pressed.connect(self._press)
        player.service.state_changed.connect(self._follow)
        player.service.finished.connect(self._rest)
        player.destroyed.connect(keys.rest)

    def _follow(self, state: PlayerState) -> None:
        if state is not PlayerState.DONE:
            self._keys.show(self._player.service.session.title, state)

    def _rest(self, _summary: object) -> None:
        self._keys.pressed.disconnect(self._press)
        self._keys.rest()

    def _press(self, key: MediaKey) -> None:
        if key is MediaKey.RAISE:
            bring_to_front(self._player.window())
        elif key is MediaKey.PLAY:
            if self._player.service.state is not PlayerState.RUNNING:
                self._player.act(PlayerAction.TOGGLE)
        else:
            self._player.act(_ACTIONS[key])
