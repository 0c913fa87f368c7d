"""The repetition that is on: by key once a key was pressed, else by beat or tempo."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from unknot import paths
from unknot.content.library import load_library
from unknot.domain.drill import Drill
from unknot.domain.rep_counter import RepCounter
from unknot.domain.unfold import unfold_drill

DRILLS = load_library(paths.resources()).drills


def moment(drill: Drill, step_id: str, in_step: float, beats: float | None = None, bpm: float | None = None):
    """The part of a snapshot that counts."""
    segment = next(one for one in unfold_drill(drill).segments if one.step.id == step_id)
    return SimpleNamespace(segment=segment, in_step=in_step, beats=beats, bpm=bpm)


def test_the_tempo_of_the_step_counts_until_a_key_does():
    drill = DRILLS["glute-bridge"]
    counter, early = RepCounter(drill), moment(drill, "set_1", 20.0)
    assert counter.place(early).done == 3
    assert [counter.one_more(early) for _ in range(2)] == [1, 2]
    assert counter.place(early).done == 2
    assert counter.place(moment(drill, "set_1", 50.0)).done == 2


def test_each_set_is_counted_for_itself():
    drill = DRILLS["glute-bridge"]
    counter = RepCounter(drill)
    counter.one_more(moment(drill, "set_1", 5.0))
    assert counter.place(moment(drill, "set_2", 13.0)).done == 2
    assert counter.one_more(moment(drill, "set_2", 13.0)) == 1


def test_the_last_repetition_is_shown_until_the_set_is_over():
    drill = DRILLS["glute-bridge"]
    counter, now = RepCounter(drill), moment(drill, "set_1", 5.0)
    for _ in range(30):
        counter.one_more(now)
    place = counter.place(now)
    assert place.done == place.count - 1


def test_a_beat_for_each_repetition_counts_whatever_the_tempo():
    drill = next(
        one
        for one in DRILLS.values()
        if one.metronome_bpm is not None and one.metronome_bpm.beat == "each_rep"
    )
    step_id = next(step.id for step in drill.steps if step.metronome_on)
    counter = RepCounter(drill)
    assert counter.place(moment(drill, step_id, 10.0, beats=4.25, bpm=40.0)).done == 4
    assert counter.place(moment(drill, step_id, 10.0, beats=4.25, bpm=40.0)).fraction == pytest.approx(0.25)


def test_a_rest_has_no_repetitions():
    drill = DRILLS["glute-bridge"]
    assert RepCounter(drill).place(moment(drill, "rest_1", 3.0)) is None
