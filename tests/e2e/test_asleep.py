"""The real program stands still in a routine, as in sleep: it asks, and goes on from there."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from helpers.real_program import RealProgram

ASLEEP_S = 4.0  # more than the two seconds from which on it is noticed
A_MOMENT_S = 0.5

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot stop a process")


def test_a_session_that_slept_stands_where_it_was_and_goes_on_from_there(tmp_path):
    data = tmp_path / "history"
    subprocess.run(
        [sys.executable, "-m", "unknot", "--data-dir", str(data), "demo"], check=True, capture_output=True
    )
    with RealProgram.driven(data, "doze") as program:
        awake = float(program.until("awake")[-1].split()[1])
        program.process.send_signal(signal.SIGSTOP)
        time.sleep(ASLEEP_S)
        program.process.send_signal(signal.SIGCONT)
        position, away = map(float, program.until("away")[-1].split()[1:])
        on = float(program.until("on")[-1].split()[1])
        program.until("end")
        assert program.end() == 0
    assert away > ASLEEP_S - A_MOMENT_S
    assert position == pytest.approx(awake, abs=A_MOMENT_S)
    assert on == pytest.approx(position, abs=A_MOMENT_S)
