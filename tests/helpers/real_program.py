"""Starts the real program in a process of its own, reads its lines, ends it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

PATIENCE = 60  # seconds, after which a program that says nothing is ended
# what Qt says of an offscreen screen, and of a computer without sound
TOLERATED = (
    "This plugin does not support propagateSizeHints",
    "This plugin does not support raise()",
    "qt.multimedia.",
    "PulseAudioService: pa_context_connect() failed",
    "Error loading text-to-speech plug-in",
    "qt.speech.tts",
)
DRIVER = Path(__file__).resolve().parents[1] / "e2e" / "driver.py"


class RealProgram:
    """A running process. A context: whatever happens, it is gone at the end."""

    def __init__(self, command: Sequence[str], **variables: str) -> None:
        environment = {name: value for name, value in os.environ.items() if name != "UNKNOT_DATA_DIR"}
        environment |= {"QT_QPA_PLATFORM": "offscreen", "PULSE_SERVER": "unix:/nowhere"}
        environment |= {"SPEECHD_ADDRESS": "unix_socket:/nowhere", **variables}
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1
        )
        self.lines: list[str] = []
        self._giving_up = threading.Timer(PATIENCE, self.process.kill)
        self._giving_up.start()

    @classmethod
    def window(cls, data: Path) -> RealProgram:
        """The window on a data folder, telling its milestones."""
        return cls([sys.executable, "-m", "unknot"], UNKNOT_DATA_DIR=str(data), UNKNOT_REPORT_READY="1")

    @classmethod
    def driven(cls, data: Path, part: str, *more: str, **variables: str) -> RealProgram:
        """The same program worked from within by a part of tests/e2e/driver.py."""
        return cls([sys.executable, str(DRIVER), str(data), part, *more], **variables)

    def __enter__(self) -> RealProgram:
        return self

    def __exit__(self, *_error: object) -> None:
        self._giving_up.cancel()
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdout, self.process.stderr):
            stream.close()

    def until(self, line: str | tuple[str, ...]) -> list[str]:
        """Read up to a line that begins so, or in one of these ways; returns all lines so far."""
        for told in self.process.stdout:
            self.lines.append(told.rstrip("\n"))
            if told.startswith(line):
                return self.lines
        raise AssertionError(f"never told {line!r}, only {self.lines}\n{self.process.stderr.read()}")

    def end(self) -> int:
        """Wait for its end; what it complained of is an error of the test."""
        self.lines += self.process.stdout.read().splitlines()
        complaints = [one for one in self.process.stderr.read().splitlines() if not one.startswith(TOLERATED)]
        code = self.process.wait()
        assert complaints == []
        return code
