"""The device of one stream: let go of when it is lost, looked for again, and told how to sound."""

from __future__ import annotations

import pytest

from helpers.clock import ManualClock
from helpers.speaker import SilentSpeaker
from unknot.domain.choices import Choices
from unknot.services.held_speaker import OPEN_AGAIN_S, HeldSpeaker
from unknot.services.pace import Pace

LOUD = Choices(volume=90)


@pytest.fixture
def seconds() -> ManualClock:
    return ManualClock()


@pytest.fixture
def device(seconds: ManualClock) -> SilentSpeaker:
    return SilentSpeaker(seconds)


@pytest.fixture
def pace(seconds: ManualClock) -> Pace:
    return Pace(seconds)


def test_a_device_that_plays_is_left_alone(device, pace, seconds):
    held = HeldSpeaker(pace, None, device)
    device.play((), 0.0)
    held.lead(0.0)
    seconds.advance(1.0)
    assert not held.look_after(LOUD)
    assert held.device is device


def test_a_lost_device_is_let_go_at_once_and_another_one_is_told_how_loud(device, pace, seconds):
    found = []

    def look() -> SilentSpeaker | None:
        return found.pop() if found else None

    held = HeldSpeaker(pace, look, device)
    device.play((), 0.0)
    held.lead(0.0)
    device.alive = False
    seconds.advance(0.1)
    assert held.look_after(LOUD)
    assert held.device is None
    assert device.closed
    assert not held.look_after(LOUD)
    seconds.advance(OPEN_AGAIN_S + 0.1)
    assert not held.look_after(LOUD)  # looked for, in vain
    another = SilentSpeaker(seconds)
    found.append(another)
    assert not held.look_after(LOUD)
    seconds.advance(OPEN_AGAIN_S + 0.1)
    assert held.look_after(LOUD)
    assert held.device is another
    assert another.volume == LOUD.volume


def test_where_there_was_none_from_the_start_none_is_looked_for(pace, seconds):
    held = HeldSpeaker(pace, lambda: SilentSpeaker(seconds))
    seconds.advance(10.0)
    assert not held.look_after(LOUD)


def test_once_it_was_closed_or_given_away_none_is_looked_for(device, pace, seconds):
    held = HeldSpeaker(pace, lambda: SilentSpeaker(seconds), device)
    assert held.give_away() is device
    held.close()
    assert not device.closed
    seconds.advance(10.0)
    assert not held.look_after(LOUD)
