"""The breathing pacer, and the clock sessions are measured by."""

from __future__ import annotations

import pytest

from helpers.timelines import a_step, a_timeline
from unknot.domain.clock import uninterrupted
from unknot.domain.routine import Breathing
from unknot.domain.snapshot import Breath, breath_at
from unknot.domain.steps import StepKind

PACER = Breathing(4, 6)


def segment(kind=StepKind.PRESS):
    return a_timeline(a_step("a", 60, kind)).segments[0]


@pytest.mark.parametrize(
    ("second", "breath"),
    [
        (0.0, Breath(inward=True, fraction=0.0)),
        (3.0, Breath(inward=True, fraction=0.75)),
        (4.0, Breath(inward=False, fraction=0.0)),
        (7.0, Breath(inward=False, fraction=0.5)),
        (10.0, Breath(inward=True, fraction=0.0)),
        (21.0, Breath(inward=True, fraction=0.25)),
    ],
)
def test_each_step_begins_with_breathing_in(second, breath):
    assert breath_at(PACER, segment(), second) == breath


@pytest.mark.parametrize("kind", [StepKind.POSITION, StepKind.SWITCH_SIDE, StepKind.CHECK])
def test_there_is_no_pacer_while_one_moves_or_answers(kind):
    assert breath_at(PACER, segment(kind), 1.0) is None


def test_a_drill_has_no_pacer():
    assert breath_at(None, segment(), 1.0) is None


def test_the_clock_never_goes_back():
    seconds = [uninterrupted() for _ in range(100)]
    assert seconds == sorted(seconds)
