"""What Qt finds here: display, sound, voice. Asked in a process of its own, for a bad display aborts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from unknot.services import sound_look
from unknot.services.doctor import Finding, Status

_PATIENCE = 30  # seconds; a speech service may take long to start
_tr = QCoreApplication.translate


def examine_qt_apart() -> tuple[Finding, ...]:
    """Run `unknot doctor --qt-only --json` and read its lines; sound and voice also without a display."""
    found, complaint = _ask({})
    if found:
        return found
    display = Finding(
        "display", Status.NOTE, _tr("Doctor", "No window can open here: {why}").format(why=complaint)
    )
    found, _ = _ask({"QT_QPA_PLATFORM": "offscreen"})
    return (display, *(one for one in found if one.check != "display"))


def examine_qt() -> tuple[Finding, ...]:
    """Display, sound and voice as this process meets them. Aborts where no window can open."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415  # only the process of its own loads it

    application = QGuiApplication(["unknot"])
    sizes = (one.size() for one in application.screens())
    screens = ", ".join(f"{size.width()}x{size.height()}" for size in sizes)
    return (
        Finding("display", Status.OK, f"{application.platformName()}, {screens}"),
        _of(
            "sound",
            sound_look.outputs,
            _tr("Doctor", "No sound output. The screen and the ring still guide you."),
        ),
        _of("voice", sound_look.voices, _tr("Doctor", "No voice. Cues are shown and not spoken.")),
    )


def _of(check: str, names: Callable[[], tuple[str, ...]], without: str) -> Finding:
    try:
        found = names()
    except ImportError as problem:
        return Finding(check, Status.NOTE, f"{without} {problem}")
    return Finding(check, Status.OK, ", ".join(found)) if found else Finding(check, Status.NOTE, without)


def _ask(variables: dict[str, str]) -> tuple[tuple[Finding, ...], str]:
    """Findings of the process of its own, or none and its first complaint."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "unknot"]
    try:
        ended = subprocess.run(
            [*program, "doctor", "--qt-only", "--json"],
            env={**os.environ, **variables},
            check=False,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return (), str(problem)
    told = [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]
    complaints = [line for line in ended.stderr.splitlines() if line.strip()]
    complaint = complaints[0] if complaints else f"it ended with {ended.returncode}"
    return tuple(Finding(one["check"], Status(one["status"]), one["text"]) for one in told), complaint
