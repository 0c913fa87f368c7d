"""PySide6 must not lose references to None: 6.12.0 does on Python 3.11, and the player soon aborts."""

from __future__ import annotations

import subprocess
import sys

CALLS = 200_000
PROGRAM = f"""
import sys
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

application = QApplication([])
widget, timer = QWidget(), QTimer()
def call(times):
    for number in range(times):
        widget.setToolTip("")
        widget.update()
        timer.setInterval(number)
        timer.setSingleShot(True)
call(100)
before = sys.getrefcount(None)
call({CALLS} // 4)
print(sys.getrefcount(None) - before)
"""


def test_calls_that_return_none_keep_its_references():
    ended = subprocess.run([sys.executable, "-c", PROGRAM], check=False, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert abs(int(ended.stdout)) < 50
