"""What a service says when something it keeps has changed: read again what you show of it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """The parts of the history."""

    KNOTS = "knots"
    RUNS = "runs"
    SESSIONS = "sessions"
    SCREENING = "screening"
    SETTINGS = "settings"
    ROUTINES = "routines"  # of the user's own


class Change(Struct, frozen=True):
    """Which parts of the history are not what they were."""

    kinds: frozenset[Kind]
