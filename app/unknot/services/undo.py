"""Undo and redo for the whole sitting: what was done to knots and runs, and how to take it back."""

from __future__ import annotations

from typing import ClassVar, Protocol
from uuid import UUID

from msgspec import Struct

from unknot.domain.knots import Knot, KnotCheck, KnotStory
from unknot.domain.runs import Run
from unknot.services.changes import Kind
from unknot.storage.history import History


class Deed(Protocol):
    """One thing the user did. `do` and `undo` run inside a transaction and may be repeated in turn."""

    @property
    def sentence(self) -> str:
        """What was done, as the undo bar says it."""

    @property
    def kind(self) -> Kind:
        """Which part of the history it changes."""

    def do(self, history: History) -> None:
        """Write it."""

    def undo(self, history: History) -> None:
        """Take it back."""


class KnotAdded(Struct):
    """A new knot. Taking it back keeps what was written to it since, for redo."""

    sentence: str
    story: KnotStory
    kind: ClassVar[Kind] = Kind.KNOTS

    def do(self, history: History) -> None:
        """Write the knot with its ratings."""
        history.knots.add(self.story)

    def undo(self, history: History) -> None:
        """Delete it."""
        self.story = _story(history, self.story.knot.id)
        history.knots.remove(self.story.knot.id)


class KnotDeleted(Struct):
    """A knot and its ratings, deleted."""

    sentence: str
    knot_id: UUID
    kind: ClassVar[Kind] = Kind.KNOTS
    _kept: KnotStory | None = None

    def do(self, history: History) -> None:
        """Delete the knot, remembering all of it."""
        self._kept = _story(history, self.knot_id)
        history.knots.remove(self.knot_id)

    def undo(self, history: History) -> None:
        """Write it back with every rating."""
        if self._kept is not None:
            history.knots.add(self._kept)


class KnotChanged(Struct):
    """A knot moved, noted, closed or found again."""

    sentence: str
    before: Knot
    after: Knot
    kind: ClassVar[Kind] = Kind.KNOTS

    def do(self, history: History) -> None:
        """Write the new knot."""
        history.knots.change(self.after)

    def undo(self, history: History) -> None:
        """Write the knot as it was."""
        history.knots.change(self.before)


class KnotRated(Struct):
    """A new rating of a knot."""

    sentence: str
    check: KnotCheck
    kind: ClassVar[Kind] = Kind.KNOTS

    def do(self, history: History) -> None:
        """Write the rating."""
        history.knots.add_check(self.check)

    def undo(self, history: History) -> None:
        """Delete it."""
        history.knots.remove_check(self.check.id)


class RunSet(Struct):
    """A run added (nothing before), edited, or deleted (nothing after)."""

    sentence: str
    before: Run | None
    after: Run | None
    kind: ClassVar[Kind] = Kind.RUNS

    def do(self, history: History) -> None:
        """Write the run as it is after."""
        _put_run(history, self.before, self.after)

    def undo(self, history: History) -> None:
        """Write the run as it was before."""
        _put_run(history, self.after, self.before)


class UndoStack:
    """What can be taken back and done again. Each deed, undo and redo is one transaction.

    If a write fails, its error goes to the caller and the stack is as it was.
    """

    def __init__(self, history: History) -> None:
        self._history = history
        self._done: list[Deed] = []
        self._undone: list[Deed] = []

    def run(self, deed: Deed) -> None:
        """Do something new; what was taken back before cannot be done again after that."""
        with self._history.transaction():
            deed.do(self._history)
        self._done.append(deed)
        self._undone.clear()

    def undo(self) -> Deed | None:
        """Take the last deed back and return it, None when there is none."""
        if not self._done:
            return None
        with self._history.transaction():
            self._done[-1].undo(self._history)
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> Deed | None:
        """Do the deed taken back last again and return it, None when there is none."""
        if not self._undone:
            return None
        with self._history.transaction():
            self._undone[-1].do(self._history)
        self._done.append(self._undone.pop())
        return self._done[-1]

    @property
    def next_undo(self) -> Deed | None:
        """What undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Deed | None:
        """What redo would do again."""
        return self._undone[-1] if self._undone else None


def _story(history: History, knot_id: UUID) -> KnotStory:
    story = history.knots.get(knot_id)
    if story is None:
        raise KeyError(knot_id)
    return story


def _put_run(history: History, old: Run | None, new: Run | None) -> None:
    if old is None and new is not None:
        history.runs.add(new)
    elif old is not None and new is not None:
        history.runs.change(new)
    elif old is not None:
        history.runs.remove(old.id)
