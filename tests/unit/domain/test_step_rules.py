"""How long a step may be."""

from __future__ import annotations

from helpers.timelines import a_step
from unknot.domain.step_rules import Limits, limits, resized
from unknot.domain.steps import Prompt, StepKind


def test_a_check_stays_as_long_as_it_is():
    assert limits(a_step("a", kind=StepKind.CHECK, seconds=15)) == Limits(15, 15, 1)


def test_speech_has_to_fit():
    step = a_step("a", kind=StepKind.REST, seconds=20, say="One two three four five six seven eight nine ten")
    assert limits(step).least == 5


def test_repetitions_of_half_seconds_are_whole_together():
    step = a_step("a", kind=StepKind.MOVE, seconds=20, tempo_s=2.5, say="")
    assert limits(step) == Limits(5, 120, 5)


def test_the_nearest_allowed_length_is_taken():
    allowed = Limits(6, 120, 6)
    assert [allowed.nearest(seconds) for seconds in (0, 8, 9, 500)] == [6, 6, 12, 120]


def test_prompts_keep_their_place_in_proportion_while_they_fit():
    step = a_step("a", seconds=40, say="", prompts=(Prompt(20, "Halfway."), Prompt(39, "End.")))
    assert resized(step, 20).prompts == (Prompt(10, "Halfway."),)
