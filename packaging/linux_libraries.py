"""Which shared libraries Qt lacks on this Linux, found by loading its plugins, and who brings them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from system_packages import MANAGERS, PACKAGES

# run in a process of its own: a plugin may refuse to be loaded twice, or take the process down
_LOADER = """
import ctypes, json, sys
failed = {}
for path in sys.argv[1:]:
    try:
        ctypes.CDLL(path)
    except OSError as problem:
        failed[path] = str(problem)
print(json.dumps(failed))
"""
_MISSING = re.compile(r"^([^\s:/]+): cannot open shared object file", re.MULTILINE)
_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)

WINDOW_FILES = ("lib/libQt6Widgets.so.6", "lib/libQt6Svg.so.6", "plugins/iconengines/libqsvgicon.so")
SOUND_FILES = ("lib/libQt6Multimedia.so.6", "plugins/multimedia/libffmpegmediaplugin.so")
VOICE_FILES = ("lib/libQt6TextToSpeech.so.6", "plugins/texttospeech/libqtexttospeech_speechd.so")
PLATFORM_FILES = {
    "xcb": ("plugins/platforms/libqxcb.so",),
    "wayland": ("plugins/platforms/libqwayland.so",),
    "offscreen": ("plugins/platforms/libqoffscreen.so", "lib/libQt6TextToSpeech.so.6"),
}


@dataclass(frozen=True)
class Manager:
    """A package manager of this system."""

    name: str  # apt | dnf | pacman
    install: tuple[str, ...]
    refresh: tuple[str, ...]

    def packages(self, libraries: Iterable[str]) -> list[str]:
        """The packages that bring these libraries, each once, in a steady order.

        A library that nobody foresaw goes to dnf as what it provides, and is left out elsewhere.
        """
        column = MANAGERS.index(self.name)
        wanted: list[str] = []
        for library in sorted(libraries):
            names = PACKAGES.get(library)
            if names is not None:
                wanted += names[column].split()
            elif self.name == "dnf":
                wanted.append(f"'{library}()(64bit)'")
        return list(dict.fromkeys(wanted))


def manager() -> Manager | None:
    """The system's package manager, or None where it is none of the three."""
    if shutil.which("apt-get"):
        return Manager("apt", ("apt-get", "install", "-y", "--no-install-recommends"), ("apt-get", "update"))
    if shutil.which("dnf"):
        return Manager("dnf", ("dnf", "install", "-y"), ())
    if shutil.which("pacman"):
        return Manager("pacman", ("pacman", "-S", "--needed", "--noconfirm"), ())
    return None


def platforms(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The platform plugins that Qt will try in this session, the one that must work first."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen in PLATFORM_FILES:
        return (chosen,)
    if chosen:
        return ()
    # in a Wayland session Qt tries wayland first and falls back on xcb; both are wanted there
    return ("xcb", "wayland") if environment.get("WAYLAND_DISPLAY") else ("xcb",)


def missing(python: Path, names: Iterable[str]) -> set[str]:
    """The libraries that are absent for these files of Qt (named from PySide6's Qt folder)."""
    qt = _qt_folder(python)
    files = [qt / name for name in names]
    absent: set[str] = set()
    for path, problem in _load(python, files).items():
        absent |= set(_MISSING.findall(problem)) | _trace(Path(path))
    return absent


def line(libraries: Iterable[str]) -> str:
    """The exact line that installs these libraries here, or the libraries themselves where none is known."""
    libraries = sorted(libraries)
    known = manager()
    wanted = known.packages(libraries) if known else []
    if known is None or not wanted:
        return "install the packages with " + ", ".join(libraries)
    prefix = "" if is_root() else "sudo "
    command = " ".join(word for word in known.install if word not in {"-y", "--noconfirm"})
    unknown = [one for one in libraries if one not in PACKAGES and known.name != "dnf"]
    rest = f"   (and the packages with {', '.join(unknown)})" if unknown else ""
    return f"{prefix}{command} {' '.join(wanted)}{rest}"


def install(libraries: Iterable[str]) -> str:
    """Install them; returns '' or one sentence that says why it did not work."""
    libraries = set(libraries)
    known = manager()
    wanted = known.packages(libraries) if known else []
    if known is None or not wanted:
        return f"No known package manager was found here; {line(libraries)}."
    prefix: tuple[str, ...] = ()
    if not is_root():
        if not shutil.which("sudo"):
            return f"Installing needs root, and there is no sudo here. As root: {line(libraries)}"
        prefix = ("sudo",)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if known.refresh:
        subprocess.run([*prefix, *known.refresh], check=False, env=environment)
    plain = [name.strip("'") for name in wanted]
    done = subprocess.run([*prefix, *known.install, *plain], check=False, env=environment)
    if done.returncode != 0:
        return f"The packages could not be installed. By hand: {line(libraries)}"
    return ""


def is_root() -> bool:
    """Whether this process may install system packages itself."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _qt_folder(python: Path) -> Path:
    found = subprocess.run(
        [str(python), "-c", "import sysconfig; print(sysconfig.get_path('platlib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    return Path(found.stdout.strip()) / "PySide6" / "Qt"


def _load(python: Path, files: list[Path]) -> dict[str, str]:
    """Load each file in a fresh process; returns the loader's complaint for each that failed."""
    ended = subprocess.run(
        [str(python), "-c", _LOADER, *map(str, files)], check=False, capture_output=True, text=True
    )
    try:
        failed = json.loads(ended.stdout)
    except ValueError:
        return {str(path): ended.stderr for path in files}
    return {str(path): str(problem) for path, problem in failed.items()}


def _trace(path: Path) -> set[str]:
    """All libraries that the system's own loader does not find; its plain complaint names only the first."""
    if not shutil.which("ldd"):
        return set()
    told = subprocess.run(["ldd", str(path)], check=False, capture_output=True, text=True)
    return set(_NOT_FOUND.findall(told.stdout))
