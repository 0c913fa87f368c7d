"""Faults that nobody caught: kept in a file, told to a handler, noticed at the next start.

A crash below Python (a segfault in Qt or a driver) leaves a stack in `logs/fault-<pid>.txt`. The next
start finds it with `previous_crash`. An exception above goes to the log and to the handler given to
`watch`. Nothing is ever sent. Imports no other room.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from unknot import __version__

Handler = Callable[[BaseException, str], None]
"""Gets the exception and a report fit to be copied. May be called in any thread."""

KEPT_REPORTS = 5
_log = logging.getLogger(__name__)


class FaultFile:
    """The file that a native crash is written to. Closed without a crash, it goes away."""

    def __init__(self, logs: Path) -> None:
        self.path = logs / f"fault-{os.getpid()}.txt"
        self._stream: TextIO | None = None

    def arm(self) -> None:
        """Have a fault written from now on; without a writable folder it goes to standard error."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._stream = self.path.open("w", encoding="utf-8")
        except OSError as problem:
            _log.warning("No fault file: %s", problem)
            if sys.stderr is not None:
                faulthandler.enable()
            return
        faulthandler.enable(self._stream)

    def disarm(self) -> None:
        """The program ends well: stop writing and remove the empty file."""
        faulthandler.disable()
        if self._stream is None:
            return
        self._stream.close()
        self._stream = None
        self.path.unlink(missing_ok=True)


def previous_crash(logs: Path) -> Path | None:
    """The report of a native crash of an earlier start, newest first, or None.

    Each crash is told once: its file is renamed to `crash-<time>.txt`. Files of programs that still
    run are left alone, empty ones of killed programs are removed.
    """
    found: list[Path] = []
    try:
        for path in sorted(logs.glob("fault-*.txt"), key=lambda one: one.stat().st_mtime):
            if _still_runs(path):
                continue
            if path.stat().st_size == 0:
                path.unlink(missing_ok=True)
                continue
            when = datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y%m%d-%H%M%S")
            found.append(path.rename(logs / f"crash-{when}.txt"))
        for old in sorted(logs.glob("crash-*.txt"))[:-KEPT_REPORTS]:
            old.unlink(missing_ok=True)
    except OSError as problem:
        _log.warning("The fault files cannot be read: %s", problem)
    return found[-1] if found else None


def report(error: BaseException) -> str:
    """What to copy into a bug report: versions and the stack, nothing of the history."""
    import platform  # noqa: PLC0415  # only a crash pays for it, not every start

    lines = [
        f"Unknot {__version__}, Python {platform.python_version()}, {platform.platform()}",
        *(line.rstrip("\n") for line in traceback.format_exception(error)),
    ]
    return "\n".join(lines) + "\n"


def watch(handler: Handler) -> None:
    """Log each exception that nobody caught, in any thread, and pass it to `handler`."""

    def caught(kind: type[BaseException], error: BaseException | None, stack: TracebackType | None) -> None:
        if error is None:
            error = kind()
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, stack)
            return
        text = report(error)
        _log.error("Nobody caught this:\n%s", text)
        try:
            handler(error, text)
        except Exception:  # noqa: BLE001  # the last line of defence: whatever it is, it is logged
            _log.exception("The crash handler failed")
            sys.__excepthook__(kind, error, stack)

    def caught_in_thread(hook: threading.ExceptHookArgs) -> None:
        caught(hook.exc_type, hook.exc_value, hook.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread


def _still_runs(fault_file: Path) -> bool:
    """Whether the program that owns this file lives (only told on POSIX; Windows keeps open files)."""
    number = fault_file.stem.removeprefix("fault-")
    if os.name != "posix" or not number.isdigit() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
