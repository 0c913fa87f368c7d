"""The real program and a desktop's screen saver, on a D-Bus of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers.real_program import DRIVER, RealProgram

SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("dbus-run-session", SYSTEM_PYTHON)
SCRIPT = Path(__file__).with_name("screen_saver.py")


def lacking() -> str:
    """What of a desktop is not installed; empty where all is there."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        return ", ".join(missing)
    bound = [SYSTEM_PYTHON, "-c", "from gi.repository import Gio"]
    there = subprocess.run(bound, check=False, capture_output=True)
    return "" if there.returncode == 0 else "the system Python's bindings of GLib"


pytestmark = pytest.mark.skipif(bool(lacking()), reason=f"not installed: {lacking()}")


@pytest.fixture
def desktop(tmp_path):
    """What a program needs to find a screen saver, which writes its calls to a file."""
    calls = tmp_path / "calls"
    script = f'echo "$DBUS_SESSION_BUS_ADDRESS"; exec {SYSTEM_PYTHON} "{SCRIPT}" "{calls}"'
    session = subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", script],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
    )  # fmt: skip
    address = session.stdout.readline().strip()
    assert session.stdout.readline() == "ready\n"
    yield {"DBUS_SESSION_BUS_ADDRESS": address, "UNKNOT_TEST_DESKTOP": str(calls)}
    os.killpg(session.pid, 15)
    session.wait()
    session.stdout.close()


@pytest.fixture
def history(tmp_path):
    data = tmp_path / "history"
    demo = [sys.executable, "-m", "unknot", "--data-dir", str(data), "demo"]
    subprocess.run(demo, check=True, capture_output=True)
    return data


def test_the_screen_is_kept_on_while_a_session_runs_and_released_at_pause_and_end(history, desktop):
    with RealProgram([sys.executable, str(DRIVER), str(history), "rest"], **desktop) as program:
        told = program.until("end")
        assert program.end() == 0
    assert told[-2] == "asked Inhibit UnInhibit Inhibit UnInhibit"
    asked = Path(desktop["UNKNOT_TEST_DESKTOP"]).read_text().split()
    assert asked == ["Inhibit", "UnInhibit", "Inhibit", "UnInhibit"]


def test_a_program_that_dies_in_a_session_keeps_no_screen_on(history, desktop):
    with RealProgram([sys.executable, str(DRIVER), str(history), "vanish"], **desktop) as program:
        assert program.process.wait() < 0
    calls = Path(desktop["UNKNOT_TEST_DESKTOP"])
    until = time.monotonic() + 10
    while "gone" not in calls.read_text() and time.monotonic() < until:
        time.sleep(0.02)
    assert calls.read_text().split() == ["Inhibit", "gone"]
