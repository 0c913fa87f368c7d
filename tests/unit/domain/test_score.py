"""The tones of a timeline: each at its second, up to the next moment that waits."""

from __future__ import annotations

from hypothesis import given

from helpers.timelines import a_check, a_step, a_timeline, routines, shipped_drill
from unknot.domain.metronome import Metronome
from unknot.domain.player import Player
from unknot.domain.player_events import Changed, Countdown, Finished
from unknot.domain.score import Note, Tone, notes
from unknot.domain.steps import StepKind
from unknot.domain.unfold import unfold_drill, unfold_routine


def test_three_two_one_and_a_tone_at_the_change():
    timeline = a_timeline(a_step("a", 10), a_step("b", 5))
    assert notes(timeline, timeline.segments[0], 0.0) == (
        Note(7, Tone.TICK),
        Note(8, Tone.TICK),
        Note(9, Tone.TICK),
        Note(10, Tone.CHANGE),
        Note(12, Tone.TICK),
        Note(13, Tone.TICK),
        Note(14, Tone.TICK),
        Note(15, Tone.END),
    )


def test_nothing_sounds_past_a_check():
    timeline = a_timeline(a_step("a", 10), a_check("c"), a_step("b", 5))
    assert notes(timeline, timeline.segments[0], 8.5) == (Note(9, Tone.TICK), Note(10, Tone.CHANGE))


def test_after_a_check_the_change_is_heard_at_once():
    timeline = a_timeline(a_check("c"), a_step("b", 5))
    assert notes(timeline, timeline.segments[1], 15.0, opening=True)[0] == Note(15.0, Tone.CHANGE)


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
    assert not [n for n in notes(timeline, timeline.segments[0], 0.0) if n.tone is Tone.CLICK]


def test_after_a_change_of_tempo_the_beat_of_this_step_goes_on_where_it_was():
    timeline = a_timeline(a_step("a", 10, StepKind.RUN, metronome_on=True))
    beat = Metronome(0.0, 60).changed(2.5, 120)
    found = notes(timeline, timeline.segments[0], 2.5, beeps=False, beat=beat, bpm=120)
    assert [note.at for note in found[:3]] == [2.75, 3.25, 3.75]


@given(routines())
def test_what_is_heard_is_what_the_player_tells(routine):
    timeline = unfold_routine(routine)
    player, told = Player(timeline), []
    now = 0.0
    player.start(now)
    heard = list(notes(timeline, player.segment, 0.0))
    while not player.is_over:
        now += 0.5
        events = player.tick(now)
        told += [event for event in events if isinstance(event, Countdown | Changed | Finished)]
        if player.state.value == "waiting":
            told += [e for e in player.answer({}, now) if isinstance(e, Countdown | Changed | Finished)]
            if player.state.value == "running":
                heard += notes(timeline, player.segment, player.position(now), opening=True)
            else:
                heard.append(Note(0, Tone.CHANGE if not player.is_over else Tone.END))
    names = {Countdown: Tone.TICK, Changed: Tone.CHANGE, Finished: Tone.END}
    assert [names[type(event)] for event in told] == [note.tone for note in heard]
