"""The time a session is played by follows what is heard, and the clock where nothing is."""

from __future__ import annotations

import pytest

from helpers.clock import ManualClock
from helpers.speaker import SilentSpeaker
from unknot.services.pace import Pace


def following(late=0.0, delay=0.0):
    clock = ManualClock()
    speaker = SilentSpeaker(clock, late)
    pace = Pace(clock, delay)
    start = pace.now()
    speaker.play((), 0.0)
    pace.follow(speaker, start)
    return clock, speaker, pace, start


def test_without_sound_it_is_the_clock():
    clock = ManualClock()
    pace = Pace(clock)
    start = pace.now()
    clock.advance(2.5)
    assert pace.now() - start == 2.5


def test_it_stands_still_until_the_sound_is_heard():
    clock, _, pace, start = following(late=0.4)
    clock.advance(0.3)
    assert pace.now() == start
    clock.advance(0.6)
    assert pace.now() - start == 0.5


def test_filling_a_stream_takes_time_that_is_waited_for_and_not_kept():
    clock = ManualClock()
    speaker, pace = SilentSpeaker(clock), Pace(clock)
    start = pace.now()
    speaker.filling = 0.1
    speaker.play((), 0.0)
    pace.follow(speaker, start)
    waited = pace.now()
    assert waited - start == pytest.approx(0.1)
    clock.advance(0.05)
    assert pace.now() == waited
    clock.advance(0.35)
    assert pace.now() - start == pytest.approx(0.4)


def test_the_delay_of_the_speaker_holds_the_picture_back():
    clock, _, pace, start = following(delay=0.2)
    clock.advance(1.0)
    assert abs(pace.now() - start - 0.8) < 1e-9


def test_it_never_goes_back_when_the_delay_grows():
    clock, _, pace, _ = following()
    clock.advance(1.0)
    there = pace.now()
    pace.delay_s = 0.4
    assert pace.now() == there


def test_when_the_device_dies_the_clock_takes_over_without_a_jump():
    clock, speaker, pace, start = following()
    clock.advance(1.0)
    assert pace.now() - start == 1.0
    speaker.alive = False
    clock.advance(0.5)
    assert pace.now() - start == 1.5
    assert not pace.follows_sound


def test_a_long_gap_is_told_whatever_was_heard():
    clock, speaker, pace, start = following()
    clock.advance(1.0)
    pace.now()
    speaker.heard = lambda _now: 1.0  # the device slept, too
    clock.advance(3600)
    assert pace.now() - start == 3601
    assert not pace.follows_sound


def test_falling_silent_goes_on_from_the_same_moment():
    clock, _, pace, start = following(late=0.1)
    clock.advance(1.1)
    pace.now()
    pace.follow_clock()
    clock.advance(1.0)
    assert abs(pace.now() - start - 2.0) < 1e-9
