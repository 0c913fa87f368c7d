"""Any sequence of actions, taken back as a whole, leaves the history as it was; done again, as it became."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.histories import CALF, SEAM, a_run, a_story
from helpers.wall_clock import WallClock
from unknot import paths
from unknot.domain.knots import KnotKind, Size
from unknot.services.journal import Journal
from unknot.storage.history import open_history

ACTIONS = (
    "add",
    "rate",
    "past",
    "correct",
    "forget",
    "kind",
    "move",
    "note",
    "close",
    "reopen",
    "delete",
    "run",
    "edit",
    "drop",
    "undo",
    "redo",
)
steps = st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 10)), max_size=14)


def act(journal: Journal, clock: WallClock, action: str, number: int) -> None:
    """One action on one of the knots or runs there are; nothing where there is none."""
    knots, runs = journal.knots(), journal.runs()
    knot_id = knots[number % len(knots)].knot.id if knots else None
    run = runs[number % len(runs)] if runs else None
    if action == "add":
        kind = KnotKind.PAIN if number % 3 == 0 else KnotKind.KNOT
        journal.add_knot(CALF, "calf", number, None if kind is KnotKind.PAIN else Size.PEA, kind=kind)
    elif action == "run":
        journal.add_run(a_run(clock()))
    elif action in ("undo", "redo"):
        getattr(journal, action)()
    elif action == "edit" and run is not None:
        journal.edit_run(replace(run, worst_pain=number, note=f"{number}"))
    elif action == "drop" and run is not None:
        journal.delete_run(run.id)
    elif knot_id is not None:
        act_on_knot(journal, clock, knot_id, action, number)


def change_a_check(journal: Journal, knot_id, action: str, number: int) -> None:
    checks = journal.knot(knot_id).checks
    check = checks[number % len(checks)]
    if action == "correct":
        journal.edit_check(replace(check, tenderness=number, at=check.at - timedelta(hours=number)))
    elif len(checks) > 1:
        journal.delete_check(knot_id, check.id)


def act_on_knot(journal: Journal, clock: WallClock, knot_id, action: str, number: int) -> None:
    if action == "rate":
        journal.rate_knot(knot_id, number, Size.MARBLE if number % 2 else None)
    elif action == "past":
        journal.rate_knot(knot_id, number, at=clock() - timedelta(hours=number))
    elif action in ("correct", "forget"):
        change_a_check(journal, knot_id, action, number)
    elif action == "kind":
        journal.set_kind(knot_id, list(KnotKind)[number % 4])
    elif action == "move":
        journal.move_knot(knot_id, SEAM if number % 2 else CALF, "seam" if number % 2 else "calf")
    elif action == "note":
        journal.note_knot(knot_id, f"note {number}")
    elif action == "close":
        journal.close_knot(knot_id)
    elif action == "reopen":
        journal.reopen_knot(knot_id)
    elif action == "delete":
        journal.delete_knot(knot_id)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_undoing_everything_and_redoing_everything(qapp, empty_file, sequence):
    clock = WallClock()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(empty_file, Path(folder) / "unknot.db")
        history = open_history(Path(folder), paths.migrations())
        history.knots.add(a_story(clock()))
        history.runs.add(a_run(clock()))
        journal = Journal(history, clock)
        start = (journal.knots(), journal.runs())
        for action, number in sequence:
            clock.advance(minutes=7)
            act(journal, clock, action, number)
        while journal.redo():
            pass
        end = (journal.knots(), journal.runs())
        count = 0
        while journal.can_undo():
            assert journal.undo()
            count += 1
        assert (journal.knots(), journal.runs()) == start
        while journal.redo():
            count -= 1
        assert count == 0
        assert (journal.knots(), journal.runs()) == end
        history.close()
