"""The real program, started as a user starts it, in a data folder of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.real_program import RealProgram

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot ask a program to end by a signal")


@posix
def test_it_paints_fills_today_and_ends_well(tmp_path):
    data = tmp_path / "history"
    with RealProgram.window(data) as program:
        assert program.until("filled") == ["painted", "filled"]
        program.process.send_signal(signal.SIGTERM)
        assert program.end() == 0
    assert (data / "unknot.db").is_file()
    assert not list((data / "logs").glob("fault-*"))


@posix
def test_the_window_on_the_demo_leaves_nothing_behind(tmp_path):
    with RealProgram(
        [sys.executable, "-m", "unknot", "--demo"], TMPDIR=str(tmp_path), UNKNOT_REPORT_READY="1"
    ) as program:
        program.until("filled")
        assert list(tmp_path.glob("unknot-demo-*/unknot.db"))
        program.process.send_signal(signal.SIGTERM)
        assert program.end() == 0
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_second_window_beside_one_that_does_not_answer_says_so_and_takes_nothing(tmp_path):
    with RealProgram.window(tmp_path) as first:
        first.until("filled")
        first.process.send_signal(signal.SIGSTOP)
        with RealProgram.driven(tmp_path, "read-refusal") as second:
            told = "\n".join(second.until("end"))
            assert "Unknot is already open with this history." in told
            assert second.end() == 0
        first.process.send_signal(signal.SIGCONT)
        first.process.send_signal(signal.SIGTERM)
        assert first.end() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="reads what the kernel knows of a process")
def test_it_opens_no_internet_socket(tmp_path):
    with RealProgram.window(tmp_path) as program:
        program.until("filled")
        process = Path(f"/proc/{program.process.pid}")
        owned = {str(link.readlink()) for link in (process / "fd").iterdir() if link.is_symlink()}
        open_inodes = {
            f"socket:[{line.split()[9]}]"
            for table in ("tcp", "tcp6", "udp", "udp6")
            for line in (process / "net" / table).read_text().splitlines()[1:]
        }
        assert not owned & open_inodes


def test_help_is_given_without_a_window():
    told = subprocess.run(
        [sys.executable, "-m", "unknot", "--help"], check=True, capture_output=True, text=True
    )
    assert "--data-dir" in told.stdout
