"""The bars above the pages and the players: a known trouble, and that the history is invented."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.errors import KnownError
from unknot.ui.theme import Theme

if TYPE_CHECKING:
    from unknot.ui.widgets.error_banner import ErrorBanner

_ABOVE = 12
_BELOW_OVER = 12

Place = tuple[QWidget, QVBoxLayout]
"""What a bar lies above, and the column it is put into."""


class WindowBars(QObject):
    """Each bar is made when it is needed: the first frame is there sooner."""

    def __init__(self, theme: Theme, pages: Place, outer: Place) -> None:
        super().__init__(pages[0])
        self._theme, self._pages, self._outer = theme, pages, outer
        self._retry: Callable[[], None] | None = None

    @cached_property
    def above_pages(self) -> ErrorBanner:
        """A trouble above the page."""
        return self._banner(self._pages, 0)

    @cached_property
    def above_player(self) -> ErrorBanner:
        """In sight while something covers the pages and their banner."""
        return self._banner(self._outer, _BELOW_OVER)

    def show_known(
        self, error: KnownError, retry: Callable[[], None] | None, *, over_player: bool = False
    ) -> None:
        """Say a trouble; `retry` is what "Try again" does."""
        self._retry = retry
        banner = self.above_player if over_player else self.above_pages
        banner.show_known(error, can_retry=retry is not None)

    def player_gone(self) -> None:
        """Take the bar above the player away with it."""
        if "above_player" in self.__dict__:
            self.above_player.hide()

    def show_demo_note(self) -> None:
        """Say that nothing of this history is the user's."""
        from unknot.ui.widgets.inset import Inset  # noqa: PLC0415  # as said
        from unknot.ui.widgets.note import Note  # noqa: PLC0415  # as said

        words = self.tr("An invented history, to look around. Nothing in it is yours.")
        note = Note(words, self._theme, icon="info-bold", tint="infoTint")
        self._pages[1].insertWidget(0, Inset(note, self._theme, _ABOVE))

    def _banner(self, place: Place, below: int) -> ErrorBanner:
        from unknot.ui.widgets.error_banner import ErrorBanner  # noqa: PLC0415  # as said
        from unknot.ui.widgets.inset import Inset  # noqa: PLC0415  # as said

        widget, column = place
        banner = ErrorBanner(self._theme)
        banner.action_chosen.connect(self._try_again)
        column.insertWidget(column.indexOf(widget), Inset(banner, self._theme, _ABOVE, below))
        return banner

    def _try_again(self) -> None:
        if self._retry is not None:
            self._retry()
