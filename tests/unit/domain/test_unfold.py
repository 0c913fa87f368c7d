"""Unfolding: the whole time is covered, both legs get the same, blocks tell where one is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.timelines import a_check, a_routine, a_step, routines, shipped_drill, shipped_routine
from unknot import paths
from unknot.content.routines import read_drills, read_routines
from unknot.domain.body import Side
from unknot.domain.steps import Prompt, StepKind
from unknot.domain.unfold import halved, unfold_drill, unfold_routine, wording

LEGS = st.sampled_from([(), (Side.LEFT,), (Side.RIGHT,), (Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)])
CONTENT = paths.resources() / "content/en"
ROUTINES = read_routines(CONTENT / "routines")
DRILLS = read_drills(CONTENT / "drills")


def labels(timeline):
    return [block.label for block in timeline.blocks]


@given(routines(), LEGS, st.booleans())
def test_a_timeline_covers_its_length_without_gap_or_overlap(routine, legs, half):
    timeline = unfold_routine(routine, legs, half=half)
    assert timeline.segments[0].start == 0
    for before, after in zip(timeline.segments, timeline.segments[1:], strict=False):
        assert before.end == after.start
    assert all(segment.seconds >= 3 for segment in timeline.segments)
    assert timeline.segments[-1].end == timeline.total
    assert [segment.index for segment in timeline.segments] == list(range(len(timeline.segments)))


@given(routines(), LEGS)
def test_blocks_cover_the_same_length_and_count_their_steps(routine, legs):
    timeline = unfold_routine(routine, legs)
    assert (timeline.blocks[0].start, timeline.blocks[-1].end) == (0, timeline.total)
    for number, block in enumerate(timeline.blocks):
        inside = [segment for segment in timeline.segments if segment.block == number]
        assert [segment.number for segment in inside] == list(range(1, block.steps + 1))
        assert (inside[0].start, inside[-1].end) == (block.start, block.end)
        assert {segment.side for segment in inside} == {block.side}


@given(routines(), st.sampled_from([(Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)]), st.booleans())
def test_both_legs_get_the_same_steps_and_the_same_time(routine, legs, half):
    timeline = unfold_routine(routine, legs, half=half)
    of = {leg: [s for s in timeline.segments if s.side is leg] for leg in legs}
    first, second = (of[leg] for leg in legs)
    assert [s.step for s in first] == [s.step for s in second]
    assert sum(s.seconds for s in first) == sum(s.seconds for s in second)
    if first:
        between = timeline.segments[first[-1].index + 1 : second[0].index]
        assert [s.step.kind for s in between] == [StepKind.SWITCH_SIDE]


@given(routines())
def test_the_total_is_that_of_the_format(routine):
    assert unfold_routine(routine, (Side.LEFT, Side.RIGHT)).total == routine.total_seconds
    assert unfold_routine(routine, (Side.LEFT,)).total == routine.total_seconds_one_side


@pytest.mark.parametrize("name", ROUTINES)
def test_the_total_of_a_shipped_routine_is_the_one_in_its_file(name):
    routine = ROUTINES[name]
    assert unfold_routine(routine, (Side.RIGHT, Side.LEFT)).total == routine.total_seconds
    assert unfold_routine(routine, (Side.RIGHT,)).total == routine.total_seconds_one_side


@pytest.mark.parametrize("name", DRILLS)
def test_the_total_of_a_shipped_drill_is_the_one_in_its_file(name):
    drill = DRILLS[name]
    assert unfold_drill(drill).total == drill.total_seconds
    assert unfold_drill(drill, (Side.RIGHT,)).total == drill.total_seconds_one_side


def test_the_first_leg_comes_first_and_the_switch_between():
    timeline = unfold_routine(shipped_routine(), (Side.RIGHT, Side.LEFT))
    assert labels(timeline) == ["Settle", "Right", "Switch", "Left", "Finish"]


def test_one_leg_alone_needs_no_switch():
    assert labels(unfold_routine(shipped_routine(), (Side.LEFT,))) == ["Settle", "Left", "Finish"]


def test_without_a_wish_left_comes_first():
    assert labels(unfold_routine(shipped_routine())) == ["Settle", "Left", "Switch", "Right", "Finish"]


def test_a_routine_without_legs_has_a_beginning_its_work_and_an_end():
    routine = a_routine(
        [a_step("a", kind=StepKind.BREATHE), a_step("b"), a_step("c"), a_step("d", kind=StepKind.REST)]
    )
    assert labels(unfold_routine(routine, (Side.LEFT,))) == ["Settle", "Work", "Finish"]


def test_the_sets_of_a_drill_are_its_blocks_each_with_the_rest_after_it():
    timeline = unfold_drill(shipped_drill("quick-step-metronome"))
    assert labels(timeline) == ["Walk", *(f"Set {n}" for n in range(1, 6)), "Check", "Finish"]
    assert [block.end - block.start for block in timeline.blocks] == [60, 120, 120, 120, 120, 60, 15, 15]


def test_a_drill_done_per_leg_has_the_legs_as_blocks():
    timeline = unfold_drill(shipped_drill("wall-push-off"), (Side.RIGHT, Side.LEFT))
    assert labels(timeline) == ["Settle", "Right", "Switch", "Left", "Check", "Finish"]


@pytest.mark.parametrize("name", DRILLS)
def test_every_score_of_a_shipped_drill_is_asked_where_the_session_waits(name):
    timeline = unfold_drill(DRILLS[name])
    asked = {record for s in timeline.segments if s.waits for record in s.step.records}
    assert asked == {score.id for score in DRILLS[name].score}


@pytest.mark.parametrize("name", DRILLS)
def test_every_text_of_a_shipped_drill_is_filled_for_both_legs(name):
    timeline = unfold_drill(DRILLS[name])
    for segment in timeline.segments:
        words = wording(timeline, segment, None)
        for text in (segment.step.cue, segment.step.text, segment.step.say):
            assert "{" not in words.shown(text)
            assert "None" not in words.spoken(text)


def test_a_hold_without_end_is_asked_for_in_the_check_of_the_same_leg():
    timeline = unfold_drill(shipped_drill("single-leg-bridge-hold-test"), (Side.RIGHT, Side.LEFT))
    checks = [(s.side, s.step.records) for s in timeline.segments if s.step.id == "felt"]
    both = ("hold_s", "glute_felt_0_10")
    assert checks == [(Side.RIGHT, both), (Side.LEFT, both)]
    holds = [s for s in timeline.segments if s.step.open_ended]
    assert [(s.side, s.seconds) for s in holds] == [(Side.RIGHT, 60), (Side.LEFT, 60)]


@given(routines())
def test_half_takes_half_of_the_pressing_in_whole_repetitions_and_never_under_three_seconds(routine):
    for step in routine.steps:
        short = halved(step)
        if not step.presses:
            assert short == step
            continue
        assert 3 <= short.seconds <= step.seconds
        assert short.seconds >= step.seconds / 2
        if step.tempo_s:
            assert short.seconds % step.tempo_s == 0
            assert short.seconds < step.seconds / 2 + max(3, 2 * step.tempo_s)
        else:
            assert short.seconds <= max(3, (step.seconds + 1) // 2)


def test_half_keeps_prompts_in_their_place_and_drops_those_that_would_be_spoken_over():
    prompts = (
        Prompt(4, "Too early for the half."),
        Prompt(20, "Breathe."),
        Prompt(24, "Over the other."),
        Prompt(39, "Much too late to be said."),
    )
    step = a_step("a", 40, say="Press and breathe out slowly now.", prompts=prompts)
    assert halved(step).prompts == (Prompt(10, "Breathe."), Prompt(12, "Over the other."))


def test_words_name_the_leg_and_the_other_one():
    timeline = unfold_routine(shipped_routine(), (Side.RIGHT, Side.LEFT))
    press = next(s for s in timeline.segments if s.side is Side.RIGHT and s.step.presses)
    words = wording(timeline, press, 4)
    assert words.shown("{side}, not {other_side}, {ceiling} or less") == "right, not left, 4 or less"
    assert words.spoken("{ceiling} or less") == "four or less"


def test_words_of_the_switch_name_the_leg_that_comes_next():
    timeline = unfold_routine(shipped_routine(), (Side.RIGHT, Side.LEFT))
    switch = next(s for s in timeline.segments if s.step.kind is StepKind.SWITCH_SIDE)
    assert wording(timeline, switch, None).shown("from {side} to {other_side}") == "from right to left"


def test_a_check_may_lead_in_or_out_of_a_drill():
    drill = shipped_drill("glute-bridge")
    assert labels(unfold_drill(drill))[-2:] == ["Check", "Finish"]
    assert a_check("x").waits


# ------------------------------------------------------------- every shipped routine
BOTH = (Side.RIGHT, Side.LEFT)


@pytest.mark.parametrize("name", ROUTINES)
def test_every_shipped_routine_plays_its_block_for_each_leg_with_one_switch_between(name):
    timeline = unfold_routine(ROUTINES[name], BOTH)
    legs = [label for label in labels(timeline) if label in {"Left", "Switch", "Right"}]
    assert legs == ["Right", "Switch", "Left"]
    of = {leg: [s.step for s in timeline.segments if s.side is leg] for leg in BOTH}
    assert of[Side.RIGHT] == of[Side.LEFT]


@pytest.mark.parametrize("name", ROUTINES)
def test_every_text_of_a_shipped_routine_is_filled_for_both_legs(name):
    routine = ROUTINES[name]
    timeline = unfold_routine(routine, BOTH)
    for segment in timeline.segments:
        words = wording(timeline, segment, 3 if routine.pressure_ceiling else None)
        step = segment.step
        for text in (step.cue, step.text):
            assert "{" not in words.shown(text)
        for text in (step.say, *(prompt.say for prompt in step.prompts)):
            assert "{" not in words.spoken(text)
            assert not any(sign.isdigit() for sign in words.spoken(text))


@pytest.mark.parametrize("name", [name for name, routine in ROUTINES.items() if routine.pressure_ceiling])
def test_half_of_a_shipped_routine_is_shorter_and_keeps_its_steps(name):
    whole, half = (unfold_routine(ROUTINES[name], BOTH, half=half) for half in (False, True))
    assert half.total < whole.total
    assert [s.step.id for s in half.segments] == [s.step.id for s in whole.segments]


def test_the_evening_routine_stretches_both_legs_once_after_both_were_worked():
    timeline = unfold_routine(ROUTINES["evening-12"], BOTH)
    assert labels(timeline) == ["Settle", "Right", "Switch", "Left", "Stretch", "Finish"]
    stretch = next(block for block in timeline.blocks if block.label == "Stretch")
    assert (stretch.end - stretch.start, stretch.steps) == (100, 4)


def test_the_stretch_alone_takes_a_minute_and_a_half_for_one_leg():
    timeline = unfold_routine(ROUTINES["after-release-stretch"], (Side.LEFT,))
    assert (timeline.total, labels(timeline)) == (95, ["Left", "Finish"])
    assert not any(segment.step.presses for segment in timeline.segments)


def test_measuring_leaves_out_the_places_that_may_not_be():
    routine = ROUTINES["recheck-knots"]
    open_places = [place for place in routine.targets if place != "soleus"]
    timeline = unfold_routine(routine, BOTH, places=open_places)
    assert timeline.total == routine.total_seconds - 2 * 12
    assert "soleus" not in {segment.step.place for segment in timeline.segments}
    assert all(segment.waits for segment in timeline.segments if segment.step.place)


def test_a_routine_that_presses_keeps_all_its_steps_whatever_places_it_is_for():
    calf = ROUTINES["calf-outer-ball"]
    assert unfold_routine(calf, BOTH, places=()).total == calf.total_seconds


# ------------------------------------------------------------- tools and getting ready
def picked_up(name, sides=BOTH):
    timeline = unfold_routine(ROUTINES[name], sides)
    found = ((segment.step.id, timeline.picked_up(segment)) for segment in timeline.segments)
    return [(step, tool) for step, tool in found if tool]


def test_the_ball_is_picked_up_once_for_each_leg():
    assert picked_up("calf-outer-ball") == [("find", "ball"), ("find", "ball")]
    assert picked_up("calf-outer-ball", (Side.LEFT,)) == [("find", "ball")]


def test_the_evening_routine_changes_its_tool_from_chair_to_ball_and_wall():
    leg = [("ham_place", "ball"), ("glute_place", "ball"), ("check_after", "hard seat")]
    assert picked_up("evening-12") == [
        *(("settle", "hard seat"), *leg, *leg),
        *(("stretch_calf", "wall"), ("breathe", "hard seat")),
    ]


def test_a_step_that_names_no_tool_keeps_the_one_in_hand():
    timeline = unfold_routine(ROUTINES["ham-chair-ball"], (Side.LEFT,))
    in_hand = {segment.step.id: segment.tool for segment in timeline.segments}
    assert (in_hand["before"], in_hand["stop_low"], in_hand["high"], in_hand["finish"]) == (
        *("", "ball"),
        *("ball", ""),
    )


@pytest.mark.parametrize("name", ROUTINES)
@pytest.mark.parametrize("seconds", [0, 10, 30])
def test_time_to_get_ready_comes_first_and_at_each_change_of_tool(name, seconds):
    routine = ROUTINES[name]
    timeline = unfold_routine(routine, BOTH, prepare_s=seconds)
    ready = [segment for segment in timeline.segments if segment.step.kind is StepKind.PREPARE]
    first = picked_up(name)[:1]
    begins = unfold_routine(routine, BOTH).segments[0].step.id
    changes = len(picked_up(name)) + (not first or first[0][0] != begins)
    assert len(ready) == (changes if seconds else 0)
    assert timeline.total == routine.total_seconds + seconds * len(ready)
    for segment in ready:
        following = timeline.following(segment)
        assert (segment.side, segment.block, segment.step.cue) == (
            *(following.side, following.block, following.step.cue),
        )
        assert segment.step.say == ""


def test_a_drill_gives_time_to_get_ready_once():
    drill = shipped_drill("glute-bridge")
    timeline = unfold_drill(drill, prepare_s=10)
    assert [s.step.kind for s in timeline.segments].count(StepKind.PREPARE) == 1
    assert timeline.total == drill.total_seconds + 10


def test_a_leg_named_again_gets_one_set_more_after_both():
    drill = DRILLS["side-hip-lift"]
    usual = unfold_drill(drill, (Side.LEFT, Side.RIGHT))
    more = unfold_drill(drill, (Side.LEFT, Side.RIGHT, Side.LEFT))
    assert [(block.label, block.side) for block in more.blocks[:5]] == [
        ("Left", Side.LEFT), ("Switch", None), ("Right", Side.RIGHT), ("Switch", None), ("Left", Side.LEFT),
    ]  # fmt: skip
    extra = [s.step.id for s in more.segments if s.block == 4]
    assert extra == ["lie", "set_2"]
    assert more.total == usual.total + 15 + 15 + 40
    assert [s.step.kind for s in more.segments[-2:]] == [s.step.kind for s in usual.segments[-2:]]


def test_a_drill_for_both_legs_at_once_gets_no_set_more():
    drill = DRILLS["single-leg-bridge-march"]
    assert unfold_drill(drill, (Side.LEFT, Side.RIGHT, Side.LEFT)).total == drill.total_seconds
