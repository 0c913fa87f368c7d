"""Fills an empty data folder with an invented, clearly marked history."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from unknot.domain.cast import Cast
from unknot.domain.errors import KnownError
from unknot.domain.invention import Shelf, invent
from unknot.storage.history import History
from unknot.storage.settings import DEMO

DAYS = 36  # about five weeks
_YEAR_DAYS = 365


class Filled(Struct, frozen=True):
    """How much was invented."""

    knots: int
    sessions: int
    runs: int


def fill_demo(
    history: History, cast: Cast, shelf: Shelf, *, now: datetime, seed: int = 1, years: int | None = None
) -> Filled:
    """Invent a history that ends at `now` (aware); about five weeks, or that many years.

    The same seed gives the same history. It is one transaction. Raises KnownError for a folder that
    holds anything already, real or invented.
    """
    if not history.is_empty():
        raise KnownError(
            QCoreApplication.translate("Demo", "This data folder already holds a history."),
            QCoreApplication.translate("Demo", "Choose an empty folder for the demo."),
        )
    days = DAYS if years is None else years * _YEAR_DAYS
    made = invent(cast, shelf, days=days, now=now, seed=seed)
    with history.transaction():
        history.settings.put({DEMO: True})
        for session in made.sessions:
            history.sessions.add(session)
        for story in made.stories:
            history.knots.add(story)
        for run in made.runs:
            history.runs.add(run)
    return Filled(len(made.stories), len(made.sessions), len(made.runs))
