"""A smooth clock from a counter that moves in steps, lags, and sometimes stops."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.services.sound_clock import JUMP_S, PATIENCE_S, STALL_S, SoundClock, Together

LATENCY = 0.02


def run(steps, seconds=3.0, rate=1.0, look=0.033, clock=None):
    """(moment, told, truth) at every look; the counter moves in `steps` seconds, read every 20 ms."""
    clock = clock or SoundClock(100.0)
    told, moment, read = [], 100.0, 100.0
    while moment < 100.0 + seconds:
        moment += look
        while read + 0.02 <= moment:
            read += 0.02
            truth = max(0.0, (read - 100.0 - LATENCY) * rate)
            clock.observe(read, truth // steps * steps)
        told.append((moment, clock.heard(moment), max(0.0, (moment - 100.0 - LATENCY) * rate)))
    return told


@pytest.mark.parametrize("steps", [0.005, 0.011, 0.022])
def test_it_is_within_a_frame_of_what_is_heard_and_smooth(steps):
    told = run(steps)
    assert all(abs(heard - truth) < 0.025 for _, heard, truth in told)
    assert all(abs(heard - truth) < 0.006 for moment, heard, truth in told if moment > 101.5)
    later = [(moment, heard) for moment, heard, _ in told if moment > 100.2]
    for (t0, h0), (t1, h1) in itertools.pairwise(later):
        assert 0.97 * (t1 - t0) <= h1 - h0 <= 1.03 * (t1 - t0)


@given(st.floats(0.9995, 1.0005))
def test_it_follows_a_device_whose_quartz_is_off(rate):
    told = run(0.011, seconds=20, rate=rate, look=0.1)
    assert all(abs(heard - truth) < 0.02 for moment, heard, truth in told if moment > 101)


def test_it_is_zero_until_the_device_begins():
    clock = SoundClock(50.0)
    assert clock.heard(50.0 + PATIENCE_S) == 0.0


def test_a_device_that_never_begins_tells_nothing():
    clock = SoundClock(50.0)
    clock.observe(51.0, 0.0)
    assert clock.heard(50.0 + PATIENCE_S + 0.1) is None


def test_a_device_that_stops_tells_nothing():
    clock = SoundClock(0.0)
    for n in range(1, 50):
        clock.observe(n * 0.02, n * 0.02)
    assert clock.heard(0.97 + STALL_S) is not None
    for n in range(50, 100):
        clock.observe(n * 0.02, 0.98)
    assert clock.heard(0.98 + STALL_S + 0.1) is None


def test_after_a_dropout_it_comes_back_at_once():
    clock = SoundClock(0.0)
    clock.observe(1.0, 1.0)
    assert clock.heard(1.0) == 1.0
    clock.observe(1.5, 1.1)
    lost = 0.4
    assert lost > JUMP_S
    for n in range(1, 80):
        clock.observe(1.5 + n * 0.02, 1.1 + n * 0.02)
        clock.heard(1.5 + n * 0.02)
    assert clock.heard(3.1) == pytest.approx(2.7, abs=0.03)


def test_it_tells_how_far_the_quartz_of_the_device_went_off_and_that_the_picture_went_with_it():
    clock = SoundClock(100.0)
    run(0.011, seconds=62, rate=1.0005, clock=clock)
    assert clock.together.seconds == pytest.approx(60, abs=0.1)
    assert clock.together.drift_s == pytest.approx(0.03, abs=0.012)
    assert clock.together.apart_s < 0.012


def test_a_stream_of_a_moment_tells_nothing():
    clock = SoundClock(100.0)
    run(0.011, seconds=1.5, clock=clock)
    assert clock.together == Together()


def test_two_streams_add_up():
    assert Together(60, 0.03, 0.004) + Together(30, -0.01, 0.009) == Together(90, pytest.approx(0.02), 0.009)
