"""The one test that owns QtMultimedia, in a process of its own so that its messages stay there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import helpers.play_notes
from helpers.sound_room import RATE, is_possible, place_of, sound_room
from unknot.domain.tone import Tone
from unknot.services import sound
from unknot.services.sound import LEAD, SoundDoor, _Silence, open_speaker
from unknot.services.sound_clock import Together
from unknot.services.tones import make_tones

PLAYER = [sys.executable, helpers.play_notes.__file__]


def with_paths(environment):
    tests = Path(__file__).resolve().parents[2]
    return {**environment, "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent / "app")])}


@pytest.mark.sound
def test_without_a_sound_server_there_is_no_speaker(tmp_path):
    nowhere = {
        **with_paths(os.environ),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "PULSE_SERVER": f"unix:{tmp_path}/nobody",
        "PIPEWIRE_REMOTE": f"{tmp_path}/nobody",
        "HOME": str(tmp_path),
    }
    told = subprocess.run(PLAYER, env=nowhere, check=True, capture_output=True, text=True, timeout=60)
    assert json.loads(told.stdout) == {"speaker": False}


@pytest.mark.sound
@pytest.mark.skipif(not is_possible(), reason="pulseaudio and parec are not installed")
def test_every_tone_is_on_its_sample_though_the_window_stands_still():
    with sound_room() as room:
        room.environment = with_paths(room.environment)
        printed, heard = room.recorded(PLAYER, timeout=60)
    told = json.loads(printed)
    assert told["dropouts"] == 0
    wave = make_tones()[Tone.TICK].sum(axis=1)
    begin = next(
        at
        for first in range(
            0, len(heard), RATE // 10
        )  # a window holds one tick at most: the best is the first
        if (at := place_of(wave, heard, first, first + RATE // 10)) is not None
    )
    begin = place_of(wave, heard, begin - RATE // 10, begin + RATE // 10)
    places = [
        place_of(
            wave,
            heard,
            begin + round((at - told["ticks"][0]) * RATE) - 500,
            begin + 500 + round((at - told["ticks"][0]) * RATE),
        )
        for at in told["ticks"]
    ]
    assert [b - a for a, b in pairwise(places)] == pytest.approx([0.2 * RATE] * 9, abs=1)
    looks = [(moment, seconds) for moment, seconds in told["looks"] if seconds]
    offsets = [moment - seconds for moment, seconds in looks]
    assert max(offsets) - min(offsets) < 0.05
    assert looks[-1][1] > 2.0
    assert told["heard_after_close"] is None


def test_without_qt_multimedia_there_is_no_speaker(monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    assert open_speaker() is None


def test_the_silence_before_the_first_tone_covers_what_a_fresh_stream_loses():
    assert LEAD >= 0.02 * RATE


class SinkOfNoDevice:
    """As Qt's where the device went between being found and being opened."""

    def start(self):
        return None

    def bytesFree(self):
        return 4_096


def test_a_device_that_went_before_it_was_opened_gets_no_silence():
    _Silence(SinkOfNoDevice()).feed()


def test_what_was_measured_of_each_stream_adds_up_over_a_sitting(monkeypatch):
    class Stream:
        def __init__(self, together):
            self.together, self.is_closed = together, False

    streams = [Stream(Together(60, 0.002, 0.004)), None, Stream(Together(30, 0.001, 0.006))]
    given = iter(streams)
    monkeypatch.setattr(sound, "open_speaker", lambda: next(given))
    door = SoundDoor()
    assert door.together == Together()
    assert door() is streams[0]
    streams[0].is_closed = True
    assert door() is None
    assert door() is streams[2]
    assert door.together == Together(90, pytest.approx(0.003), 0.006)
