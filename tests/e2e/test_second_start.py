"""Two real processes on one data folder: the second brings the first to the front and ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from helpers.real_program import DRIVER, RealProgram

SAYS = ["Unknot is already open. Its window is in front now."]


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "history"
    demo = [sys.executable, "-m", "unknot", "--data-dir", str(folder), "demo"]
    subprocess.run(demo, check=True, capture_output=True)
    return folder


def second_start(data: Path, **variables: str) -> None:
    command = [sys.executable, "-m", "unknot", "--data-dir", str(data)]
    with RealProgram(command, **variables, UNKNOT_REPORT_READY="1") as second:
        assert second.end() == 0
        assert second.lines == SAYS  # and neither "painted" nor "filled"


def test_a_second_start_brings_the_minimised_window_to_the_front_as_often_as_it_comes(data):
    with RealProgram.driven(data, "stand-by") as first:
        first.until("away")
        second_start(data)
        assert first.until("front")[-1].startswith("front True")
        first.until("away")
        second_start(data, XDG_ACTIVATION_TOKEN="a-token")
        first.until("front")
        first.until("end")
        assert first.end() == 0


def test_in_a_session_it_brings_the_one_player_to_the_front(data):
    with RealProgram.driven(data, "play-by") as first:
        first.until("away")
        second_start(data)
        assert first.until("front")[-1] == "front True running"
        first.until("end")
        assert first.end() == 0


def test_another_data_folder_is_another_program(data, tmp_path):
    with RealProgram.window(data) as first, RealProgram.window(tmp_path / "other") as second:
        first.until("filled")
        assert second.until("filled") == ["painted", "filled"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_what_a_killed_program_left_stands_in_nobodys_way(data):
    with RealProgram.window(data) as killed:
        killed.until("filled")
        killed.process.kill()
        killed.process.wait()
    assert (data / "unknot.lock").exists()
    with RealProgram([sys.executable, str(DRIVER), str(data), "stand-by"]) as next_one:
        next_one.until("away")
        second_start(data)
        next_one.until("front")
