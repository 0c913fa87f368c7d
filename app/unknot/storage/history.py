"""The history: one data folder, opened, and its repositories."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from unknot.storage.engine import Store
from unknot.storage.knots import KnotsRepository
from unknot.storage.own_routines import OwnRoutinesRepository
from unknot.storage.places import make_private, newest_schema, state_of, was_cut_off
from unknot.storage.runs import RunsRepository
from unknot.storage.screenings import ScreeningsRepository
from unknot.storage.sessions import SessionsRepository
from unknot.storage.settings import SettingsRepository
from unknot.storage.troubles import damaged, in_plain_words, newer_file


class History:
    """Everything that is kept. Every write is one transaction, on disk when its call returns."""

    def __init__(self, store: Store) -> None:
        self.folder = store.folder
        self._store = store
        self.knots = KnotsRepository(store)
        self.runs = RunsRepository(store)
        self.sessions = SessionsRepository(store)
        self.screenings = ScreeningsRepository(store)
        self.settings = SettingsRepository(store)
        self.own_routines = OwnRoutinesRepository(store)

    def transaction(self) -> AbstractContextManager[object]:
        """Writes of several repositories as one: all on disk at the end of the block, or none."""
        return self._store.write()

    def is_empty(self) -> bool:
        """Whether nothing was ever marked, run, practised, written or answered (choices do not count)."""
        return not (
            self.knots.all()
            or self.runs.all()
            or self.sessions.all()
            or self.own_routines.all()
            or self.screenings.latest() is not None
        )

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()


def open_history(folder: Path, migrations: Path) -> History:
    """Open the history of a data folder; make or update it first where needed.

    Raises KnownError for a folder that cannot be written, and a file that is damaged, in use, or newer
    than this program. The file is untouched then.
    """
    with in_plain_words(folder):
        if was_cut_off(folder):
            raise damaged(folder)
        path = make_private(folder)
        found = state_of(path).schema
        newest = newest_schema(migrations)
        if found > newest:
            raise newer_file(folder)
        if found < newest:
            from unknot.storage.migrate import migrate  # noqa: PLC0415  # alembic is slow and rarely needed

            migrate(path, migrations)
        return History(Store(path))
