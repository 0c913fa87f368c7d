"""The tones, and that each lies on its sample however the stream is cut."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unknot.domain.metronome import Metronome
from unknot.domain.score import Note, Tone
from unknot.services.tones import RATE, Mix, make_tones

TONES = make_tones()


def pitch(wave):
    mono = wave.sum(axis=1)
    spectrum = np.abs(np.fft.rfft(mono, 8 * RATE))
    return float(np.argmax(spectrum)) / 8


def decoded(data):
    return np.frombuffer(data, "<i2").reshape(-1, 2)


@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_is_gentle(tone):
    wave = TONES[tone]
    peak = np.abs(wave).max()
    assert 0.2 < peak <= 0.6
    assert np.abs(wave[0]).max() < 0.01
    assert np.abs(wave[-1]).max() < 0.01
    assert np.abs(np.diff(wave, axis=0)).max() < 0.25


def test_every_role_has_a_pitch_or_a_length_of_its_own():
    kinds = {(round(pitch(TONES[tone])), len(TONES[tone])) for tone in Tone if tone is not Tone.RIGHT}
    assert len(kinds) == len(Tone) - 1


def test_left_and_right_come_from_one_side_only():
    assert np.abs(TONES[Tone.LEFT][:, 1]).max() == 0 < np.abs(TONES[Tone.LEFT][:, 0]).max()
    assert np.abs(TONES[Tone.RIGHT][:, 0]).max() == 0 < np.abs(TONES[Tone.RIGHT][:, 1]).max()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1.5), st.sampled_from(list(Tone))), max_size=6),
    st.lists(st.integers(1, 20_000), min_size=1, max_size=8),
)
def test_the_stream_is_the_same_however_it_is_cut(when, cuts):
    mix = Mix(TONES, [Note(5 + at, tone) for at, tone in when], 5.0, 100)
    whole = decoded(mix.render(0, sum(cuts)))
    parts, first = [], 0
    for count in cuts:
        parts.append(decoded(mix.render(first, count)))
        first += count
    assert np.array_equal(whole, np.concatenate(parts))


def test_a_tone_begins_at_its_sample():
    mix = Mix(TONES, [Note(12.5, Tone.CHANGE)], 12.0, 960)
    at = 960 + RATE // 2
    data = decoded(mix.render(0, RATE))
    assert not data[:at].any()
    expected = (TONES[Tone.CHANGE][: RATE - at] * 32_767).astype("<i2")
    assert np.array_equal(data[at : at + len(expected)], expected)


@given(st.floats(30, 240), st.floats(0, 600))
def test_every_beat_is_within_one_sample_of_where_it_belongs(bpm, start):
    beats = Metronome(start, bpm).between(start, start + 30)
    mix = Mix(TONES, [Note(second, Tone.CLICK) for _, second in beats], start, 0)
    for (k, _), (sample, _) in zip(beats, mix.starts, strict=True):
        assert abs(sample - k * 60 / bpm * RATE) <= 1


def test_what_is_over_already_is_left_out():
    mix = Mix(TONES, [Note(1.0, Tone.TICK), Note(3.0, Tone.TICK)], 2.0, 0)
    assert mix.starts == ((RATE, Tone.TICK),)


def test_two_tones_at_once_do_not_overflow():
    mix = Mix(TONES, [Note(0, tone) for tone in (Tone.CHANGE, Tone.ACCENT, Tone.END, Tone.CHANGE)], 0.0, 0)
    assert np.abs(decoded(mix.render(0, RATE)).astype(int)).max() <= 32_767
