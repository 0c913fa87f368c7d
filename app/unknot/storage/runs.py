"""Runs in the database."""

from __future__ import annotations

from typing import Any  # a database row holds what its table says, which mypy cannot see
from uuid import UUID

import sqlalchemy as sa

from unknot.domain.runs import Run
from unknot.storage.engine import Store
from unknot.storage.tables import runs
from unknot.storage.values import joined, split

_INSERT = sa.insert(runs)
_UPDATE = sa.update(runs).where(runs.c.id == sa.bindparam("which"))
_DELETE = sa.delete(runs).where(runs.c.id == sa.bindparam("which"))
_ALL = sa.select(runs).order_by(runs.c.started_utc.desc(), runs.c.id)
_ONE = sa.select(runs).where(runs.c.id == sa.bindparam("which"))


class RunsRepository:
    """Reads and writes runs; each write is one transaction or part of an outer one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Run, ...]:
        """Every run, newest first."""
        with self._store.read() as connection:
            return tuple(_run_of(row) for row in connection.execute(_ALL))

    def get(self, run_id: UUID) -> Run | None:
        """One run."""
        with self._store.read() as connection:
            row = connection.execute(_ONE, {"which": run_id.bytes}).one_or_none()
            return None if row is None else _run_of(row)

    def add(self, run: Run) -> None:
        """Write a new run."""
        with self._store.write() as connection:
            connection.execute(_INSERT, _row_of(run))

    def change(self, run: Run) -> None:
        """Write a run over the one with its id."""
        with self._store.write() as connection:
            if connection.execute(_UPDATE, {**_row_of(run), "which": run.id.bytes}).rowcount != 1:
                raise KeyError(run.id)

    def remove(self, run_id: UUID) -> None:
        """Delete a run."""
        with self._store.write() as connection:
            if connection.execute(_DELETE, {"which": run_id.bytes}).rowcount != 1:
                raise KeyError(run_id)


def _row_of(run: Run) -> dict[str, object]:
    started_utc, started_offset = split(run.started_at)
    return {
        "id": run.id.bytes,
        "started_utc": started_utc,
        "started_offset": started_offset,
        "minutes": run.minutes,
        "distance_km": run.distance_km,
        "pain_free": int(run.pain_free),
        "onset_min": run.onset_min,
        "worst_pain": run.worst_pain,
        "next_morning": run.next_morning,
        "calf": run.calf,
        "heel_cord": run.heel_cord,
        "note": run.note,
        "focus_cue": run.focus_cue,
        "focus_kept": run.focus_kept,
    }


def _run_of(row: sa.Row[Any]) -> Run:
    return Run(
        id=UUID(bytes=row.id),
        started_at=joined(row.started_utc, row.started_offset),
        minutes=row.minutes,
        distance_km=row.distance_km,
        pain_free=bool(row.pain_free),
        onset_min=row.onset_min,
        worst_pain=row.worst_pain,
        next_morning=row.next_morning,
        calf=row.calf,
        heel_cord=row.heel_cord,
        note=row.note,
        focus_cue=row.focus_cue,
        focus_kept=row.focus_kept,
    )
