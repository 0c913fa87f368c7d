"""Undo and redo for the whole sitting: changes of knots, runs and own routines, and how to take them back."""

from __future__ import annotations

from typing import ClassVar, Protocol
from uuid import UUID

from msgspec import Struct

from unknot.domain.kept_routine import KeptRoutine
from unknot.domain.knots import Gap, Knot, KnotCheck, KnotStory
from unknot.domain.runs import Run
from unknot.services.changes import Kind
from unknot.storage.history import History
from unknot.storage.knots import KeptRows


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
    _kept: KeptRows | None = None

    def do(self, history: History) -> None:
        """Write the knot with its ratings."""
        if self._kept is None:
            history.knots.add(self.story)
        else:
            history.knots.put_back(self._kept)

    def undo(self, history: History) -> None:
        """Delete it."""
        self._kept = history.knots.remove(self.story.knot.id)


class KnotDeleted(Struct):
    """A knot and its ratings, deleted."""

    sentence: str
    knot_id: UUID
    kind: ClassVar[Kind] = Kind.KNOTS
    _kept: KeptRows | None = None

    def do(self, history: History) -> None:
        """Delete the knot, remembering all of it."""
        self._kept = history.knots.remove(self.knot_id)

    def undo(self, history: History) -> None:
        """Write it back with every rating."""
        _put_back(history, self._kept)


class KnotChanged(Struct):
    """A knot moved, noted, of another kind, closed, or found again after a gap."""

    sentence: str
    after: Knot
    gap: Gap | None = None
    kind: ClassVar[Kind] = Kind.KNOTS
    _kept: KeptRows | None = None

    def do(self, history: History) -> None:
        """Write the new knot."""
        self._kept = history.knots.change(self.after)
        if self.gap is not None:
            history.knots.add_gap(self.gap)

    def undo(self, history: History) -> None:
        """Write the knot as it was."""
        _put_back(history, self._kept)
        if self.gap is not None:
            history.knots.remove_gap(self.gap)


class CheckSet(Struct):
    """A rating added (nothing before), edited, or deleted (nothing after), and the knot found with it."""

    sentence: str
    before: KnotCheck | None
    after: KnotCheck | None
    knot: Knot
    kind: ClassVar[Kind] = Kind.KNOTS
    _kept: KeptRows | None = None
    _kept_knot: KeptRows | None = None

    def do(self, history: History) -> None:
        """Write the rating as it is after."""
        knots = history.knots
        if self.after is None:
            self._kept = knots.remove_check(self.before.id) if self.before is not None else None
        elif self.before is not None:
            self._kept = knots.change_check(self.after)
        else:
            knots.add_check(self.after)
        self._kept_knot = knots.change(self.knot)

    def undo(self, history: History) -> None:
        """Write the rating as it was before."""
        if self.before is None and self.after is not None:
            history.knots.remove_check(self.after.id)
        _put_back(history, self._kept)
        _put_back(history, self._kept_knot)


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


class OwnRoutineSet(Struct):
    """A routine of the user's own added (nothing before), edited, or deleted (nothing after)."""

    sentence: str
    before: KeptRoutine | None
    after: KeptRoutine | None
    kind: ClassVar[Kind] = Kind.ROUTINES

    def do(self, history: History) -> None:
        """Write it as it is after."""
        _put_routine(history, self.before, self.after)

    def undo(self, history: History) -> None:
        """Write it as it was before."""
        _put_routine(history, self.after, self.before)


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
    def depth(self) -> int:
        """How many deeds are done and not taken back."""
        return len(self._done)

    @property
    def next_undo(self) -> Deed | None:
        """What undo would take back."""
        return self._done[-1] if self._done else None


def _put_back(history: History, kept: KeptRows | None) -> None:
    if kept is not None:
        history.knots.put_back(kept)


def _put_routine(history: History, old: KeptRoutine | None, new: KeptRoutine | None) -> None:
    if new is not None:
        history.own_routines.put(new)
    elif old is not None:
        history.own_routines.remove(old.id)


def _put_run(history: History, old: Run | None, new: Run | None) -> None:
    if old is None and new is not None:
        history.runs.add(new)
    elif old is not None and new is not None:
        history.runs.change(new)
    elif old is not None:
        history.runs.remove(old.id)
