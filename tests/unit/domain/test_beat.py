"""The metronome alone: taps, own steps, accents and feet."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.domain.beat import (
    HIGHEST,
    LOWEST,
    beat_notes,
    foot_of,
    is_accent,
    number_of,
    own_rates,
    tapped_tempo,
    within,
)
from unknot.domain.body import Side
from unknot.domain.metronome import Metronome
from unknot.domain.tone import BeatSound, Tone


def taps(*gaps: float) -> list[float]:
    return list(itertools.accumulate(gaps, initial=100.0))


def test_two_taps_say_nothing_and_a_third_gives_the_tempo():
    assert tapped_tempo(taps(0.5)) is None
    assert tapped_tempo(taps(0.5, 0.5)) == 120


@pytest.mark.parametrize("odd", [1.0, 0.2, 0.7])
def test_one_odd_tap_does_not_change_the_tempo(odd: float):
    assert tapped_tempo(taps(0.5, 0.5, odd, 0.5, 0.5)) == 120


def test_small_unevenness_is_levelled():
    assert tapped_tempo(taps(0.34, 0.36, 0.35, 0.33, 0.37)) == 171


def test_only_the_last_taps_count():
    assert tapped_tempo(taps(*[1.0] * 8, *[0.4] * 8)) == 150


def test_taps_after_a_pause_begin_anew():
    assert tapped_tempo(taps(0.5, 0.5, 0.5, 5.0)) is None
    assert tapped_tempo(taps(0.5, 0.5, 0.5, 5.0, 1.0, 1.0)) == 60


@given(st.lists(st.floats(0, 3), max_size=20))
def test_whatever_is_tapped_stays_on_the_dial(gaps: list[float]):
    tempo = tapped_tempo(taps(*gaps))
    assert tempo is None or LOWEST <= tempo <= HIGHEST


def test_the_dial_ends_at_both_sides():
    assert (within(3), within(171.6), within(900)) == (LOWEST, 172, HIGHEST)


def test_own_steps_are_raised_by_what_was_studied():
    assert [(one.percent, one.bpm) for one in own_rates(164)] == [
        (0.0, 164), (5.0, 172), (7.5, 176), (10.0, 180),
    ]  # fmt: skip


@given(st.integers(80, 218))
def test_no_raise_is_ever_more_than_it_says(step_rate: int):
    for one in own_rates(step_rate):
        assert step_rate <= one.bpm <= step_rate * (1 + one.percent / 100) + 1e-6


def test_feet_land_in_turn_and_the_left_first():
    assert [foot_of(k) for k in range(3)] == [Side.LEFT, Side.RIGHT, Side.LEFT]


def test_beats_are_counted_from_accent_to_accent_or_on_and_on():
    assert [number_of(k, 3) for k in range(5)] == [1, 2, 3, 1, 2]
    assert [number_of(k, 0) for k in (0, 1, 411)] == [1, 2, 412]


@pytest.mark.parametrize("accent", [0, 2, 3, 4])
def test_only_every_so_many_beats_are_accents(accent: int):
    notes = beat_notes(Metronome(0.0, 120), 0.0, 6.0, accent, BeatSound.CLICK)
    assert [note.at for note in notes] == [k * 0.5 for k in range(12)]
    loud = [k for k, note in enumerate(notes) if note.tone is Tone.ACCENT]
    assert loud == [k for k in range(12) if is_accent(k, accent)]
    assert loud == (list(range(0, 12, accent)) if accent else [])


def test_a_soft_beat_has_tones_of_its_own():
    notes = beat_notes(Metronome(0.0, 60), 0.0, 2.0, 2, BeatSound.SOFT)
    assert [note.tone for note in notes] == [Tone.SOFT_ACCENT, Tone.SOFT]
