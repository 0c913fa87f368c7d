"""Faults that nobody caught."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading

import pytest

from unknot import crash

CRASHING = """
import ctypes, sys
from pathlib import Path
from unknot import crash
crash.FaultFile(Path(sys.argv[1])).arm()
ctypes.string_at(0)
"""
QUIET = """
import sys
from pathlib import Path
from unknot import crash
faults = crash.FaultFile(Path(sys.argv[1]))
faults.arm()
print(faults.path.exists())
faults.disarm()
"""


def start(program, folder):
    return subprocess.run(
        [sys.executable, "-c", program, str(folder)], check=False, capture_output=True, text=True
    )


@pytest.fixture
def _hooks_restored():
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def test_a_native_crash_is_noticed_once_with_its_stack(tmp_path):
    assert start(CRASHING, tmp_path).returncode != 0
    found = crash.previous_crash(tmp_path)
    assert "string_at" in found.read_text(encoding="utf-8")
    assert found.name.startswith("crash-")
    assert crash.previous_crash(tmp_path) is None


def test_a_good_end_leaves_no_file(tmp_path):
    assert start(QUIET, tmp_path).stdout.strip() == "True"
    assert list(tmp_path.iterdir()) == []
    assert crash.previous_crash(tmp_path) is None


def test_a_killed_program_is_no_crash_and_its_empty_file_goes(tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", "pass"])
    ended.wait()
    (tmp_path / f"fault-{ended.pid}.txt").touch()
    assert crash.previous_crash(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file by itself")
def test_the_file_of_a_program_that_still_runs_is_left_alone(tmp_path):
    path = tmp_path / f"fault-{os.getppid()}.txt"
    path.touch()
    assert crash.previous_crash(tmp_path) is None
    assert path.exists()


def test_five_old_reports_are_kept(tmp_path):
    for number in range(9):
        (tmp_path / f"crash-2026010{number}-000000.txt").write_text("old")
    crash.previous_crash(tmp_path)
    assert len(list(tmp_path.iterdir())) == crash.KEPT_REPORTS


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(tmp_path):
    (tmp_path / "file").write_text("in the way")
    ended = start(QUIET, tmp_path / "file" / "logs")
    assert ended.returncode == 0


def caught_error():
    try:
        raise ValueError("the ring is broken")
    except ValueError as error:
        return error


@pytest.mark.usefixtures("_hooks_restored")
def test_the_handler_gets_the_error_and_a_report_to_copy(caplog):
    got = []
    crash.watch(lambda error, text: got.append((error, text)))
    error = caught_error()
    with caplog.at_level(logging.ERROR):
        sys.excepthook(type(error), error, error.__traceback__)
    assert got[0][0] is error
    assert got[0][1].startswith("Unknot ")
    assert "ValueError: the ring is broken" in got[0][1]
    assert "the ring is broken" in caplog.text


@pytest.mark.usefixtures("_hooks_restored")
def test_an_error_in_a_thread_reaches_the_handler_too(caplog):
    got = []
    crash.watch(lambda error, text: got.append(error))
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert isinstance(got[0], ZeroDivisionError)


@pytest.mark.usefixtures("_hooks_restored")
def test_a_handler_that_fails_itself_hides_nothing(caplog, capsys):
    def failing(error, text):
        raise RuntimeError("no dialog")

    crash.watch(failing)
    error = caught_error()
    sys.excepthook(type(error), error, error.__traceback__)
    assert "no dialog" in caplog.text
    assert "the ring is broken" in capsys.readouterr().err


@pytest.mark.usefixtures("_hooks_restored")
def test_the_wish_to_stop_is_no_crash(capsys):
    got = []
    crash.watch(lambda error, text: got.append(error))
    stop = KeyboardInterrupt()
    sys.excepthook(KeyboardInterrupt, stop, None)
    assert got == []
