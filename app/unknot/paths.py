"""Where the shipped files are and where the user's history lives. Imports no other room."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

DATA_DIR_VARIABLE = "UNKNOT_DATA_DIR"


def _shipped(name: str, packed: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    here = Path(__file__).resolve().parent
    candidates = [Path(frozen) / name] if frozen else []
    candidates += [here / packed, here.parent.parent / name]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"Unknot's own folder '{name}' is missing. Please install Unknot again.")


def resources() -> Path:
    """The shipped pictures, texts, fonts and themes: frozen, installed or in the checkout."""
    return _shipped("resources", "_resources")


def migrations() -> Path:
    """The shipped Alembic environment."""
    return _shipped("migrations", "_migrations")


def data_dir(chosen: str | None = None) -> Path:
    """The folder of the history: `--data-dir`, else UNKNOT_DATA_DIR, else the system's place for it."""
    wanted = chosen or os.environ.get(DATA_DIR_VARIABLE)
    if wanted:
        return Path(wanted).expanduser().absolute()
    return Path(platformdirs.user_data_dir("Unknot", appauthor=False))


def log_dir(data: Path) -> Path:
    """Logs lie inside the data folder, so that `--data-dir` moves everything."""
    return data / "logs"


def lock_file(data: Path) -> Path:
    """Held while a window is open on the data folder; left behind only by a crash."""
    return data / "unknot.lock"
