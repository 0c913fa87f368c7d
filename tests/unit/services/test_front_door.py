"""A second start knocks; the first answers with what it was told, and another folder is another door."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtNetwork import QLocalSocket  # noqa: TID251  # stays on this computer

from unknot.services import front_door
from unknot.services.front_door import FrontDoor, knock


@pytest.fixture(autouse=True)
def no_token(monkeypatch):
    for name in front_door.TOKEN_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def door(qapp, tmp_path):
    opened = FrontDoor(tmp_path)
    yield opened
    opened.close()


KNOCK = """
import sys
from pathlib import Path
from unknot.services.front_door import knock
sys.exit(0 if knock(Path(sys.argv[1])) else 1)
"""


def knocked(qtbot, door, folder):
    """Knock from another process; the answer and what the door heard."""
    heard = []
    door.knocked.connect(heard.append)
    other = subprocess.Popen([sys.executable, "-c", KNOCK, str(folder)])
    qtbot.waitUntil(lambda: other.poll() is not None)
    return other.returncode == 0, heard


def test_a_knock_is_heard_and_answered(qtbot, door, tmp_path):
    assert knocked(qtbot, door, tmp_path) == (True, [""])


@pytest.mark.parametrize("name", front_door.TOKEN_VARIABLES)
def test_the_leave_of_the_launcher_is_passed_on(qtbot, door, tmp_path, monkeypatch, name):
    monkeypatch.setenv(name, "gnome-shell/unknot/4711_TIME99")
    assert knocked(qtbot, door, tmp_path) == (True, ["gnome-shell/unknot/4711_TIME99"])


def test_where_nobody_listens_no_one_answers(door, tmp_path):
    assert not knock(tmp_path / "other")
    door.close()
    assert not knock(tmp_path)


def test_whoever_hangs_is_not_waited_for(door, tmp_path):
    assert not knock(tmp_path, patience_ms=30)  # nobody turns the door's event loop meanwhile


def test_the_same_folder_by_another_path_is_the_same_door(qtbot, door, tmp_path):
    (tmp_path / "in").mkdir()
    assert knocked(qtbot, door, tmp_path / "in" / "..")[0]


def test_noise_at_the_door_is_shown_out_and_the_next_knock_is_heard(qtbot, door, tmp_path):
    noise = QLocalSocket()
    noise.connectToServer(front_door._name(tmp_path))
    assert noise.waitForConnected(1000)
    noise.write(b"x" * 10_000)
    qtbot.waitUntil(lambda: noise.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert knocked(qtbot, door, tmp_path) == (True, [""])


def test_a_socket_left_by_a_killed_program_is_taken_over(qtbot, door, tmp_path):
    door._server.close = lambda: None
    again = FrontDoor(tmp_path)
    assert knocked(qtbot, again, tmp_path) == (True, [""])
    again.close()
