"""Reads routine and drill files, format 1, one TOML file each."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from unknot.content.errors import ContentError
from unknot.content.reading import read_format, shown, typed
from unknot.domain.drill import Drill
from unknot.domain.routine import Routine

Practice = TypeVar("Practice", Routine, Drill)


def read_routine(path: Path) -> Routine:
    """One routine. Raises ContentError."""
    return _read(path, Routine, "routine")


def read_drill(path: Path) -> Drill:
    """One drill. Raises ContentError."""
    return _read(path, Drill, "drill")


def read_routines(folder: Path) -> dict[str, Routine]:
    """All routines of a folder by id, in the order of their file names."""
    return {path.stem: read_routine(path) for path in sorted(folder.glob("*.toml"))}


def read_drills(folder: Path) -> dict[str, Drill]:
    """All drills of a folder by id, in the order of their file names."""
    return {path.stem: read_drill(path) for path in sorted(folder.glob("*.toml"))}


def _read(path: Path, kind: type[Practice], name: str) -> Practice:
    found = typed(read_format(path, name), kind, path)
    if found.id != path.stem:
        raise ContentError(shown(path), "id", f"expected the file name {path.stem!r}, got {found.id!r}")
    return found
