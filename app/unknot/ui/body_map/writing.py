"""Does one write and says a known trouble on the page, with the chance to try again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from unknot.domain.errors import KnownError
from unknot.ui.widgets.error_banner import ErrorBanner


class Writing(QObject):
    """`do` returns what the write returns, or False if it could not be done; nothing has changed then."""

    def __init__(self, banner: ErrorBanner) -> None:
        super().__init__(banner)
        self._banner = banner
        self._again: Callable[[], object] | None = None
        banner.action_chosen.connect(self._try_again)

    def do(self, write: Callable[[], object], *, again: Callable[[], object] | None = None) -> object:
        """Try it. A write that returns nothing gives True.

        `again` is what "Try again" does where more than the write hangs on it.
        """
        try:
            done = write()
        except KnownError as error:
            self._again = again or partial(self.do, write)
            self._banner.show_known(error)
            return False
        self._again = None
        self._banner.hide()
        return True if done is None else done

    def _try_again(self) -> None:
        if self._again is not None:
            self._again()
