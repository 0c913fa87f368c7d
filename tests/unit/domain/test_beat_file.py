"""Where the beats and words of a file lie."""

from __future__ import annotations

from itertools import pairwise
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.domain.beat_file import COUNT_IN_BEATS, BeatFile, file_notes, word_starts
from unknot.domain.tone import SECONDS, BeatSound, Tone


def test_a_file_is_as_long_as_was_chosen_and_the_count_in_comes_on_top():
    assert BeatFile(120, 3).seconds == 180
    assert BeatFile(120, 3, count_in=True).seconds == 182


def test_the_count_in_are_four_accents_and_the_beat_goes_on_from_them():
    notes = file_notes(BeatFile(120, 1, count_in=True))
    assert [note.at for note in notes] == [k * 0.5 for k in range(COUNT_IN_BEATS + 120)]
    assert {note.tone for note in notes[:COUNT_IN_BEATS]} == {Tone.ACCENT}
    assert {note.tone for note in notes[COUNT_IN_BEATS:]} == {Tone.CLICK}


def test_accents_begin_with_the_first_beat_after_the_count_in():
    notes = file_notes(BeatFile(120, 1, accent=4, sound=BeatSound.SOFT, count_in=True))
    loud = [k for k, note in enumerate(notes) if note.tone is Tone.SOFT_ACCENT]
    assert loud == [0, 1, 2, 3, *range(4, 124, 4)]


@given(
    st.integers(40, 240),
    st.sampled_from([0, 2, 3, 4]),
    st.booleans(),
    st.sampled_from([60, 120, 300]),
    st.floats(0.2, 6),
)
def test_words_begin_on_no_beat_come_at_their_distance_and_end_with_the_file(
    bpm: int, accent: int, count_in: bool, every_s: int, lasts_s: float
):
    file = BeatFile(bpm, 12, accent, count_in=count_in, words="tall", every_s=every_s)
    starts = word_starts(file, lasts_s)
    assert len(starts) in {ceil(720 / every_s), ceil(720 / every_s) - 1}
    loud = [note.at for note in file_notes(file)]
    for start in starts:
        before = max(at for at in loud if at <= start)
        assert start - before >= min(SECONDS[Tone.CLICK], 60 / bpm)
        assert start + lasts_s <= file.seconds
    gaps = [after - one for one, after in pairwise(starts)]
    assert all(abs(gap - every_s) <= 4 * 60 / bpm for gap in gaps)


@pytest.mark.parametrize("count_in", [False, True])
def test_the_first_words_come_five_seconds_after_the_count_in(count_in: bool):
    file = BeatFile(60, 2, count_in=count_in, words="tall")
    first, second = word_starts(file, 1.0)
    after = first - (4.0 if count_in else 0.0)
    assert 5.0 + SECONDS[Tone.SOFT_ACCENT] < after < 5.5
    assert second - first == 60.0


def test_nothing_is_said_without_words():
    assert word_starts(BeatFile(120, 10), 1.0) == ()
