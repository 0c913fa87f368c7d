"""Reads routine and drill files, format 1, one TOML file each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from unknot.content.errors import ContentError
from unknot.content.reading import read_format, shown, typed
from unknot.domain.drill import Drill
from unknot.domain.routine import Routine

Practice = TypeVar("Practice", Routine, Drill)


class Shelf(Mapping[str, Practice], Generic[Practice]):
    """The files of a folder by id, in the order of their names; each is read when it is first asked for.

    Today needs a handful of the forty. What is asked for may raise ContentError.
    """

    def __init__(self, folder: Path, read: Callable[[Path], Practice]) -> None:
        self._paths = {path.stem: path for path in sorted(folder.glob("*.toml"))}
        self._read: Callable[[Path], Practice] = read
        self._known: dict[str, Practice] = {}

    def __getitem__(self, which: str) -> Practice:
        if which not in self._known:
            self._known[which] = self._read(self._paths[which])
        return self._known[which]

    def __contains__(self, which: object) -> bool:
        return which in self._paths  # Mapping's own would read the file

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def read_routine(path: Path) -> Routine:
    """One routine. Raises ContentError."""
    return _read(path, Routine, "routine")


def read_drill(path: Path) -> Drill:
    """One drill. Raises ContentError."""
    return _read(path, Drill, "drill")


def read_routines(folder: Path) -> Shelf[Routine]:
    """All routines of a folder."""
    return Shelf(folder, read_routine)


def read_drills(folder: Path) -> Shelf[Drill]:
    """All drills of a folder."""
    return Shelf(folder, read_drill)


def _read(path: Path, kind: type[Practice], name: str) -> Practice:
    found = typed(read_format(path, name), kind, path)
    if found.id != path.stem:
        raise ContentError(shown(path), "id", f"expected the file name {path.stem!r}, got {found.id!r}")
    return found
