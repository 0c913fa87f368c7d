"""What a player says beside the session: notices, and what could not be written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from unknot.domain.errors import KnownError
from unknot.services.player import PlayerService
from unknot.ui.player.announcer import Announcer
from unknot.ui.player.player_bar import PlayerBar

Retry = Callable[[], None]


class Telling(QObject):
    """Shows it on the player's bar and says it to a screen reader."""

    def __init__(self, service: PlayerService, bar: PlayerBar, announcer: Announcer, parent: QObject) -> None:
        super().__init__(parent)
        self._service, self._bar, self._announcer = service, bar, announcer
        self._retry: Retry | None = None
        service.noticed.connect(self.notice)
        service.troubled.connect(self._trouble)
        bar.again_wanted.connect(self._try_again)

    def notice(self, text: str, *, short: bool = False) -> None:
        """Say something for a while."""
        self._bar.show_notice(text, short=short)
        self._announcer.say(text)

    def known(self, error: KnownError, retry: Retry | None = None) -> None:
        """Say a known trouble, large enough for the floor; `retry` is what "Try again" does."""
        self._retry = retry
        self._bar.show_trouble(error, can_retry=retry is not None)
        self._announcer.say(str(error))

    def _trouble(self, error: KnownError | None) -> None:
        """What could not be written of the session, until it is."""
        if error is not None:
            self.known(error, self._service.write_again)
            return
        self._bar.solved()
        self._announcer.say(self.tr("Saved"))

    def _try_again(self) -> None:
        self._bar.put_away()
        if self._retry is not None:
            self._retry()
