"""What Qt finds here: display, sound, voice. Asked in a process of its own, for a bad display aborts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication

from unknot.services import sound_look
from unknot.services.doctor import Finding, Status

PATIENCE = 15  # seconds; a speech service that is broken answers after half a minute, or never
_PARTS = ("display", "sound", "voice")
_tr = QCoreApplication.translate


def examine_qt_apart() -> tuple[Finding, ...]:
    """Run `unknot doctor --qt-only --json` and read its lines; sound and voice also without a display."""
    found, complaint = _ask({})
    if not found:
        told = _tr("Doctor", "No window can open here: {why}").format(why=complaint)
        elsewhere, _ = _ask({"QT_QPA_PLATFORM": "offscreen"})
        found = {**elsewhere, "display": Finding("display", Status.NOTE, told)}
    silent = _tr("Doctor", "It did not answer within {seconds} seconds.").format(seconds=PATIENCE)
    return tuple(found.get(part, Finding(part, Status.NOTE, silent)) for part in _PARTS)


def examine_qt() -> Iterator[Finding]:
    """Display, sound and voice as this process meets them. Aborts where no window can open."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415  # only the process of its own loads it

    application = QGuiApplication(["unknot"])
    sizes = (one.size() for one in application.screens())
    screens = ", ".join(f"{size.width()}x{size.height()}" for size in sizes)
    yield Finding("display", Status.OK, f"{application.platformName()}, {screens}")
    silent = _tr("Doctor", "No sound output. The screen and the ring still guide you.")
    yield _of("sound", sound_look.outputs, silent)
    yield _of("voice", sound_look.voices, _tr("Doctor", "No voice. Cues are shown and not spoken."))


def _of(check: str, names: Callable[[], tuple[str, ...]], without: str) -> Finding:
    try:
        found = names()
    except ImportError as problem:
        return Finding(check, Status.NOTE, f"{without} {problem}")
    return Finding(check, Status.OK, ", ".join(found)) if found else Finding(check, Status.NOTE, without)


def _ask(variables: dict[str, str]) -> tuple[dict[str, Finding], str]:
    """What the process of its own found before it ended or its time was up, and its first complaint."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "unknot"]
    child = subprocess.Popen(
        [*program, "doctor", "--qt-only", "--json"],
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        printed, complaints = child.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        printed, complaints = child.communicate()
    told = [json.loads(line) for line in printed.splitlines() if line.startswith("{")]
    found = {one["check"]: Finding(one["check"], Status(one["status"]), one["text"]) for one in told}
    lines = [line for line in complaints.splitlines() if line.strip()]
    return found, lines[0] if lines else f"it ended with {child.returncode}"
