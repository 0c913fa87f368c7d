"""Knots and runs: reading them, and every change of them with undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from unknot.domain.body import Spot
from unknot.domain.knots import (
    CheckOccasion,
    Gap,
    Knot,
    KnotCheck,
    KnotKind,
    KnotStory,
    Size,
    found_with,
    time_fault,
)
from unknot.domain.runs import Run
from unknot.services.changes import Change
from unknot.services.undo import CheckSet, Deed, KnotAdded, KnotChanged, KnotDeleted, RunSet, UndoStack
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
        """Knots and knee pain: open ones first, then the most tender, the newest found, the left one."""
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
        sentence = self.tr("Pain marked") if kind.is_pain else self.tr("Knot added")
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
        at: datetime | None = None,
    ) -> KnotCheck:
        """Rate a knot again. `size` None means that it was not looked at; `at` is for a rating of the past.

        Raises ValueError for a time at which it cannot have been rated (`time_fault`).
        """
        knot = self._knot(knot_id)
        check = KnotCheck(uuid4(), knot_id, at or self._now(), tenderness, size, occasion, session_id)
        sentence = self.tr("Pain rated") if knot.kind.is_pain else self.tr("Knot rated")
        self._set_check(sentence, None, check)
        return check

    def edit_check(self, check: KnotCheck) -> None:
        """Write a rating over the one with its id; it may lie on another day. Raises as `rate_knot`."""
        before = self._check(check.knot_id, check.id)
        if check != before or check.at.utcoffset() != before.at.utcoffset():
            self._set_check(self.tr("Rating changed"), before, check)

    def delete_check(self, knot_id: UUID, check_id: UUID) -> None:
        """Delete a rating. Raises ValueError for the only one: a knot without any is deleted as a whole."""
        self._set_check(self.tr("Rating deleted"), self._check(knot_id, check_id), None)

    def move_knot(self, knot_id: UUID, spot: Spot, place: str) -> None:
        """Put a knot at another spot."""
        knot = self._knot(knot_id)
        sentence = self.tr("Pain moved") if knot.kind.is_pain else self.tr("Knot moved")
        self._change(sentence, knot, replace(knot, spot=spot, place=place))

    def note_knot(self, knot_id: UUID, note: str) -> None:
        """Write the note of a knot."""
        knot = self._knot(knot_id)
        self._change(self.tr("Note saved"), knot, replace(knot, note=note))

    def set_kind(self, knot_id: UUID, kind: KnotKind) -> None:
        """Say that a mark is of another kind."""
        knot = self._knot(knot_id)
        self._change(self.tr("Kind changed"), knot, replace(knot, kind=kind))

    def close_knot(self, knot_id: UUID) -> None:
        """Mark a knot as no longer found."""
        knot = self._knot(knot_id)
        sentence = self.tr("Pain no longer found") if knot.kind.is_pain else self.tr("Knot no longer found")
        if knot.is_open:
            self._change(sentence, knot, replace(knot, closed_at=self._now()))

    def reopen_knot(self, knot_id: UUID) -> None:
        """Mark a knot as found again; the time in between is kept with it."""
        knot = self._knot(knot_id)
        sentence = self.tr("Pain found again") if knot.kind.is_pain else self.tr("Knot found again")
        if knot.closed_at is not None:
            gap = Gap(uuid4(), knot_id, knot.closed_at, max(knot.closed_at, self._now()))
            self._run(KnotChanged(sentence, replace(knot, closed_at=None), gap))

    def delete_knot(self, knot_id: UUID) -> None:
        """Delete a knot with all its ratings."""
        pain = self._knot(knot_id).kind.is_pain
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

    def do(self, deed: Deed) -> None:
        """Do what another service keeps, so that it can be taken back in its turn. Raises as the deed."""
        self._run(deed)

    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return self._stack.next_undo is not None

    @property
    def depth(self) -> int:
        """How many changes are done and not taken back: tells whether something was done since."""
        return self._stack.depth

    @property
    def undo_text(self) -> str:
        """What undo would take back ("Knot deleted"), empty when there is nothing."""
        deed = self._stack.next_undo
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
            self._run(KnotChanged(sentence, after))

    def _set_check(self, sentence: str, before: KnotCheck | None, after: KnotCheck | None) -> None:
        """Write it, and let the knot be found with the first rating that is then there."""
        check = after or before
        story = None if check is None else self.knot(check.knot_id)
        if check is None or story is None:
            raise KeyError(check)
        if after is not None and (before is None or after.at != before.at):
            fault = time_fault(after.at, self._now())
            if fault is not None:
                raise ValueError(f"a rating at {after.at}: {fault}")
        checks = [one for one in story.checks if before is None or one.id != before.id]
        checks += [] if after is None else [after]
        if not checks:
            raise ValueError("a knot keeps one rating at least")
        knot = replace(story.knot, found_at=found_with(checks))
        self._run(CheckSet(sentence, before, after, knot))

    def _check(self, knot_id: UUID, check_id: UUID) -> KnotCheck:
        story = self.knot(knot_id)
        for check in story.checks if story is not None else ():
            if check.id == check_id:
                return check
        raise KeyError(check_id)

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


def _by_need(story: KnotStory) -> tuple[bool, int, float, str]:
    knot = story.knot  # of two that are alike in everything the left one comes first
    return not knot.is_open, -story.latest.tenderness, -knot.found_at.timestamp(), knot.spot.side.value
