"""The virtual environment of a checkout: made once, filled from the hash-locked list, known by a stamp."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"

# what the tags of the locked PySide6 wheels ask for:
# manylinux_2_34_x86_64, manylinux_2_39_aarch64, macosx_13_0
GLIBC_NEEDED = {"x86_64": (2, 34), "aarch64": (2, 39)}
MACOS_NEEDED = 13
NETWORK_SIGNS = (
    "Failed to establish a new connection",
    "NewConnectionError",
    "NameResolutionError",
    "Temporary failure in name resolution",
    "ProxyError",
    "Network is unreachable",
    "Connection refused",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "Max retries exceeded",
)


class RefusedError(Exception):
    """One sentence that says why Unknot cannot be set up or started here."""


def prepare() -> Path:
    """Return the environment's Python, after making and filling it where the stamp does not fit.

    A fitting stamp means: no network, no installation. Raises RefusedError with one sentence.
    """
    wanted = stamp()
    if _read_stamp() == wanted and _python(VENV).exists():
        return _python(VENV)
    check_platform()
    if not LOCK.is_file():
        raise RefusedError(f"{LOCK} is missing, so this is not a whole copy of Unknot. Please get it again.")
    _make_venv()
    print("Setting up Unknot. This happens once and fetches about 250 MB.", flush=True)
    (VENV / "stamp.json").unlink(missing_ok=True)
    _pip("install", "--only-binary=:all:", "--require-hashes", "-r", str(LOCK))
    _pip("install", "--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    (VENV / "stamp.json").write_text(json.dumps(wanted, indent=1), encoding="utf-8")
    return _python(VENV)


def stamp() -> dict[str, str]:
    """What the environment depends on: another value of any of these means installing again."""
    return {
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest() if LOCK.is_file() else "",
        "project": hashlib.sha256(PROJECT.read_bytes()).hexdigest(),
        "python": f"{platform.python_version()} {platform.machine()}",
        "folder": str(ROOT),
    }


def check_platform() -> None:
    """Refuse, in one sentence, a system that the locked packages are not made for."""
    if sys.platform == "darwin":
        version = platform.mac_ver()[0]
        if version and int(version.split(".")[0]) < MACOS_NEEDED:
            raise RefusedError(f"Unknot needs macOS {MACOS_NEEDED} or later, and this is macOS {version}.")
    if sys.platform != "linux":
        return
    machine = platform.machine()
    if machine not in GLIBC_NEEDED:
        raise RefusedError(
            f"Qt has no packages for this kind of computer ({machine}); Unknot needs x86_64 or aarch64."
        )
    needed = GLIBC_NEEDED[machine]
    told = ".".join(map(str, needed))
    found = glibc_version()
    if found is None:
        raise RefusedError(
            f"This Linux does without glibc, and Unknot's packages need glibc {told} or later."
        )
    if found < needed:
        have = ".".join(map(str, found))
        raise RefusedError(
            f"Unknot needs glibc {told} or later, and this Linux has {have}; a newer release of it will do."
        )


def glibc_version() -> tuple[int, int] | None:
    """The C library's version, or None where it is another (musl)."""
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (AttributeError, ValueError, OSError):
        return None
    parts = version.split(".")
    if name != "glibc" or len(parts) < 2:
        return None
    return int(parts[0]), int(parts[1])


def _make_venv() -> None:
    """Make `.venv`, or keep the one that is there when it runs the same Python and has pip."""
    if _usable(VENV):
        return
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        advice = " Install it with: apt-get install python3-venv" if shutil.which("apt-get") else ""
        raise RefusedError(
            f"This Python cannot make a virtual environment: venv or ensurepip is missing.{advice}"
        )
    # never the environment's own Python: it would be removed under its own feet
    base_python = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run(
        [base_python, "-m", "venv", "--clear", str(VENV)], check=False, capture_output=True, text=True
    )
    if made.returncode != 0:
        reason = (made.stderr.strip() or made.stdout.strip() or "no reason given").splitlines()[-1]
        raise RefusedError(f"The folder {VENV} could not be made: {reason}")


def _usable(venv: Path) -> bool:
    probe = "import pip, platform, sys; print(platform.python_version(), platform.machine(), sys.prefix)"
    try:
        told = subprocess.run([str(_python(venv)), "-c", probe], check=False, capture_output=True, text=True)
    except OSError:
        return False
    return told.stdout.split() == [platform.python_version(), platform.machine(), str(venv)]


def _pip(*arguments: str) -> None:
    log = VENV / "install.log"
    log.unlink(missing_ok=True)
    command = [str(_python(VENV)), "-m", "pip", *arguments, "--no-input", "--retries", "2"]
    command += ["--disable-pip-version-check", "--log", str(log)]
    watched = sys.stdout.isatty()  # then the person sees pip's progress; its complaints become one sentence
    ended = subprocess.run(
        command if watched else [*command, "--quiet"],
        check=False,
        stdout=None if watched else subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    if ended.returncode == 0:
        return
    told = ended.stderr
    if log.is_file():
        told += log.read_text(encoding="utf-8", errors="replace")
    raise RefusedError(why_pip_failed(told, log))


def why_pip_failed(told: str, log: Path) -> str:
    """One sentence for what pip said at length."""
    if "CERTIFICATE_VERIFY_FAILED" in told:
        return f"The network here shows a certificate that pip does not trust. The whole story is in {log}"
    if any(sign in told for sign in NETWORK_SIGNS):
        return "The first start fetches Unknot's parts and found no network. Connect and start again."
    if "DO NOT MATCH THE HASHES" in told:
        return "A fetched package is not the one that Unknot was tested with, so nothing was installed."
    if "No space left on device" in told:
        return "The disk is full. Unknot's parts need about 1 GB."
    errors = [line.strip() for line in told.splitlines() if "ERROR" in line]
    reason = f" ({errors[0]})" if errors else ""
    return f"Setting up did not work{reason}. The whole story is in {log}"


def _python(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _read_stamp() -> dict[str, str] | None:
    try:
        found = json.loads((VENV / "stamp.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None
