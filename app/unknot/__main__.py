"""The program's start: read the arguments, keep faults, then the window. No Qt import above `main`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from unknot import crash, logs, paths

REPORT_READY_VARIABLE = "UNKNOT_REPORT_READY"
"""Set, it has a line printed at each milestone of the start, for the program that started this one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Unknot with these arguments (those of the process where left out); returns the exit code."""
    told = sys.argv[1:] if arguments is None else arguments
    if not told:
        return _open_window(paths.data_dir())  # the usual start need not load what reads arguments
    from unknot import cli  # noqa: PLC0415  # as said

    options = cli.parse(told)
    if options.command:
        return cli.run(options)
    if not options.show_demo:
        return _open_window(options.data)
    import tempfile  # noqa: PLC0415  # only for a history that is thrown away

    with tempfile.TemporaryDirectory(prefix="unknot-demo-", ignore_cleanup_errors=True) as folder:
        cli.fill_demo(Path(folder))
        return _open_window(Path(folder))


def _open_window(data: Path) -> int:
    if paths.lock_file(data).exists():  # a window is open on it, or was when it crashed
        from unknot import plain_import  # noqa: PLC0415  # Qt loads now
        from unknot.services import instance  # noqa: PLC0415  # as said

        if instance.is_held(data):
            from unknot.services import front_door  # noqa: PLC0415  # a socket takes long to load

            if front_door.knock(data):
                _print(front_door.ALREADY_OPEN)
                return 0
    log_folder = paths.log_dir(data)
    logs.start(log_folder)
    crashed = crash.previous_crash(log_folder)
    faults = crash.FaultFile(log_folder)
    faults.arm()
    gc.disable()  # what the start makes stays: looking through it again and again would only slow it down
    try:
        from unknot import plain_import  # noqa: PLC0415, F401, I001  # Qt loads only now, with the fault file open
        from unknot import bootstrap  # noqa: PLC0415  # as said

        told = _print if os.environ.get(REPORT_READY_VARIABLE) else None
        return bootstrap.main(data, previous_crash=crashed, on_milestone=told)
    finally:
        faults.disarm()
        logs.stop()


def _print(milestone: str) -> None:
    """Tell a program that started this one how far it is."""
    sys.stdout.write(milestone + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
