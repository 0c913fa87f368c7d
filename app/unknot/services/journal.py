"""Knots and runs: reading them, and every change of them with undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from unknot.domain.body import Spot
from unknot.domain.knots import CheckOccasion, Knot, KnotCheck, KnotKind, KnotStory, Size
from unknot.domain.runs import Run
from unknot.services.changes import Change
from unknot.services.undo import Deed, KnotAdded, KnotChanged, KnotDeleted, KnotRated, RunSet, UndoStack
from unknot.storage.history import History


class Journal(QObject):
    """The user's knots and runs.

    Every change is one transaction and on disk when its call returns; then `changed` tells what to read
    again, `done` gives the sentence for the undo bar, `undo_changed` that undo or redo is another. If it
    cannot be written, KnownError goes to the caller and nothing has changed. An id that is not there
    raises KeyError.
    """

    changed = Signal(object)  # Change
    undo_changed = Signal()
    done = Signal(str)

    def __init__(self, history: History, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._now = now
        self._stack = UndoStack(history)

    def knots(self, *, closed: bool = True) -> tuple[KnotStory, ...]:
        """Knots and knee pain: open ones first, the most tender first, then the newest found."""
        stories = [story for story in self._history.knots.all() if closed or story.knot.is_open]
        stories.sort(key=_by_need)
        return tuple(stories)

    def knot(self, knot_id: UUID) -> KnotStory | None:
        """One knot with its ratings."""
        return self._history.knots.get(knot_id)

    def add_knot(
        self,
        spot: Spot,
        place: str,
        tenderness: int,
        size: Size | None,
        *,
        kind: KnotKind = KnotKind.KNOT,
        note: str = "",
    ) -> Knot:
        """Mark a knot, or the knee pain, with its first rating."""
        at = self._now()
        knot = Knot(uuid4(), kind, place, spot, at, note)
        check = KnotCheck(uuid4(), knot.id, at, tenderness, size)
        sentence = self.tr("Knot added") if kind is KnotKind.KNOT else self.tr("Pain marked")
        self._run(KnotAdded(sentence, KnotStory(knot, (check,))))
        return knot

    def rate_knot(
        self,
        knot_id: UUID,
        tenderness: int,
        size: Size | None = None,
        *,
        occasion: CheckOccasion = CheckOccasion.RATING,
        session_id: UUID | None = None,
    ) -> KnotCheck:
        """Rate a knot again. `size` None means that it was not looked at."""
        knot = self._knot(knot_id)
        check = KnotCheck(uuid4(), knot_id, self._now(), tenderness, size, occasion, session_id)
        sentence = self.tr("Knot rated") if knot.kind is KnotKind.KNOT else self.tr("Pain rated")
        self._run(KnotRated(sentence, check))
        return check

    def move_knot(self, knot_id: UUID, spot: Spot, place: str) -> None:
        """Put a knot at another spot."""
        knot = self._knot(knot_id)
        sentence = self.tr("Knot moved") if knot.kind is KnotKind.KNOT else self.tr("Pain moved")
        self._change(sentence, knot, replace(knot, spot=spot, place=place))

    def note_knot(self, knot_id: UUID, note: str) -> None:
        """Write the note of a knot."""
        knot = self._knot(knot_id)
        self._change(self.tr("Note saved"), knot, replace(knot, note=note))

    def close_knot(self, knot_id: UUID) -> None:
        """Mark a knot as no longer found."""
        knot = self._knot(knot_id)
        pain = knot.kind is KnotKind.PAIN
        sentence = self.tr("Pain no longer found") if pain else self.tr("Knot no longer found")
        if knot.is_open:
            self._change(sentence, knot, replace(knot, closed_at=self._now()))

    def reopen_knot(self, knot_id: UUID) -> None:
        """Mark a knot as found again."""
        knot = self._knot(knot_id)
        pain = knot.kind is KnotKind.PAIN
        sentence = self.tr("Pain found again") if pain else self.tr("Knot found again")
        self._change(sentence, knot, replace(knot, closed_at=None))

    def delete_knot(self, knot_id: UUID) -> None:
        """Delete a knot with all its ratings."""
        pain = self._knot(knot_id).kind is KnotKind.PAIN
        sentence = self.tr("Pain deleted") if pain else self.tr("Knot deleted")
        self._run(KnotDeleted(sentence, knot_id))

    def runs(self) -> tuple[Run, ...]:
        """Every run, newest first."""
        return self._history.runs.all()

    def add_run(self, run: Run) -> Run:
        """Log a run."""
        self._run(RunSet(self.tr("Run saved"), None, run))
        return run

    def edit_run(self, run: Run) -> None:
        """Write a run over the one with its id."""
        before = self._one_run(run.id)
        if run != before or run.started_at.utcoffset() != before.started_at.utcoffset():
            self._run(RunSet(self.tr("Run changed"), before, run))

    def delete_run(self, run_id: UUID) -> None:
        """Delete a run."""
        self._run(RunSet(self.tr("Run deleted"), self._one_run(run_id), None))

    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return self._stack.next_undo is not None

    def can_redo(self) -> bool:
        """Whether something taken back can be done again."""
        return self._stack.next_redo is not None

    @property
    def undo_text(self) -> str:
        """What undo would take back ("Knot deleted"), empty when there is nothing."""
        deed = self._stack.next_undo
        return "" if deed is None else deed.sentence

    @property
    def redo_text(self) -> str:
        """What redo would do again, empty when there is nothing."""
        deed = self._stack.next_redo
        return "" if deed is None else deed.sentence

    def undo(self) -> str:
        """Take the last change back; returns what it was, empty when there is nothing."""
        return self._told(self._stack.undo())

    def redo(self) -> str:
        """Do what was taken back again; returns what it is, empty when there is nothing."""
        return self._told(self._stack.redo())

    def _run(self, deed: Deed) -> None:
        self._stack.run(deed)
        self._told(deed)
        self.done.emit(deed.sentence)

    def _told(self, deed: Deed | None) -> str:
        if deed is None:
            return ""
        self.changed.emit(Change(frozenset({deed.kind})))
        self.undo_changed.emit()
        return deed.sentence

    def _change(self, sentence: str, before: Knot, after: Knot) -> None:
        if after != before:
            self._run(KnotChanged(sentence, before, after))

    def _knot(self, knot_id: UUID) -> Knot:
        knot = self._history.knots.mark(knot_id)
        if knot is None:
            raise KeyError(knot_id)
        return knot

    def _one_run(self, run_id: UUID) -> Run:
        run = self._history.runs.get(run_id)
        if run is None:
            raise KeyError(run_id)
        return run


def _by_need(story: KnotStory) -> tuple[bool, int, float]:
    return (not story.knot.is_open, -story.latest.tenderness, -story.knot.found_at.timestamp())
