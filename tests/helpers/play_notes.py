"""Plays ten ticks on real sound while the window's thread stands still; a program for test_sound.py."""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QCoreApplication, QTimer

from unknot.domain.clock import uninterrupted
from unknot.domain.tone import Note, Tone
from unknot.services.sound import open_speaker

POSITION = 100.0
TICKS = [0.3 + 0.2 * n for n in range(10)]  # seconds after POSITION


def main() -> int:
    """Print {"speaker": false}, or what was heard of the ticks."""
    app = QCoreApplication(sys.argv[:1])
    stream = open_speaker()
    if stream is None:
        print(json.dumps({"speaker": False}))
        return 0
    told: dict[str, object] = {"speaker": True, "ticks": TICKS}
    looks: list[tuple[float, float | None]] = []

    def look() -> None:
        now = uninterrupted()
        looks.append((now, stream.heard(now)))

    def play() -> None:
        stream.play([Note(POSITION + at, Tone.TICK) for at in TICKS], POSITION)
        watch.start()

    def freeze() -> None:
        end = time.perf_counter() + 0.9
        while time.perf_counter() < end:
            sum(range(1000))  # Python at work, holding its lock as any page may

    def leave() -> None:
        watch.stop()
        told["looks"] = looks
        told["dropouts"] = stream.dropouts
        stream.close()
        told["heard_after_close"] = stream.heard(uninterrupted() + 60)
        print(json.dumps(told))
        app.quit()

    watch = QTimer(interval=20)
    watch.timeout.connect(look)
    QTimer.singleShot(2500, play)
    QTimer.singleShot(3000, freeze)
    QTimer.singleShot(5500, leave)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
