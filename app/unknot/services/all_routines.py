"""The shipped routines and the user's own as one mapping."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from unknot.domain.own_ids import is_own
from unknot.domain.routine import Routine


class AllRoutines(Mapping[str, Routine]):
    """Shipped ones first. `own` is asked only for an own id, or for all: Today asks for neither."""

    def __init__(self, shipped: Mapping[str, Routine], own: Callable[[], Mapping[str, Routine]]) -> None:
        self._shipped, self._own = shipped, own

    def __getitem__(self, which: str) -> Routine:
        return self._of(which)[which]

    def __contains__(self, which: object) -> bool:
        return isinstance(which, str) and which in self._of(which)  # Mapping's own would read the file

    def __iter__(self) -> Iterator[str]:
        return chain(self._shipped, self._own())

    def __len__(self) -> int:
        return len(self._shipped) + len(self._own())

    def _of(self, which: str) -> Mapping[str, Routine]:
        return self._own() if is_own(which) else self._shipped
