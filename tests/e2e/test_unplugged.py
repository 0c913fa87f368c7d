"""The sound device is pulled out in the middle of a set: the session goes on, and another device plays."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers.sound_room import is_possible, sound_room

PLAYER = Path(__file__).resolve().parents[1] / "bench" / "play_routine.py"
SECONDS, TEMPO = 14, 170
FIRST_SINK = "0"  # the room's first module
BEFORE_S, GAP_S, AFTER_S = 3.0, 2.0, 6.0
PATIENCE_S = 90


@pytest.mark.sound
@pytest.mark.skipif(
    not is_possible() or shutil.which("pactl") is None, reason="pulseaudio, parec or pactl is not installed"
)
def test_the_session_goes_on_in_time_and_another_device_plays():
    command = [sys.executable, str(PLAYER), "beat", str(SECONDS), str(TEMPO), str(TEMPO)]
    with (
        sound_room() as room,
        subprocess.Popen(
            command, env=room.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as player,
    ):
        assert player.stdout.readline() == "started\n"
        time.sleep(BEFORE_S)
        room.control("unload-module", FIRST_SINK)
        time.sleep(GAP_S)
        room.control("load-module", "module-null-sink", "sink_name=other", "rate=48000")
        time.sleep(AFTER_S)
        playing = room.control("list", "short", "sink-inputs")
        printed, _ = player.communicate(timeout=PATIENCE_S)
    assert playing
    told = json.loads(printed.splitlines()[-1])
    before, after = told["runs"]
    # the second stream goes on at the place that the clock had come to by then
    place = SECONDS - after["tones"][-1][0]
    assert place == pytest.approx(after["filled"] - before["filled"], abs=0.5)
    assert told["took"] == pytest.approx(SECONDS, abs=1.0)
