"""What a service says when something it keeps has changed: read again what you show of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The parts of the history."""

    KNOTS = "knots"
    RUNS = "runs"
    SESSIONS = "sessions"
    SCREENING = "screening"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Change:
    """Which parts of the history are not what they were."""

    kinds: frozenset[Kind]
