"""One window a data folder, and no lock that outlives a crash."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from unknot.domain.errors import KnownError
from unknot.services.instance import InstanceLock, is_held

HOLD = """
import sys
from pathlib import Path
from unknot.services.instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
lock.take()
print("taken", flush=True)
sys.stdin.read()
"""


def hold(folder: Path) -> subprocess.Popen[str]:
    """Another program that holds the folder."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout.readline() == "taken\n"
    return other


def test_a_second_window_on_the_same_data_is_refused_until_the_first_is_closed(tmp_path):
    folder = tmp_path / "data"
    other = hold(folder)
    lock = InstanceLock(folder)
    with pytest.raises(KnownError, match="already open") as caught:
        lock.take()
    assert caught.value.retry
    other.communicate("")
    assert other.returncode == 0
    lock.take()
    lock.release()


def test_a_lock_left_by_a_crash_is_taken_over(tmp_path):
    other = hold(tmp_path)
    other.send_signal(signal.SIGKILL)
    other.communicate()
    assert list(tmp_path.iterdir()) != []  # the crash left its lock
    lock = InstanceLock(tmp_path)
    lock.take()
    lock.release()


def test_a_folder_is_held_only_by_a_program_that_is_alive(tmp_path):
    assert not is_held(tmp_path)
    other = hold(tmp_path)
    assert is_held(tmp_path)
    other.send_signal(signal.SIGKILL)
    other.communicate()
    assert not is_held(tmp_path)
    assert list(tmp_path.iterdir()) == []  # asking keeps nothing


def test_two_locks_of_one_program_are_two_windows(tmp_path):
    first, second = InstanceLock(tmp_path), InstanceLock(tmp_path)
    first.take()
    with pytest.raises(KnownError, match="already open"):
        second.take()
    first.release()
    second.take()
    second.release()


def test_another_folder_is_another_history(tmp_path):
    first, second = InstanceLock(tmp_path / "a"), InstanceLock(tmp_path / "b")
    first.take()
    second.take()
    first.release()
    second.release()


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(KnownError, match="may not write"):
        InstanceLock(tmp_path / "data").take()
