"""Taking the last change back: the bar that offers it, and what its keys do."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from unknot.domain.errors import KnownError
from unknot.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from unknot.services.journal import Journal
    from unknot.ui.widgets.undo_bar import UndoBar

_GAP = 24


class Teller(Protocol):
    """The window as it is told what was done."""

    def announce(self, text: str) -> None:
        """Say something to a screen reader."""

    def show_known(self, error: KnownError, retry: Callable[[], None] | None = None) -> None:
        """Say a known trouble."""


class Undoing(QObject):
    """Listens to the journal. The bar lies at the foot of `shell`, in the middle beside `rail`."""

    def __init__(self, journal: Journal, theme: Theme, shell: QWidget, rail: QWidget, teller: Teller) -> None:
        super().__init__(shell)
        self._journal, self._theme, self._shell, self._rail, self._teller = (
            journal, theme, shell, rail, teller,
        )  # fmt: skip
        self._quiet = False
        journal.done.connect(self._tell_done)
        journal.undo_changed.connect(self._undo_changed)

    @cached_property
    def bar(self) -> UndoBar:
        """Made when it is first needed."""
        from unknot.ui.widgets.undo_bar import UndoBar  # noqa: PLC0415  # the first frame is there sooner

        bar = UndoBar(self._theme, self._shell)
        bar.undo_wanted.connect(self.undo)
        return bar

    def undo(self) -> None:
        """Take the last change back."""
        self._take_back(redo=False)

    def redo(self) -> None:
        """Do it again."""
        self._take_back(redo=True)

    def put_away(self) -> bool:
        """Hide the bar; whether it was there."""
        shown = "bar" in self.__dict__ and self.bar.isVisible()
        if shown:
            self.bar.put_away()
        return shown

    def set_quiet(self, *, quiet: bool) -> None:
        """Show no bar: a player has the window."""
        self._quiet = quiet
        self.put_away()

    def place(self) -> None:
        """Put the bar where it belongs in a window of this size."""
        if "bar" not in self.__dict__:
            return
        bar, gap = self.bar, self._theme.px(_GAP)
        room = self._shell.width() - self._rail.width()
        bar.setMaximumWidth(max(room - 2 * gap, 1))
        bar.adjustSize()
        left = self._rail.width() + (room - bar.width()) // 2
        bar.move(left, self._shell.height() - bar.height() - gap)

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
        self.bar.show_done(sentence, undoable=undoable)
        self.place()
        self._teller.announce(sentence)
