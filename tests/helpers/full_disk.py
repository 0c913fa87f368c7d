"""A history that cannot be written for a while, as on a full disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from unknot.storage.history import History


@contextmanager
def nothing_can_be_written(history: History) -> Iterator[None]:
    """Every write in the block is refused by SQLite itself; reading goes on."""
    with history._store.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    try:
        yield
    finally:
        with history._store.read() as connection:
            connection.exec_driver_sql("PRAGMA query_only = OFF")
