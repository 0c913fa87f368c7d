"""Taking the last change back: the bar that offers it, and what its keys do."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from unknot.domain.errors import KnownError
from unknot.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from unknot.services.journal import Journal
    from unknot.ui.widgets.undo_bar import UndoBar
    from unknot.ui.widgets.undo_home import UndoHome

_GAP, _ABOVE, _BELOW = 16, 8, 12


class Teller(Protocol):
    """The window as it is told what was done."""

    def announce(self, text: str) -> None:
        """Say something to a screen reader."""

    def show_known(self, error: KnownError, retry: Callable[[], None] | None = None) -> None:
        """Say a known trouble."""


class Undoing(QObject):
    """The bar lies below the pages in `column`, or where the page has a home for it."""

    def __init__(
        self, journal: Journal, theme: Theme, stack: QStackedWidget, column: QVBoxLayout, teller: Teller
    ) -> None:
        super().__init__(stack)
        self._journal, self._theme, self._stack, self._column, self._teller = (
            journal, theme, stack, column, teller,
        )  # fmt: skip
        self._quiet = False
        self._at: UndoHome | None = None  # where the bar is, while it is shown
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.setInterval(0)
        self._placing.timeout.connect(self._place_now)
        journal.done.connect(self._tell_done)
        journal.undo_changed.connect(self._undo_changed)
        stack.currentChanged.connect(self._place_now)  # at once: the page that is left may be dropped

    @cached_property
    def bar(self) -> UndoBar:
        """Made when it is first needed."""
        from unknot.ui.widgets.undo_bar import UndoBar  # noqa: PLC0415  # the first frame is there sooner

        bar = UndoBar(self._theme, self._stack.parentWidget())
        bar.undo_wanted.connect(self.undo)
        bar.gone.connect(self._bar_gone)
        return bar

    @cached_property
    def _below(self) -> UndoHome:
        from unknot.ui.widgets.undo_home import UndoHome  # noqa: PLC0415  # as the bar

        home = UndoHome(self._theme, (_GAP, _ABOVE, _GAP, _BELOW))
        self._column.addWidget(home)
        return home

    def undo(self) -> None:
        """Take the last change back."""
        self._take_back(redo=False)

    def redo(self) -> None:
        """Do it again."""
        self._take_back(redo=True)

    def put_away(self) -> bool:
        """Hide the bar; whether it was there."""
        if "bar" not in self.__dict__:
            return False
        shown = self.bar.isVisible()
        self.bar.put_away()
        return shown

    def set_quiet(self, *, quiet: bool) -> None:
        """Show no bar: a player has the window."""
        self._quiet = quiet
        self.put_away()

    def place(self) -> None:
        """See where the bar belongs, once the page has found its new shape."""
        if self._at is not None:
            self._placing.start()

    def _place_now(self) -> None:
        if self._at is not None:
            self._move_in()

    def _move_in(self) -> None:
        home = self._home()
        if home is not self._at:
            if self._at is not None:
                self._at.give()
            self._at = home
            home.take(self.bar)

    def _home(self) -> UndoHome:
        from unknot.ui.widgets.undo_home import UndoHome  # noqa: PLC0415  # as the bar

        page = self._stack.currentWidget()
        homes = () if page is None else page.findChildren(UndoHome)
        return next((home for home in homes if home.is_offered), self._below)

    def _bar_gone(self) -> None:
        """Back to the window: a page may be dropped with all that is in it."""
        if self._at is not None:
            self._at.give()
            self._at = None
            self.bar.setParent(self._stack.parentWidget())

    def _take_back(self, *, redo: bool) -> None:
        try:
            what = self._journal.redo() if redo else self._journal.undo()
        except KnownError as trouble:
            self._teller.show_known(trouble, self.redo if redo else self.undo)
            return
        if what:
            words = self.tr("Done again: {what}") if redo else self.tr("Undone: {what}")
            self._say(words.format(what=what), undoable=False)

    def _tell_done(self, sentence: str) -> None:
        if not self._quiet:
            self._say(sentence, undoable=True)

    def _undo_changed(self) -> None:
        if not self._journal.can_undo():
            self.put_away()

    def _say(self, sentence: str, *, undoable: bool) -> None:
        self._move_in()
        self.bar.show_done(sentence, undoable=undoable)
        self._teller.announce(sentence)
