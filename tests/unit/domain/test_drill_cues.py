"""One technique cue a session, at its moment of the movement, less often from session to session."""

from __future__ import annotations

from itertools import pairwise

import pytest

from helpers.timelines import shipped_drill
from unknot import paths
from unknot.content.gait import read_styles
from unknot.domain.drill_cues import FIRST_S, SESSIONS_A_STAGE, STEP_S, cue_of, cued, spacing_s
from unknot.domain.gait_teaching import push_share
from unknot.domain.speech import speech_seconds
from unknot.domain.steps import StepKind
from unknot.domain.unfold import unfold_drill

STYLES = read_styles(paths.resources() / "gait" / "styles.json")[1]
TARGETS = (STYLES["glute_push"],)  # what long-push-strides shows


def added(name, done_before=0, bpm=None):
    """(segment, prompt) of what was added."""
    drill = shipped_drill(name)
    plain = unfold_drill(drill)
    timeline = cued(plain, drill, done_before, bpm)
    return [
        (segment, prompt)
        for segment, before in zip(timeline.segments, plain.segments, strict=True)
        for prompt in segment.step.prompts
        if prompt not in before.step.prompts
    ]


@pytest.mark.parametrize(
    ("sessions", "seconds"), [(0, 60), (2, 60), (3, 120), (5, 120), (6, 300), (8, 300), (9, None), (50, None)]
)
def test_the_cue_fades_over_sessions(sessions, seconds):
    assert spacing_s(sessions) == seconds


def test_each_session_has_one_cue_and_the_next_session_another():
    drill = shipped_drill("quick-step-metronome")
    cues = {cue_of(drill, number).say for number in range(2)}
    assert len(cues) == 2
    assert len({prompt.say for _, prompt in added("quick-step-metronome", 0, 170)}) == 1


def test_it_is_said_in_working_steps_alone_and_a_minute_of_work_apart():
    found = added("long-push-strides")
    assert found
    assert all(segment.step.kind in {StepKind.RUN, StepKind.WORK, StepKind.HOLD} for segment, _ in found)
    for one, other in pairwise(found):
        assert (other[0].start + other[1].at) - (one[0].start + one[1].at) >= 40


def test_a_landing_cue_falls_on_a_beat():
    drill = shipped_drill("quick-step-metronome")
    number = next(n for n in range(3) if cue_of(drill, n).when == "landing")
    for _, prompt in added("quick-step-metronome", number, 160):
        beats = prompt.at * 160 / 60
        assert beats == pytest.approx(round(beats), abs=0.01)
        assert prompt.at >= FIRST_S


@pytest.mark.parametrize("when", ["push", "swing"])
def test_a_cue_of_the_push_comes_while_it_lasts_and_one_of_the_swing_as_it_begins(when):
    drill = shipped_drill("long-push-strides")
    number = next(n for n in range(len(drill.cues)) if cue_of(drill, n).when == when)
    found = added("long-push-strides", number)
    assert found
    for _, prompt in found:
        phase = prompt.at / STEP_S % 1.0 / 2  # of the stride of the leg that landed last
        for style in TARGETS:
            if when == "push":
                assert 0.3 < push_share(style, phase + 0.05) < 0.6
                assert push_share(style, phase - 0.08) is None
            else:
                assert phase == pytest.approx(style.events["toe_off"], abs=0.015)


def test_the_cue_for_the_top_of_a_bridge_comes_when_it_is_up():
    drill = shipped_drill("glute-bridge")
    number = next(n for n in range(3) if cue_of(drill, n).when == "top")
    found = added("glute-bridge", number)
    assert found
    for segment, prompt in found:
        assert prompt.at % segment.step.tempo_s == pytest.approx(2.0, abs=0.01)


def test_a_drill_that_lowers_first_says_so_at_the_beginning_of_a_repetition():
    drill = shipped_drill("step-down")
    number = next(n for n in range(3) if cue_of(drill, n).when == "lower")
    assert all(
        prompt.at % segment.step.tempo_s == pytest.approx(0, abs=0.01)
        for segment, prompt in added("step-down", number)
    )


@pytest.mark.parametrize(
    "name", ["glute-bridge", "quick-step-metronome", "wall-push-off", "long-push-strides"]
)
def test_nothing_is_said_over_the_words_of_the_file_or_past_the_end(name):
    drill = shipped_drill(name)
    for segment in cued(unfold_drill(drill), drill, 0, 170).segments:
        prompts = segment.step.prompts
        ends = [prompt.at + speech_seconds(prompt.say) for prompt in prompts]
        assert all(end <= later.at for end, later in zip(ends, prompts[1:], strict=False))
        assert all(end <= segment.seconds for end in ends[-1:])


def test_after_the_last_stage_the_drill_is_as_its_file_has_it():
    drill = shipped_drill("glute-bridge")
    timeline = unfold_drill(drill)
    assert cued(timeline, drill, 3 * SESSIONS_A_STAGE) == timeline
