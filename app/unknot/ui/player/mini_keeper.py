"""When the mini-player comes and goes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from unknot.domain.errors import KnownError
from unknot.domain.player import PlayerState
from unknot.ui.window_front import bring_to_front

if TYPE_CHECKING:
    from unknot.ui.player.mini_player import MiniPlayer
    from unknot.ui.player.player_frame import PlayerFrame


class MiniKeeper(QObject):
    """Opens the mini-player of one big player, which goes on with the session all the while.

    It comes when it is asked for, or when the window is minimised and the user's choice says so. Leaving
    it brings the window back.
    """

    def __init__(self, player: PlayerFrame) -> None:
        super().__init__(player)
        self._player = player
        self._window: QWidget | None = None
        self.mini: MiniPlayer | None = None
        player.installEventFilter(self)
        player.top.mini.clicked.connect(self.open)
        player.service.finished.connect(self._finished)

    def open(self) -> None:
        """Show it, and put the window away."""
        self._open(active=True)
        self._player.window().showMinimized()

    def leave(self) -> None:
        """Back to the big player."""
        self.shut()
        bring_to_front(self._player.window())
        self._player.setFocus()

    def shut(self) -> None:
        """Take it away, and keep its place."""
        if self.mini is None:
            return
        mini, self.mini = self.mini, None
        with suppress(KnownError):  # where it was is not worth a word
            self._player.settings.choose(mini_window=mini.keep_place())
        mini.close()
        mini.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the big player and its window."""
        kind = event.type()
        if watched is self._player:
            if kind == QEvent.Type.Show and self._window is not self._player.window():
                self._window = self._player.window()
                self._window.installEventFilter(self)
            elif kind == QEvent.Type.Hide and not event.spontaneous():
                self.shut()
        if watched is self._window:
            if kind == QEvent.Type.WindowStateChange:
                self._window_changed()
            elif kind == QEvent.Type.Close:
                self.shut()
        return False

    def _window_changed(self) -> None:
        if not self._player.window().isMinimized():
            self.shut()
        elif self._player.settings.choices.mini_player and self._player.service.state is PlayerState.RUNNING:
            self._open(active=False)

    def _open(self, *, active: bool) -> None:
        if self.mini is not None or not self._player.is_on:
            return
        from unknot.ui.player.mini_player import MiniPlayer  # noqa: PLC0415  # few sessions have one

        self.mini = MiniPlayer(self._player)
        self.mini.left.connect(self.leave)
        # minimised by hand, something else is wanted now, which keeps the keyboard
        self.mini.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not active)
        self.mini.take_place(self._player.settings.choices.mini_window)
        self.mini.show()
        if active:
            self.mini.activateWindow()

    def _finished(self, _summary: object) -> None:
        if self.mini is not None:
            self.leave()
