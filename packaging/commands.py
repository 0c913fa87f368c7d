"""The four commands of bootstrap.py: run, test, bench and --install-system."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

import linux_libraries as libraries
from environment import ROOT, VENV, RefusedError, prepare

WINDOWLESS = {"doctor", "demo", "-h", "--help", "--version"}
"""Arguments of unknot that open no window (its cli.py says the same; a test compares)."""

STATIC_CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format --check", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("import-linter", ("-c", "from importlinter.cli import lint_imports_command as lint; lint()")),
    ("the content check", ("-m", "unknot.content.check")),
)


def main(arguments: Sequence[str]) -> int:
    """Carry out the command line; a refusal is one sentence on standard error and 1."""
    told = _parser().parse_args(arguments)
    try:
        if told.install_system:
            code = install_system()
            if code or not told.command:
                return code
        if told.command == "run":
            return run(_rest(told.arguments))
        if told.command == "test":
            return test(_rest(told.arguments))
        if told.command == "bench":
            return bench(told.json)
    except RefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    _parser().print_help(sys.stderr)
    return 2


def run(arguments: Sequence[str]) -> int:
    """Start Unknot with these arguments, in this process's place; returns its exit code."""
    python = prepare()
    if sys.platform == "linux" and not WINDOWLESS & set(arguments):
        _need_display()
        _need_window_libraries(python)
    code = _wait(subprocess.Popen([str(python), "-m", "unknot", *arguments]))
    if code >= 0:
        return code
    if sys.platform == "linux":
        _explain_abort(python)
    return 128 - code


def test(arguments: Sequence[str]) -> int:
    """Every check and every test, without a screen, a sound card or a network."""
    python = prepare()
    if sys.platform == "linux":
        names = (*libraries.WINDOW_FILES, *libraries.PLATFORM_FILES["offscreen"], *libraries.SOUND_FILES)
        absent = libraries.missing(python, names)
        if absent:
            raise RefusedError(f"The tests need more of this system: {libraries.line(absent)}")
    environment = quiet_environment()
    failed = []
    for name, command in STATIC_CHECKS:
        print(f"== {name}", flush=True)
        if _call([str(python), *command], environment):
            failed.append(name)
    if failed:
        print(f"== failed: {', '.join(failed)}", flush=True)
    print("== pytest", flush=True)
    code = _call([str(python), "-m", "pytest", "-n", "2", *arguments], environment)
    return code or (1 if failed else 0)


def bench(json_file: str | None) -> int:
    """Run every bench, print their table and keep it in `json_file`."""
    python = prepare()
    command = [str(python), str(ROOT / "tests" / "bench" / "run.py")]
    if json_file:
        command += ["--json", str(Path(json_file).absolute())]
    return _call(command, quiet_environment())


def install_system() -> int:
    """Install just the system packages that Qt's window, test and sound plugins turn out to need here."""
    if sys.platform != "linux":
        print("Nothing to install: only Linux leaves parts of Qt to the system.")
        return 0
    python = prepare()
    names = [*libraries.WINDOW_FILES, *libraries.SOUND_FILES, *libraries.PLATFORM_FILES["offscreen"]]
    for platform_name in {"xcb", *libraries.platforms(os.environ)}:
        names += libraries.PLATFORM_FILES.get(platform_name, ())
    before: set[str] = set()
    absent = libraries.missing(python, names)
    while absent and absent != before:  # what was installed may need more
        print(libraries.line(absent), flush=True)
        problem = libraries.install(absent)
        if problem:
            raise RefusedError(problem)
        before, absent = absent, libraries.missing(python, names)
    if absent:
        raise RefusedError(f"These libraries are still missing: {', '.join(sorted(absent))}.")
    print("Nothing of the system is missing.")
    return 0


def quiet_environment() -> dict[str, str]:
    """The environment for tests and benches: no screen, no sound, no voice, nobody's own history."""
    environment = {key: value for key, value in os.environ.items() if key != "UNKNOT_DATA_DIR"}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    environment["PULSE_SERVER"] = "unix:/nowhere"
    environment["SPEECHD_ADDRESS"] = "unix_socket:/nowhere"
    return environment


def _need_display() -> None:
    if any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return
    raise RefusedError("There is no display here; start Unknot from a desktop session.")


def _need_window_libraries(python: Path) -> None:
    """Refuse when no window can open; say what sound and voice lack, once, and go on."""
    checked = VENV / "system-checked"
    kind = " ".join(libraries.platforms(os.environ))
    if checked.is_file() and checked.read_text(encoding="utf-8") == kind:
        return
    _refuse_without_window(python)
    for what, names in (("Sound", libraries.SOUND_FILES), ("A voice", libraries.VOICE_FILES)):
        absent = libraries.missing(python, names)
        if absent:
            print(f"{what} needs more of this system. Unknot also works without. {libraries.line(absent)}")
    checked.write_text(kind, encoding="utf-8")


def _refuse_without_window(python: Path) -> None:
    absent = libraries.missing(python, libraries.WINDOW_FILES)
    tried = libraries.platforms(os.environ)
    for_platform = [libraries.missing(python, libraries.PLATFORM_FILES[name]) for name in tried]
    if for_platform and all(for_platform):
        absent |= for_platform[0]
    if absent:
        raise RefusedError(
            f"Unknot's window needs more of this system: {libraries.line(absent)}\n"
            "(or let Unknot do it: python3 packaging/bootstrap.py --install-system)"
        )


def _explain_abort(python: Path) -> None:
    """After an abort: a display that does not answer and a library that went away have their sentence."""
    (VENV / "system-checked").unlink(missing_ok=True)
    _refuse_without_window(python)
    probe = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    if subprocess.run([str(python), "-c", probe], check=False, capture_output=True).returncode:
        shown = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY", "")
        raise RefusedError(f"The display {shown} does not answer; start Unknot from a desktop session.")


def _call(command: list[str], environment: dict[str, str]) -> int:
    return subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode


def _wait(child: subprocess.Popen[bytes]) -> int:
    """Wait for the program, and pass on the wish that it ends."""

    def pass_on(number: int, _frame: FrameType | None) -> None:
        child.send_signal(number)

    signal.signal(signal.SIGTERM, pass_on)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the terminal told the program, too


def _rest(arguments: Sequence[str]) -> list[str]:
    return list(arguments[1:] if arguments and arguments[0] == "--" else arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bootstrap.py", description="Set up, start, test or measure Unknot."
    )
    parser.add_argument(
        "--install-system",
        action="store_true",
        help="install just the system packages that Qt needs on this Linux (as root or with sudo)",
    )
    commands = parser.add_subparsers(dest="command", metavar="run | test | bench")
    run_parser = commands.add_parser("run", help="start Unknot; what follows -- goes to it")
    run_parser.add_argument("arguments", nargs=argparse.REMAINDER)
    test_parser = commands.add_parser("test", help="every check and test; what follows -- goes to pytest")
    test_parser.add_argument("arguments", nargs=argparse.REMAINDER)
    bench_parser = commands.add_parser("bench", help="measure, and print a table")
    bench_parser.add_argument("--json", metavar="FILE", help="also write the results as JSON")
    return parser
