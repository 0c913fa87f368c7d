"""What Qt finds is asked of a process of its own, whatever becomes of that one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from unknot import probe
from unknot.services.doctor import Status

DISPLAY = 'print(\'{"check": "display", "status": "ok", "text": "offscreen"}\', flush=True);'


@pytest.fixture
def asked(monkeypatch):
    """The other process runs this program instead."""
    real = subprocess.Popen

    def use(program):
        monkeypatch.setattr(
            subprocess, "Popen", lambda command, **more: real([sys.executable, "-c", program], **more)
        )
        return {one.check: one for one in probe.examine_qt_apart()}

    return use


def test_a_voice_that_never_answers_is_told_and_the_rest_stays(asked, monkeypatch):
    monkeypatch.setattr(probe, "PATIENCE", 1)
    found = asked(DISPLAY + "import threading; threading.Event().wait()")
    assert found["display"].status is Status.OK
    assert found["voice"].text == "It did not answer within 1 seconds."


def test_a_display_that_takes_the_process_down_is_only_a_note(asked):
    found = asked("import os, sys; sys.stderr.write('no such display\\n'); sys.stderr.flush(); os.abort()")
    assert found["display"].status is Status.NOTE
    assert "no such display" in found["display"].text
    assert {"sound", "voice"} <= set(found)


def test_a_process_that_says_nothing_at_all_is_told_by_its_end(asked):
    assert "it ended with 3" in asked("raise SystemExit(3)")["display"].text
