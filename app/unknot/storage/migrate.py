"""Brings an older history file up to date: a copy first, then one transaction, all or nothing."""

from __future__ import annotations

import logging
import sqlite3
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.pool import StaticPool

from unknot.domain.errors import KnownError
from unknot.storage.copies import copy_file
from unknot.storage.engine import connect
from unknot.storage.places import APPLICATION_ID, backup_folder, newest_schema, state_of
from unknot.storage.troubles import in_plain_words, known

_log = logging.getLogger(__name__)


def migrate(path: Path, migrations: Path) -> Path | None:
    """Run every migration the file lacks; returns the copy made before (None for an empty file).

    Raises KnownError when a step fails: the file is then exactly as before, and the copy is kept.
    """
    state = state_of(path)
    copy = None
    with in_plain_words(path.parent):
        if not state.is_empty:
            copy = backup_folder(path.parent) / f"before-{newest_schema(migrations):04d}.db"
            copy_file(path, copy)
        engine = sa.create_engine("sqlite://", creator=partial(connect, path), poolclass=StaticPool)
        try:
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                _upgrade(connection, migrations)
        except Exception as error:
            _log.warning("a migration failed and was rolled back", exc_info=error)
            plain = _plain(error, path.parent, copy)
            if plain is None:
                raise
            raise plain from error
        finally:
            engine.dispose()
    return copy


def _upgrade(connection: sa.Connection, migrations: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    # tables that other rows point to may be rebuilt on the way; the check below proves the end
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        command.upgrade(config, "head")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise ValueError("a migration left rows that point nowhere")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {newest_schema(migrations)}")
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        driver = connection.connection.driver_connection
        if isinstance(driver, sqlite3.Connection) and driver.in_transaction:
            driver.execute("ROLLBACK")
        raise


def _plain(error: Exception, folder: Path, copy: Path | None) -> KnownError | None:
    if isinstance(error, KnownError):
        return error
    cause = getattr(error, "orig", error)
    plain = known(cause, folder) if isinstance(cause, sqlite3.Error) else None
    if plain is None and copy is not None:
        return KnownError(
            "Your history could not be brought up to date, so it was left as it was.",
            f"Use the Unknot you had before. A copy lies in {copy}.",
        )
    return plain
