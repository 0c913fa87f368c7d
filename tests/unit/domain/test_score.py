"""What is heard of a timeline: each tone at its second, each cue in a moment of its own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from msgspec.structs import replace

from helpers.timelines import a_check, a_routine, a_step, a_timeline, routines, shipped_drill, shipped_routine
from unknot.domain.body import Side
from unknot.domain.metronome import Metronome
from unknot.domain.player import Player
from unknot.domain.player_events import Changed, Countdown, Finished, Halfway, LastTen
from unknot.domain.score import score
from unknot.domain.speech import speech_seconds
from unknot.domain.spoken import PAUSE_S, Part, Phrases, Speech
from unknot.domain.steps import Prompt, StepKind
from unknot.domain.tone import BEATS, SECONDS, Note, Tone, tone_of
from unknot.domain.unfold import unfold_drill, unfold_routine, wording

ALL = frozenset(Part)


def speech(timeline, parts=ALL, seconds_of=speech_seconds):
    return Speech(parts, Phrases(), seconds_of, lambda one, text: wording(timeline, one, 4).spoken(text))


def said(timeline, index=0, position=None, parts=ALL, **options):
    segment = timeline.segments[index]
    at = segment.start if position is None else position
    return score(timeline, segment, at, speech=speech(timeline, parts), **options).spoken


def notes(timeline, segment, position, **options):
    return score(timeline, segment, position, **options).notes


def test_three_two_one_and_the_tone_of_what_comes():
    timeline = a_timeline(a_step("a", 10), a_step("b", 5, StepKind.REST))
    assert notes(timeline, timeline.segments[0], 0.0) == (
        Note(7, Tone.TICK),
        Note(8, Tone.TICK),
        Note(9, Tone.TICK),
        Note(10, Tone.REST),
        Note(12, Tone.TICK),
        Note(13, Tone.TICK),
        Note(14, Tone.TICK),
        Note(15, Tone.END),
    )


@pytest.mark.parametrize(
    ("kind", "tone"),
    [
        (StepKind.POSITION, Tone.PREPARE),
        (StepKind.PRESS, Tone.WORK),
        (StepKind.STRETCH, Tone.WORK),
        (StepKind.REST, Tone.REST),
        (StepKind.BREATHE, Tone.REST),
        (StepKind.SWITCH_SIDE, Tone.SWITCH),
    ],
)
def test_each_kind_of_step_begins_with_the_tone_of_its_role(kind, tone):
    timeline = a_timeline(a_step("a", 10), a_step("b", 10, kind))
    assert Note(10, tone) in notes(timeline, timeline.segments[0], 0.0)


def test_a_long_press_tells_its_half_and_its_last_ten_seconds():
    timeline = a_timeline(a_step("a", 45, StepKind.PRESS))
    inside = [note for note in notes(timeline, timeline.segments[0], 0.0) if note.tone is not Tone.TICK]
    assert inside == [Note(22.5, Tone.HALFWAY), Note(35, Tone.LAST_TEN), Note(45, Tone.END)]


@pytest.mark.parametrize("step", [a_step("a", 29, StepKind.PRESS), a_step("a", 60, StepKind.REST)])
def test_a_short_step_and_a_rest_tell_neither(step):
    timeline = a_timeline(step)
    tones = {note.tone for note in notes(timeline, timeline.segments[0], 0.0)}
    assert tones == {Tone.TICK, Tone.END}


def test_nothing_sounds_past_a_check():
    timeline = a_timeline(a_step("a", 10), a_check("c"), a_step("b", 5))
    assert notes(timeline, timeline.segments[0], 8.5) == (Note(9, Tone.TICK), Note(10, Tone.PREPARE))


def test_after_a_check_the_step_is_heard_to_begin_at_once():
    timeline = a_timeline(a_check("c"), a_step("b", 5, StepKind.PRESS))
    assert notes(timeline, timeline.segments[1], 15.0, opening=True)[0] == Note(15.0, Tone.WORK)


def test_without_beeps_only_the_beat_is_left():
    timeline = a_timeline(a_step("a", 4, StepKind.RUN, metronome_on=True))
    found = notes(timeline, timeline.segments[0], 0.0, opening=True, beeps=False, bpm=60)
    assert found == (Note(0, Tone.ACCENT), Note(1, Tone.CLICK), Note(2, Tone.CLICK), Note(3, Tone.CLICK))


def test_the_beat_sounds_only_in_its_steps_and_a_silent_metronome_not_at_all():
    drill = shipped_drill("quick-step-metronome")
    timeline = unfold_drill(drill)
    found = notes(timeline, timeline.segments[0], 0.0, bpm=170)
    clicks = [note.at for note in found if note.tone in {Tone.CLICK, Tone.ACCENT}]
    assert len(clicks) == 5 * 170
    assert all(timeline.at(second).step.metronome_on for second in clicks)
    silent = notes(timeline, timeline.segments[0], 0.0)
    assert tuple(note for note in silent if note.tone not in BEATS) == silent
    assert tuple(note for note in found if note.tone not in BEATS) == silent


def test_after_a_change_of_tempo_the_beat_of_this_step_goes_on_where_it_was():
    timeline = a_timeline(a_step("a", 10, StepKind.RUN, metronome_on=True))
    beat = Metronome(0.0, 60).changed(2.5, 120)
    found = notes(timeline, timeline.segments[0], 2.5, beeps=False, beat=beat, bpm=120)
    assert [note.at for note in found[:3]] == [2.75, 3.25, 3.75]


@given(routines())
def test_what_is_heard_is_what_the_player_tells(routine):
    timeline = unfold_routine(routine)
    player, told = Player(timeline), []
    kinds = Countdown | Changed | Finished | Halfway | LastTen
    now = 0.0
    player.start(now)
    heard = list(notes(timeline, player.segment, 0.0))
    while not player.is_over:
        now += 0.5
        told += [event for event in player.tick(now) if isinstance(event, kinds)]
        if player.state.value == "waiting":
            told += [event for event in player.answer({}, now) if isinstance(event, kinds)]
            if player.state.value == "running":
                heard += notes(timeline, player.segment, player.position(now), opening=True)
            else:
                heard.append(Note(0, Tone.END if player.is_over else tone_of(player.segment)))
    names = {Countdown: Tone.TICK, Finished: Tone.END, Halfway: Tone.HALFWAY, LastTen: Tone.LAST_TEN}
    tones = [names.get(type(event)) or tone_of(event.segment) for event in told]
    assert tones == [note.tone for note in heard]


# ------------------------------------------------------------- words
def test_a_step_is_said_when_its_tone_has_rung_out():
    timeline = a_timeline(a_step("a", 20, say="Lift off now"))
    first = said(timeline, opening=True)[0]
    assert (first.text, first.at) == (
        "Lift off now",
        pytest.approx(SECONDS[tone_of(timeline.segments[0])] + PAUSE_S),
    )


def test_a_step_that_was_begun_is_not_said_again_unless_asked():
    timeline = a_timeline(a_step("a", 20, say="Lift off now"))
    assert not said(timeline, position=4.0)
    assert [one.text for one in said(timeline, position=4.0, again=True)] == ["Lift off now"]


def test_the_words_of_a_check_follow_its_tone_and_have_all_the_time():
    words = "Press the sore spot once and say how much it hurts now"
    timeline = a_timeline(a_step("a", 10), a_check("c", say=words))
    last = said(timeline)[-1]
    assert (last.text, last.at) == (words, pytest.approx(10 + SECONDS[Tone.PREPARE] + PAUSE_S))


def test_words_that_do_not_fit_are_shortened_to_the_cue():
    timeline = a_timeline(a_step("a", 3, say="Many words that take far too long for this", cue="Sit down"))
    assert [one.text for one in said(timeline)] == ["Sit down"]


def test_words_that_do_not_fit_even_short_are_dropped():
    words = "Many words that take far too long for this"
    timeline = a_timeline(a_step("a", 3, say=words, cue=words))
    assert said(timeline) == ()


def test_a_tick_under_the_words_of_a_short_step_is_left_out():
    timeline = a_timeline(a_step("a", 4, say="Find the sorest spot now"))
    found = score(timeline, timeline.segments[0], 0.0, speech=speech(timeline))
    assert [note.at for note in found.notes if note.tone is Tone.TICK] == [3]


def test_a_prompt_waits_for_the_tone_of_the_half():
    step = a_step("a", 45, StepKind.PRESS, say="", cue="x", prompts=(Prompt(22, "Breathe out now"),))
    found = said(a_timeline(step), parts=frozenset({Part.CUE}))
    assert [one.at for one in found if one.text == "Breathe out now"] == [
        pytest.approx(22.5 + SECONDS[Tone.HALFWAY] + PAUSE_S)
    ]


def test_a_prompt_without_room_is_dropped():
    step = a_step("a", 12, StepKind.PRESS, say="", prompts=(Prompt(11, "Breathe out long and slowly now"),))
    assert "Breathe out long and slowly now" not in [one.text for one in said(a_timeline(step))]


def test_what_comes_next_is_said_as_late_as_it_can_before_the_countdown():
    timeline = a_timeline(a_step("a", 20, say=""), a_step("b", 5, cue="Stand up"))
    (found,) = said(timeline, parts=frozenset({Part.NEXT}))
    assert found.text == "Next: Stand up"
    assert found.at + speech_seconds(found.text) == pytest.approx(17 - PAUSE_S)


def what_follows(timeline, seconds_of=speech_seconds, parts=ALL):
    forms = ("Next, take the ball: Outer calf", "Next: Outer calf")
    found = score(
        timeline,
        timeline.segments[0],
        0.0,
        speech=replace(speech(timeline, parts, seconds_of), then=forms),
        closing=False,
    )
    return [one for one in found.spoken if one.part is Part.NEXT]


def test_what_follows_a_timeline_is_named_before_the_countdown_of_its_last_step():
    (named,) = what_follows(a_timeline(a_step("a", 30)))
    assert named.text == "Next, take the ball: Outer calf"
    assert named.at + speech_seconds(named.text) <= 27 - PAUSE_S
    assert what_follows(a_timeline(a_step("a", 30)), parts=ALL - {Part.NEXT}) == []


def test_what_follows_is_shortened_or_left_out_where_there_is_no_room():
    def slow(text):
        return 12.0 if text.startswith("Next, take") else 2.0

    (named,) = what_follows(a_timeline(a_step("a", 12)), slow)
    assert named.text == "Next: Outer calf"
    assert what_follows(a_timeline(a_step("a", 5)), lambda _text: 4.0) == []


def test_a_last_check_is_asked_before_what_follows_is_named():
    timeline = a_timeline(a_step("a", 20), a_check("rate"))
    (asked,) = (one for one in said(timeline) if one.at >= 20)
    named = what_follows(timeline)[-1]
    assert named.text.startswith("Next, take the ball")
    assert named.at >= asked.at + speech_seconds(asked.text) + PAUSE_S - 1e-6


def test_the_half_and_the_last_ten_are_spoken_after_their_tones():
    found = said(a_timeline(a_step("a", 45, StepKind.PRESS, say="")))
    assert [(one.text, round(one.at, 2)) for one in found] == [
        ("Halfway.", round(22.5 + SECONDS[Tone.HALFWAY] + PAUSE_S, 2)),
        ("Ten seconds.", round(35 + SECONDS[Tone.LAST_TEN] + PAUSE_S, 2)),
    ]


def test_without_beeps_the_voice_counts_down():
    found = said(a_timeline(a_step("a", 12, say="")), beeps=False)
    assert [(one.at, one.text) for one in found] == [(9, "Three."), (10, "Two."), (11, "One.")]


@pytest.mark.parametrize("part", list(Part))
def test_each_part_can_be_off_by_itself(part):
    timeline = unfold_routine(shipped_routine(), (Side.LEFT, Side.RIGHT))
    index = next(i for i, one in enumerate(timeline.segments) if one.step.kind is StepKind.PRESS)
    begin = timeline.segments[index].start
    with_it = {one.part for one in said(timeline, index, begin)}
    without = {one.part for one in said(timeline, index, begin, ALL - {part})}
    assert part not in without
    assert part in with_it or part is Part.SIDE  # the shipped words name the leg themselves


def test_the_leg_is_named_where_the_step_does_not_name_it():
    steps = [
        a_step("a", 20, per_side=True, say="Sink in"),
        a_step("s", 10, StepKind.SWITCH_SIDE, per_side=False, say="Rest"),
    ]
    timeline = unfold_routine(a_routine(steps))
    found = [one.text for one in said(timeline, parts=frozenset({Part.CUE, Part.SIDE}))]
    assert found == ["Left leg. Sink in", "Rest", "Right leg. Sink in"]


@given(routines())
def test_no_cue_talks_over_a_tone_or_another_cue(routine):
    timeline = unfold_routine(routine)
    for segment in timeline.segments:
        found = score(timeline, segment, segment.start, opening=True, speech=speech(timeline))
        heard = [(note.at, note.at + SECONDS[note.tone]) for note in found.notes]
        heard += [(one.at, one.at + speech_seconds(one.text)) for one in found.spoken]
        heard.sort()
        assert all(end <= begin for (_, end), (begin, _) in pairwise(heard))
