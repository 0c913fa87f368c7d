"""Screening answers and daily answers in the database. Each save is a new row."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

import sqlalchemy as sa

from unknot.domain.answers import DailyAnswer, KeptAnswers
from unknot.storage.engine import Store
from unknot.storage.tables import daily_answers, screenings
from unknot.storage.values import joined, packed, split

_INSERT = sa.insert(screenings)
_ALL = sa.select(screenings).order_by(screenings.c.saved_utc.desc(), sa.text("rowid DESC"))
_LATEST = _ALL.limit(1)
_INSERT_DAILY = sa.insert(daily_answers)
_DAILY = (
    sa.select(daily_answers)
    .where(daily_answers.c.day == sa.bindparam("which"))
    .order_by(daily_answers.c.answered_utc.desc(), sa.text("rowid DESC"))
    .limit(1)
)


class ScreeningsRepository:
    """Reads and writes answers; each write is one transaction or part of an outer one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def latest(self) -> KeptAnswers | None:
        """The answers that count now."""
        kept = self._read(_LATEST)
        return kept[0] if kept else None

    def all(self) -> tuple[KeptAnswers, ...]:
        """Every save, newest first."""
        return self._read(_ALL)

    def save(self, answers: Mapping[str, str | Sequence[str]], version: int, at: datetime) -> KeptAnswers:
        """Keep answers as a new row; returns them as they are kept."""
        plain = {key: value if isinstance(value, str) else list(value) for key, value in answers.items()}
        kept = KeptAnswers(uuid4(), at, version, plain)
        utc, offset = split(at)
        row = {
            "id": kept.id.bytes,
            "saved_utc": utc,
            "saved_offset": offset,
            "version": version,
            "answers": packed(plain),
        }
        with self._store.write() as connection:
            connection.execute(_INSERT, row)
        return kept

    def daily(self, day: date) -> DailyAnswer | None:
        """The last answer of that day, None while nobody answered."""
        with self._store.read() as connection:
            row = connection.execute(_DAILY, {"which": day.isoformat()}).one_or_none()
            if row is None:
                return None
            at = joined(row.answered_utc, row.answered_offset)
            return DailyAnswer(UUID(bytes=row.id), day, at, bool(row.yes))

    def answer_daily(self, day: date, at: datetime, *, yes: bool) -> DailyAnswer:
        """Keep the day's answer; a later one of the same day counts instead."""
        answer = DailyAnswer(uuid4(), day, at, yes)
        utc, offset = split(at)
        row = {
            "id": answer.id.bytes,
            "day": day.isoformat(),
            "answered_utc": utc,
            "answered_offset": offset,
            "yes": int(yes),
        }
        with self._store.write() as connection:
            connection.execute(_INSERT_DAILY, row)
        return answer

    def _read(self, statement: sa.Select[tuple[object, ...]]) -> tuple[KeptAnswers, ...]:
        with self._store.read() as connection:
            return tuple(
                KeptAnswers(
                    id=UUID(bytes=row.id),
                    at=joined(row.saved_utc, row.saved_offset),
                    version=row.version,
                    answers=json.loads(row.answers),
                )
                for row in connection.execute(statement)
            )
