"""Editing an own version: whatever is done in whatever order, the format's rules and our own still hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.timelines import shipped_routine
from unknot import paths
from unknot.content.own_file import checker, read_own, table_of, text_of
from unknot.content.routines import read_routines
from unknot.domain.own_ids import own_id
from unknot.domain.own_routine import (
    CLOSE,
    EACH_LEG,
    LEAD,
    SWITCH,
    EditRefusedError,
    allowed_s,
    doubled,
    draft_of,
    moved,
    nudged,
    placed,
    removed,
    renamed,
    timed,
    with_sore_leg,
)
from unknot.domain.own_rules import Fault, is_version, own_fault, pressed_s
from unknot.domain.unfold import unfold_routine

DAY_S = 20 * 60
ROUTINES = {
    name: routine
    for name, routine in read_routines(paths.resources() / "content/en/routines").items()
    if not routine.measure_only
}
FAULTS = checker(paths.resources())
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["up", "down", "place", "double", "remove", "time", "longer", "shorter", "last"]),
        st.sets(st.integers(0, 30), min_size=1, max_size=3),
        st.integers(-5, 330),
    ),
    max_size=12,
)


def a_draft(name="calf-outer-ball"):
    origin = ROUTINES[name]
    return draft_of(replace(origin, id=own_id(name, "a1")), origin, DAY_S)


def ids(draft):
    return [step.id for step in draft.routine.steps]


def row_of(draft, step_id):
    return ids(draft).index(step_id)


def edited(draft, what, rows, number):
    count = len(draft.routine.steps)
    rows = {row % count for row in rows}
    if what in {"up", "down"}:
        return moved(draft, rows, -1 if what == "up" else 1)[0]
    if what == "place":
        return placed(draft, rows, abs(number) % (count + 1))[0]
    if what == "double":
        return doubled(draft, rows)[0]
    if what == "remove":
        return removed(draft, rows)
    if what == "time":
        return timed(draft, rows, number)
    if what == "last":
        return with_sore_leg(draft, last=number % 2 == 0)
    return nudged(draft, rows, 1 if what == "longer" else -1)


@given(st.sampled_from(sorted(ROUTINES)), EDITS)
def test_any_edits_leave_a_routine_that_reader_and_rules_accept(name, edits):
    draft = a_draft(name)
    for what, rows, number in edits:
        try:
            draft = edited(draft, what, rows, number)
        except EditRefusedError:
            continue
    routine, origin = draft.routine, ROUTINES[name]
    assert own_fault(routine, origin, DAY_S) is None
    assert is_version(routine, origin)
    table, again = read_own(text_of(table_of(routine)).encode(), "x.toml")
    assert again == routine
    assert FAULTS("x.toml", table, again) == ()
    assert set(routine.targets) == set(origin.targets)
    assert routine.pressure_ceiling == origin.pressure_ceiling
    left, right = (unfold_routine(routine, (side,)).total for side in ("left", "right"))
    assert left == right


@pytest.mark.parametrize("name", sorted(ROUTINES))
def test_a_version_that_nobody_edited_is_the_shipped_routine(name):
    draft = a_draft(name)
    same = timed(draft, range(len(draft.routine.steps)), 0)
    again = timed(same, (), 0)
    assert again == same
    assert replace(placed(draft, (0,), 0)[0].routine, id=name) == ROUTINES[name]


def test_steps_are_in_four_groups():
    groups = a_draft().groups
    assert groups == (LEAD, *[EACH_LEG] * 9, SWITCH, CLOSE)


def test_moving_stops_at_the_end_of_the_group():
    draft = a_draft()
    assert moved(draft, (0,), -1) == (draft, (0,))
    assert moved(draft, (row_of(draft, "finish"),), 1)[0] == draft


def test_several_steps_move_together_and_stay_chosen():
    draft = a_draft()
    rows = (row_of(draft, "rest_1"), row_of(draft, "pin_2"))
    after, now = moved(draft, rows, 1)
    assert [ids(after)[row] for row in now] == ["rest_1", "pin_2"]
    assert ids(after)[now[0] - 1] == "move_2"


def test_a_copy_follows_what_it_copies_and_has_its_own_id():
    draft = a_draft()
    rows = (row_of(draft, "pin_1"), row_of(draft, "rest_1"))
    after, copies = doubled(draft, rows)
    assert [ids(after)[row] for row in copies] == ["pin_1-2", "rest_1-2"]
    assert ids(after)[copies[0] - 1] == "rest_1"


def test_what_a_shorter_step_left_out_of_its_speech_comes_back_with_its_seconds():
    draft = a_draft()
    row = row_of(draft, "pin_1")
    short = timed(draft, (row,), 10)
    assert len(short.routine.steps[row].prompts) == 1
    assert timed(short, (row,), 45).routine == draft.routine


def test_a_move_keeps_whole_repetitions_and_a_press_its_most():
    draft = a_draft()
    move, press = row_of(draft, "move_1"), row_of(draft, "pin_1")
    after = timed(draft, (move, press), 100)
    assert after.routine.steps[move].seconds == 102
    assert after.routine.steps[press].seconds == 45
    assert nudged(draft, (move,), 1).routine.steps[move].seconds == 36
    assert allowed_s(draft, press).least == 4


def test_lengths_go_by_whole_fives():
    draft = a_draft()
    row = row_of(draft, "find")
    assert nudged(draft, (row,), 1).routine.steps[row].seconds == 20
    assert nudged(draft, (row,), -1).routine.steps[row].seconds == 15


@pytest.mark.parametrize("step", ["before", "after"])
def test_a_check_cannot_be_removed_copied_or_moved(step):
    draft = a_draft()
    row = row_of(draft, step)
    for edit in (removed, doubled):
        with pytest.raises(EditRefusedError) as refused:
            edit(draft, (row,))
        assert refused.value.fault is Fault.CHECK
    with pytest.raises(EditRefusedError):
        moved(draft, (row,), -1 if step == "after" else 1)


def test_the_change_of_legs_stays():
    draft = a_draft()
    with pytest.raises(EditRefusedError) as refused:
        removed(draft, (row_of(draft, "switch"),))
    assert refused.value.fault is Fault.SWITCH


def test_the_closing_stretch_stays():
    draft = a_draft("evening-12")
    row = next(i for i, step in enumerate(draft.routine.steps) if step.kind == "stretch")
    with pytest.raises(EditRefusedError) as refused:
        removed(draft, (row,))
    assert refused.value.fault is Fault.STRETCH
    twice, _rows = doubled(draft, (row,))
    assert removed(twice, (row,)).routine.total_seconds == draft.routine.total_seconds


def test_nothing_is_pressed_before_the_first_check():
    draft = a_draft()
    with pytest.raises(EditRefusedError) as refused:
        placed(draft, (row_of(draft, "pin_1"),), row_of(draft, "before"))
    assert refused.value.fault is Fault.OUTSIDE_CHECKS


def test_a_step_per_leg_stays_in_its_block():
    draft = a_draft()
    with pytest.raises(EditRefusedError) as refused:
        placed(draft, (row_of(draft, "rest_1"),), 0)
    assert refused.value.fault is Fault.GROUP


def test_one_spot_is_pressed_for_two_minutes_at_most():
    draft = a_draft()
    row = row_of(draft, "pin_1")
    twice, _copies = doubled(draft, (row,))
    with pytest.raises(EditRefusedError) as refused:
        doubled(twice, (row,))
    assert refused.value.fault is Fault.SPOT_LONG


def test_all_pressing_on_a_leg_is_two_minutes_a_place_at_most():
    draft = a_draft("tfl-ball-wall")
    draft = timed(draft, [i for i, step in enumerate(draft.routine.steps) if step.kind == "move"], 96)
    assert pressed_s(draft.routine.steps) <= 240
    with pytest.raises(EditRefusedError) as refused:
        doubled(draft, (row_of(draft, next(s.id for s in draft.routine.steps if s.kind == "press")),))
    assert refused.value.fault is Fault.PRESS_LONG


def test_a_day_is_not_passed():
    draft = a_draft()
    with pytest.raises(EditRefusedError) as refused:
        timed(draft, [i for i, step in enumerate(draft.routine.steps) if step.kind == "rest"], 300)
    assert refused.value.fault is Fault.DAY_LONG


def test_something_that_presses_and_says_how_firmly_is_left():
    draft = a_draft()
    pins = [i for i, step in enumerate(draft.routine.steps) if step.kind == "press"]
    with pytest.raises(EditRefusedError) as refused:
        removed(draft, pins)
    assert refused.value.fault is Fault.NO_CEILING
    with pytest.raises(EditRefusedError) as refused:
        removed(draft, [i for i, step in enumerate(draft.routine.steps) if step.presses])
    assert refused.value.fault is Fault.NO_PRESS


def test_a_press_keeps_its_tool_wherever_it_goes():
    draft = a_draft()
    after, _rows = moved(draft, (row_of(draft, "rest_2"),), -1)
    steps = {step.id: step.tool for step in after.routine.steps}
    assert steps["rest_2"] == "none"
    assert steps["move_2"] == "ball"
    without = removed(draft, (row_of(draft, "find"),))
    assert next(step for step in without.routine.steps if step.id == "pin_1").tool == "ball"


@pytest.mark.parametrize(
    ("title", "fault"),
    [("  ", Fault.NO_TITLE), ("x" * 61, Fault.TITLE_LONG), ("my {side}", Fault.TITLE_SIGNS)],
)
def test_a_name_is_needed_short_and_plain(title, fault):
    with pytest.raises(EditRefusedError) as refused:
        renamed(a_draft(), title)
    assert refused.value.fault is fault


def test_a_name_loses_its_outer_and_double_spaces():
    assert renamed(a_draft(), "  My  calf ").routine.title == "My calf"


def test_what_only_measures_is_nobodys_own():
    routine = shipped_routine("recheck-knots")
    assert own_fault(routine, None, DAY_S) is Fault.MEASURES


def test_a_routine_of_other_words_is_no_version():
    origin = ROUTINES["calf-outer-ball"]
    steps = tuple(replace(step, text="Press as hard as you can.") for step in origin.steps)
    assert not is_version(replace(origin, steps=steps), origin)
    assert not is_version(replace(origin, level=1), origin)


def test_a_free_routine_keeps_its_checks_too():
    routine = replace(ROUTINES["calf-outer-ball"], id=own_id("", "a1"), level=3)
    draft = draft_of(routine, None, DAY_S)
    with pytest.raises(EditRefusedError) as refused:
        removed(draft, (row_of(draft, "before"),))
    assert refused.value.fault is Fault.CHECK
    twice, _rows = doubled(draft, (row_of(draft, "pin_1"),))
    assert removed(twice, (row_of(twice, "pin_1"),)).routine.total_seconds == draft.routine.total_seconds
