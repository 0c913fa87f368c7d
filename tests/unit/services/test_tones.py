"""The tones, and that each lies on its sample however the stream is cut."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unknot.domain.metronome import Metronome
from unknot.domain.tone import BEATS, SECONDS, Note, Tone, ToneSet
from unknot.services.tones import RATE, Mix, Words, make_tones

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


def likeness(one, other):
    """1 for the same sound at any loudness, about 0 for two that have nothing in common."""
    length = max(len(one), len(other))
    a, b = (np.pad(wave.sum(axis=1), (0, length - len(wave))) for wave in (one, other))
    return abs(float(a @ b)) / float(np.linalg.norm(a) * np.linalg.norm(b))


@pytest.mark.parametrize("style", [ToneSet.FULL, ToneSet.QUIET])
def test_every_role_is_told_apart(style):
    tones = make_tones(style)
    pairs = itertools.combinations([tone for tone in Tone if tone not in {Tone.LEFT, Tone.RIGHT}], 2)
    assert [pair for pair in pairs if likeness(tones[pair[0]], tones[pair[1]]) > 0.75] == []


def test_one_tone_for_all_is_one_tone_but_for_its_length():
    tones = make_tones(ToneSet.SINGLE)
    roles = [tone for tone in Tone if tone not in {*BEATS, Tone.LEFT, Tone.RIGHT}]
    assert {round(pitch(tones[tone])) for tone in roles} == {880}


def test_the_quiet_tones_are_less_than_half_as_loud():
    quiet = make_tones(ToneSet.QUIET)
    for tone in (Tone.WORK, Tone.REST, Tone.TICK, Tone.END):
        assert np.abs(quiet[tone]).max() < 0.5 * np.abs(TONES[tone]).max()


@pytest.mark.parametrize("style", list(ToneSet))
def test_each_tone_lasts_as_long_as_the_domain_says(style):
    assert {tone: len(wave) / RATE for tone, wave in make_tones(style).items()} == pytest.approx(SECONDS)


def test_words_begin_at_their_sample_and_are_left_out_until_they_are_ready():
    ready = []
    words = Words(10.5, lambda: ready[0] if ready else None)
    mix = Mix(TONES, (), 10.0, 100, (words,))
    at = 100 + RATE // 2
    assert mix.ready(0, RATE) == at
    assert mix.ready(at + 1, RATE) == RATE
    assert not decoded(mix.render(0, RATE)).any()
    ready.append(np.full((500, 2), 0.25, dtype=np.float32))
    assert mix.ready(0, RATE) == RATE
    heard = decoded(mix.render(0, RATE))
    assert (np.flatnonzero(heard[:, 0])[[0, -1]] == (at, at + 499)).all()


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
    mix = Mix(TONES, [Note(12.5, Tone.WORK)], 12.0, 960)
    at = 960 + RATE // 2
    data = decoded(mix.render(0, RATE))
    assert not data[:at].any()
    expected = (TONES[Tone.WORK][: RATE - at] * 32_767).astype("<i2")
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
    mix = Mix(TONES, [Note(0, tone) for tone in (Tone.WORK, Tone.ACCENT, Tone.END, Tone.WORK)], 0.0, 0)
    assert np.abs(decoded(mix.render(0, RATE)).astype(int)).max() <= 32_767
