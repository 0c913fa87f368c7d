"""Ctrl+C and logging out end the program well."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication
from unknot.services.quit_signals import QuitSignals
application = QCoreApplication([])
signals = QuitSignals()
signals.asked.connect(application.quit)
print("waiting", flush=True)
application.exec()
signals.close()
print("ended well", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_program_that_waits_for_its_user_ends_well(number):
    child = subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "waiting\n"
    child.send_signal(number)
    told, _ = child.communicate(timeout=20)
    assert told == "ended well\n"
    assert child.returncode == 0
