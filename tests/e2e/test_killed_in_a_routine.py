"""The real program is killed in the middle of a routine: every finished step is there, and it can go on."""

from __future__ import annotations

import subprocess
import sys
from uuid import UUID

import pytest

from helpers.kills import LOST_S, RESUMED_S
from helpers.real_program import RealProgram
from unknot import paths
from unknot.domain.knots import CheckOccasion
from unknot.domain.practice import SessionEnd, StepEnd
from unknot.storage.history import open_history

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


@pytest.fixture
def history(tmp_path):
    """Knots to release, so that Today offers one."""
    data = tmp_path / "history"
    subprocess.run(
        [sys.executable, "-m", "unknot", "--data-dir", str(data), "demo"], check=True, capture_output=True
    )
    return data


def session_on_disk(data, session_id):
    stored = open_history(data, paths.migrations())
    try:
        session = stored.sessions.get(session_id)
        checks = [
            check
            for story in stored.knots.all()
            for check in story.checks
            if check.session_id == session_id and check.occasion is CheckOccasion.BEFORE
        ]
    finally:
        stored.close()
    return session, checks


def test_every_finished_step_is_there_and_the_session_can_go_on(history):
    with RealProgram.driven(history, "play") as program:
        lines = program.until("middle")
        program.process.kill()
        assert program.process.wait() < 0
    session_id = UUID(next(line for line in lines if line.startswith("session ")).split()[1])
    started = [line.split()[1:] for line in lines if line.startswith("step ")]
    running, position = int(lines[-1].split()[1]), float(lines[-1].split()[2])
    finished = {int(index): step_id for index, step_id in started if int(index) < running}

    session, checks = session_on_disk(history, session_id)
    assert session.end is SessionEnd.OPEN
    on_disk = {step.index: step.step_id for step in session.steps}
    assert finished.items() <= on_disk.items()
    assert set(on_disk) == set(range(running))
    assert all(step.end is StepEnd.DONE for step in session.steps)
    assert [check.tenderness for check in checks] == [4]

    with RealProgram.driven(history, "look") as program:
        told = program.until("end")
        assert program.end() == 0
    assert any("was cut off" in line for line in told)
    resumed = next(line for line in told if line.startswith("resumed ")).split()
    assert UUID(resumed[1]) == session_id
    assert int(resumed[2]) == running
    assert position - session.position_s <= LOST_S
    assert 0 <= float(resumed[3]) - session.position_s <= RESUMED_S
