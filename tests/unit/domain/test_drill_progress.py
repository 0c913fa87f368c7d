"""Which set, which repetition, and what is still to be asked."""

from __future__ import annotations

import pytest

from unknot import paths
from unknot.content.library import load_library
from unknot.domain.body import Side
from unknot.domain.drill_progress import fault_between, planned, reps_at, set_at, sets_in
from unknot.domain.sound_delay import delay_from_taps
from unknot.domain.step_count import steps_a_minute
from unknot.domain.unfold import unfold_drill

DRILLS = load_library(paths.resources()).drills


def test_the_sets_are_counted_and_a_rest_belongs_to_the_set_before():
    timeline = unfold_drill(DRILLS["quick-step-metronome"])
    by_id = {segment.step.id: segment for segment in timeline.segments}
    assert set_at(timeline, by_id["walk_in"]).number == 0
    assert (set_at(timeline, by_id["set_3"]).number, set_at(timeline, by_id["set_3"]).count) == (3, 5)
    assert set_at(timeline, by_id["set_3"]).on
    assert set_at(timeline, by_id["rest_3"]).number == 3
    assert not set_at(timeline, by_id["rest_3"]).on


def test_the_sets_of_each_leg_are_counted_for_that_leg():
    timeline = unfold_drill(DRILLS["wall-push-off"], (Side.RIGHT, Side.LEFT))
    left = [s for s in timeline.segments if s.side is Side.LEFT and s.step.id == "set_1"]
    assert (set_at(timeline, left[0]).number, set_at(timeline, left[0]).count) == (1, 2)


def test_the_share_of_each_set_is_full_behind_part_now_and_empty_ahead():
    timeline = unfold_drill(DRILLS["quick-step-metronome"])
    by_id = {segment.step.id: segment for segment in timeline.segments}
    assert set_at(timeline, by_id["set_3"]).shares(0.25) == (1.0, 1.0, 0.25, 0.0, 0.0)
    assert set_at(timeline, by_id["rest_3"]).shares(0.25) == (1.0, 1.0, 1.0, 0.0, 0.0)
    assert set_at(timeline, by_id["walk_in"]).shares(0.25) == (0.0,) * 5


def test_each_rest_between_two_sets_has_the_next_fault():
    drill = DRILLS["quick-step-metronome"]
    timeline = unfold_drill(drill)
    by_id = {segment.step.id: segment for segment in timeline.segments}
    found = [fault_between(drill, timeline, by_id[f"rest_{n}"]) for n in range(1, 5)]
    assert found == [drill.faults[n % len(drill.faults)] for n in range(4)]
    assert fault_between(drill, timeline, by_id["walk_in"]) is None
    assert fault_between(drill, timeline, by_id["set_2"]) is None


def test_a_repetition_begins_with_each_tempo():
    step = next(step for step in DRILLS["glute-bridge"].steps if step.id == "set_1")
    assert reps_at(step, 0.0).done == 0
    assert reps_at(step, 20.0).done == 3
    assert reps_at(step, 20.0).fraction == pytest.approx(2 / 6)
    assert reps_at(step, 60.0).done == 9
    rest = next(step for step in DRILLS["glute-bridge"].steps if step.id == "rest_1")
    assert reps_at(rest, 3.0) is None


def test_what_no_check_asks_for_is_asked_at_the_end():
    drill = DRILLS["glute-bridge"]
    assert drill.scores_left == ("reps", "quality_0_3")
    last = unfold_drill(drill).segments[-1]
    assert last.waits
    assert last.step.records == drill.scores_left
    reps = next(score for score in drill.score if score.id == "reps")
    assert planned(reps, drill, None) == 30


def test_a_count_begins_where_the_drill_plans_or_where_it_was_measured():
    def start(name: str, score_id: str, rate: float | None = None, reached: int | None = None) -> int:
        drill = DRILLS[name]
        return planned(next(s for s in drill.score if s.id == score_id), drill, rate, reached)

    assert start("wall-push-off", "reps") == 36  # nine in two sets on each leg
    assert start("run-walk-cues", "run_s") == 360
    assert start("step-rate-baseline", "step_rate_spm", 168) == 168
    assert start("single-leg-bridge-hold-test", "hold_s", None, 27) == 27
    assert start("single-leg-bridge-hold-test", "hold_s", None, 75) == 60


def test_taps_that_follow_the_clicks_tell_the_delay():
    taps = [0.3, 0.2] + [k * 0.8 + 0.18 for k in range(2, 9)]
    assert delay_from_taps(taps, 0.8) == 180
    assert delay_from_taps([k * 0.8 - 0.03 for k in range(1, 9)], 0.8) == 0
    assert delay_from_taps(taps[:5], 0.8) is None


def test_taps_that_scatter_tell_nothing():
    assert delay_from_taps([0.0, 0.8, 1.7, 2.2, 3.5, 4.4, 5.0, 6.1], 0.8) is None


def test_footfalls_in_half_a_minute_count_double():
    assert steps_a_minute(83) == 166
    with pytest.raises(ValueError, match="not running"):
        steps_a_minute(20)


@pytest.mark.parametrize("drill", DRILLS.values(), ids=DRILLS)
def test_the_sets_of_a_session_are_those_of_the_file(drill):
    timeline = unfold_drill(drill)
    for score in drill.score:
        assert planned(score, drill, None, sets=sets_in(timeline)) == planned(score, drill, None)


def test_an_extra_set_adds_its_repetitions():
    drill = DRILLS["side-hip-lift"]
    reps = next(score for score in drill.score if score.id == "reps")
    more = sets_in(unfold_drill(drill, (Side.LEFT, Side.RIGHT, Side.LEFT)))
    assert planned(reps, drill, None, sets=more) == planned(reps, drill, None) + drill.dose.reps
