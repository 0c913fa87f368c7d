"""The one open connection to the history, and its transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from unknot.storage.troubles import in_plain_words

BUSY_S = 3.0  # how long to wait for another program before giving up


def connect(path: Path) -> sqlite3.Connection:
    """A bare connection with the pragmas of the house plan: WAL, full sync, foreign keys."""
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class Store:
    """An open history file. One thread at a time; it may be opened in another one than it is used in."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        self._depth = 0
        self._engine = sa.create_engine("sqlite://", creator=partial(connect, path), poolclass=StaticPool)
        with in_plain_words(self.folder):
            # the driver stays out of transactions: write() begins and ends them itself
            self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    @property
    def is_writing(self) -> bool:
        """Whether a transaction is open, which may still be undone."""
        return self._depth > 0

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """The connection for reading; inside write() it sees what was written so far."""
        with in_plain_words(self.folder):
            yield self._connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """One transaction, on disk when the block is left, undone as a whole if anything raises.

        A write() inside a write() belongs to the outer one.
        """
        if self._depth:
            yield self._connection
            return
        with in_plain_words(self.folder):
            self._connection.exec_driver_sql("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield self._connection
                self._connection.exec_driver_sql("COMMIT")
            except BaseException:
                self._roll_back()
                raise
            finally:
                self._depth = 0

    def _roll_back(self) -> None:
        # a full disk may have ended the transaction already
        driver = self._connection.connection.driver_connection
        if isinstance(driver, sqlite3.Connection) and driver.in_transaction:
            driver.execute("ROLLBACK")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._engine.dispose()
