"""Beats fall where start + k * 60 / bpm puts them, however late in the session."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.timelines import shipped_drill
from unknot.domain.metronome import Metronome, dial, first_tempo

RATE = 48_000
tempos = st.floats(30, 240)
starts = st.floats(0, 3600)


@given(starts, tempos, st.integers(0, 20_000))
def test_beat_k_is_at_start_plus_k_times_sixty_over_bpm_within_one_sample(start, bpm, k):
    assert abs(Metronome(start, bpm).beat(k) - (start + k * 60 / bpm)) * RATE <= 1


@given(starts, tempos, st.floats(0, 600), st.floats(0, 60))
def test_beats_between_two_moments_are_all_of_them_once(start, bpm, after, length):
    metronome = Metronome(start, bpm)
    begin, middle, end = start + after, start + after + length / 3, start + after + length
    whole = metronome.between(begin, end)
    assert whole == metronome.between(begin, middle) + metronome.between(middle, end)
    numbers = [k for k, _ in whole]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    assert all(begin - 1e-6 <= second < end for _, second in whole)


def test_a_beat_on_the_first_moment_counts_and_one_on_the_last_does_not():
    assert Metronome(10.0, 120).between(10.0, 11.0) == ((0, 10.0), (1, 10.5))


@given(tempos, tempos, st.floats(0, 300))
def test_a_change_of_tempo_keeps_the_beat_that_is_on(bpm, other, after):
    before = Metronome(5.0, bpm)
    changed = before.changed(5.0 + after, other)
    assert changed.beats_at(5.0 + after) == pytest.approx(before.beats_at(5.0 + after))
    k = int(changed.beats_at(5.0 + after)) + 1
    assert changed.beat(k + 1) - changed.beat(k) == pytest.approx(60 / other)
    assert changed.beat(k) > 5.0 + after - 1e-9


@pytest.mark.parametrize("bpm", [0, -1, float("nan"), float("inf")])
def test_a_tempo_has_to_be_above_zero(bpm):
    with pytest.raises(ValueError, match="beats a minute"):
        Metronome(0.0, bpm)


def test_the_first_tempo_is_relative_to_the_own_step_rate():
    limits = shipped_drill("quick-step-metronome").metronome_bpm
    assert first_tempo(limits) == limits.default
    assert first_tempo(limits, 160) == round(160 * limits.relative_default)
    assert dial(limits, 160) == (160, 176)


def test_a_step_rate_beyond_the_dial_stays_on_the_dial():
    limits = shipped_drill("quick-step-metronome").metronome_bpm
    assert first_tempo(limits, 198) == 200
    assert dial(limits, 100) == (limits.min, limits.max)
