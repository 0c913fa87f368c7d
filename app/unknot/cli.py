"""The command line: what was asked for, and the subcommands that need no window.

They print plain lines, or with `--json` one JSON object a line, and end with 0, 1 (something was
refused) or 2 (the command was not understood).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from unknot import __version__, paths

if TYPE_CHECKING:
    from unknot.services.demo import Filled
    from unknot.services.doctor import Finding

OK, REFUSED, USAGE = 0, 1, 2
WINDOWLESS = ("doctor", "demo")
"""Subcommands that run where there is no display."""

DEMO_SEED = 1
_MOST_YEARS = 20


class Options(Struct, frozen=True):
    """What the command line asked for."""

    command: str  # "" opens the window
    data: Path
    as_json: bool = False
    show_demo: bool = False  # the window on a throw-away demo history
    years: int | None = None  # the demo's length; None is about five weeks
    seed: int = DEMO_SEED
    qt_only: bool = False  # doctor's own child process
    engine: str | None = None  # of the child that speaks; None takes the system's


def parse(arguments: Sequence[str]) -> Options:
    """Read the arguments; ends the program with 2 and a usage line where they make no sense."""
    told = _parser().parse_args(arguments)
    return Options(
        command=told.command or "",
        data=paths.data_dir(told.data_dir),
        as_json=getattr(told, "json", False),
        show_demo=told.demo,
        years=getattr(told, "years", None),
        seed=getattr(told, "seed", DEMO_SEED),
        qt_only=getattr(told, "qt_only", False),
        engine=getattr(told, "engine", None),
    )


def run(options: Options) -> int:
    """Carry out a subcommand and return its exit code."""
    return {"doctor": _doctor, "demo": _demo, "speak": _speak}[options.command](options)


def fill_demo(
    folder: Path, *, years: int | None = None, seed: int = DEMO_SEED, now: datetime | None = None
) -> Filled:
    """Invent a history in an empty folder, ending `now`. Raises KnownError for one that holds data."""
    # a start on real data needs none of these
    from unknot.content.demo import load_cast  # noqa: PLC0415
    from unknot.content.library import load_library  # noqa: PLC0415
    from unknot.domain.invention import Shelf  # noqa: PLC0415
    from unknot.services import demo  # noqa: PLC0415
    from unknot.services.instance import InstanceLock  # noqa: PLC0415
    from unknot.storage.history import open_history  # noqa: PLC0415

    library = load_library(paths.resources())
    shelf = Shelf(library.places, library.routines, library.drills)
    lock = InstanceLock(folder)
    lock.take()
    try:
        history = open_history(folder, paths.migrations())
        try:
            now = now or datetime.now(UTC).astimezone()
            return demo.fill_demo(
                history, load_cast(paths.resources()), shelf, now=now, seed=seed, years=years
            )
        finally:
            history.close()
    finally:
        lock.release()


def _doctor(options: Options) -> int:
    from unknot import probe  # noqa: PLC0415  # nothing else needs it
    from unknot.services import doctor  # noqa: PLC0415  # nothing else needs it

    findings: Iterable[Finding]
    if options.qt_only:
        findings = probe.examine_qt()
    else:
        findings = chain(doctor.examine_history(options.data), probe.examine_qt_apart())
    faults = 0
    for finding in findings:
        faults += finding.status is doctor.Status.FAULT
        line = f"{finding.status:5} {finding.check:10} {finding.text}"
        _say({"check": finding.check, "status": str(finding.status), "text": finding.text}, line, options)
    return REFUSED if faults else OK


def _speak(options: Options) -> int:
    try:
        from unknot.services import voice_child  # noqa: PLC0415  # optional at run time, and slow
    except ImportError:
        sys.stdout.write("no voice\n")
        return OK
    return voice_child.serve(options.engine)


def _demo(options: Options) -> int:
    from unknot.domain.errors import KnownError  # noqa: PLC0415  # a start with a window reads it later

    told: dict[str, object] = {"folder": str(options.data), "years": options.years, "seed": options.seed}
    try:
        filled = fill_demo(options.data, years=options.years, seed=options.seed)
    except KnownError as refusal:
        _say({**told, "status": "refused", "reason": str(refusal)}, str(refusal), options)
        return REFUSED
    counts = {"knots": filled.knots, "sessions": filled.sessions, "runs": filled.runs}
    line = f"An invented history is in {options.data}: " + ", ".join(
        f"{n} {what}" for what, n in counts.items()
    )
    _say({**told, "status": "filled", **counts}, line, options)
    return OK


def _say(told: dict[str, object], line: str, options: Options) -> None:
    sys.stdout.write((json.dumps(told, ensure_ascii=False) if options.as_json else line) + "\n")
    sys.stdout.flush()  # what comes next may take long, or the process with it


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="unknot",
        description="Without a subcommand, opens the window. Everything stays on this computer.",
    )
    data_help = f"the folder of another history (or {paths.DATA_DIR_VARIABLE})"
    parser.add_argument("--version", action="version", version=f"Unknot {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", help=data_help)
    parser.add_argument("--demo", action="store_true", help="open on an invented history, kept nowhere")
    commands = parser.add_subparsers(dest="command", metavar="SUBCOMMAND")
    doctor = commands.add_parser("doctor", help="check the history, the disk, sound and display")
    doctor.add_argument("--qt-only", action="store_true", help=argparse.SUPPRESS)
    speak = commands.add_parser("speak")  # the voice of a window, started by it; not listed in the help
    speak.add_argument("--engine", help=argparse.SUPPRESS)
    demo = commands.add_parser("demo", help="fill an empty data folder with an invented history")
    demo.add_argument("--years", type=_years, metavar="N", help="how far back it goes, else five weeks")
    demo.add_argument("--seed", type=int, default=DEMO_SEED, metavar="S", help="each number another history")
    for one in (doctor, demo):
        one.add_argument("--json", action="store_true", help="one JSON object a line")
        # after the subcommand, too; SUPPRESS keeps what was said before it
        one.add_argument("--data-dir", metavar="DIR", default=argparse.SUPPRESS, help=data_help)
    return parser


def _years(text: str) -> int:
    number = int(text)
    if not 1 <= number <= _MOST_YEARS:
        raise argparse.ArgumentTypeError(f"say a number of years from 1 to {_MOST_YEARS}")
    return number
