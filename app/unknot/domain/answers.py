"""Screening answers and the daily answer as they are kept: with their date and version."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct


class KeptAnswers(Struct, frozen=True):
    """All answers of one save: question id -> option id, or option ids where several may be chosen."""

    id: UUID
    at: datetime  # aware
    version: int  # of the questionnaire they were given to
    answers: dict[str, str | list[str]]


class DailyAnswer(Struct, frozen=True):
    """The question before the first release session of a day; `yes` means that something is new."""

    id: UUID
    day: date  # by day_of()
    at: datetime  # aware
    yes: bool
