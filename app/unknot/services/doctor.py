"""What `unknot doctor` says of this computer and this history. Changes nothing and needs no window."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, qVersion

from unknot import __version__, paths
from unknot.logs import FILE_NAME
from unknot.storage.health import Health, look

_LEAST_FREE = 50 * 1024 * 1024  # bytes: the history, its log and seven backups of a long use
_DROPOUT = "the sound ran dry"  # what services/sound.py writes into the log each time
_tr = QCoreApplication.translate


class Status(StrEnum):
    """How a finding counts: only a fault makes the command end with 1."""

    OK = "ok"
    NOTE = "note"  # Unknot works, something of it is silent or new
    FAULT = "fault"


class Finding(Struct, frozen=True):
    """One line of the report."""

    check: str
    status: Status
    text: str


def examine_history(data: Path) -> tuple[Finding, ...]:
    """The folder, its disk, the history file in it, and the versions at work."""
    health = look(data, paths.migrations())
    return (
        _versions(),
        _folder(data),
        _disk(data),
        _schema(health),
        _integrity(health),
        _backup(health),
        _crash(data),
        _dropouts(data),
    )


def _versions() -> Finding:
    text = (
        f"Unknot {__version__}, Python {platform.python_version()}, PySide6 {pyside_version}, "
        f"Qt {qVersion()}, SQLite {sqlite3.sqlite_version}, {platform.platform()}"
    )
    return Finding("versions", Status.OK, text)


def _folder(data: Path) -> Finding:
    if not data.exists():
        text = _tr("Doctor", "{folder} is made at the first start.").format(folder=data)
        return Finding("folder", Status.NOTE, text)
    if not data.is_dir() or not os.access(data, os.R_OK | os.W_OK | os.X_OK):
        text = _tr("Doctor", "Unknot may not write to the folder {folder}.").format(folder=data)
        return Finding("folder", Status.FAULT, text)
    return Finding("folder", Status.OK, str(data))


def _disk(data: Path) -> Finding:
    place = data
    while not place.exists() and place != place.parent:
        place = place.parent
    free = shutil.disk_usage(place).free
    text = _tr("Doctor", "{size} MB free").format(size=free // (1024 * 1024))
    return Finding("disk", Status.OK if free >= _LEAST_FREE else Status.FAULT, text)


def _schema(health: Health) -> Finding:
    if not health.exists:
        return Finding("schema", Status.NOTE, _tr("Doctor", "No history here yet."))
    if health.schema is None:
        return Finding("schema", Status.FAULT, _tr("Doctor", "The data file is damaged."))
    if health.schema > health.newest_schema:
        return Finding("schema", Status.FAULT, _tr("Doctor", "The data file was made by a newer Unknot."))
    if health.schema < health.newest_schema:
        text = _tr("Doctor", "{found}, brought to {newest} at the next start")
        return Finding("schema", Status.NOTE, text.format(found=health.schema, newest=health.newest_schema))
    return Finding("schema", Status.OK, str(health.schema))


def _integrity(health: Health) -> Finding:
    if not health.exists:
        return Finding("integrity", Status.NOTE, _tr("Doctor", "Nothing to check."))
    if health.problems:
        return Finding("integrity", Status.FAULT, "; ".join(health.problems))
    rows = ", ".join(f"{name} {count}" for name, count in health.rows.items())
    return Finding("integrity", Status.OK, _tr("Doctor", "whole; rows: {rows}").format(rows=rows))


def _backup(health: Health) -> Finding:
    if health.newest_backup is None:
        return Finding("backup", Status.NOTE, _tr("Doctor", "No backup copy yet."))
    return Finding("backup", Status.OK, str(health.newest_backup))


def _crash(data: Path) -> Finding:
    reports = sorted(paths.log_dir(data).glob("crash-*.txt"))
    if not reports:
        return Finding("crash", Status.OK, _tr("Doctor", "No crash on record."))
    return Finding("crash", Status.NOTE, _tr("Doctor", "Last crash: {file}").format(file=reports[-1]))


def _dropouts(data: Path) -> Finding:
    try:
        log = (paths.log_dir(data) / FILE_NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        log = ""
    count = log.count(_DROPOUT)
    if not count:
        return Finding("dropouts", Status.OK, _tr("Doctor", "The sound never ran dry in the log."))
    text = _tr("Doctor", "The sound ran dry {count} times in the log.").format(count=count)
    return Finding("dropouts", Status.NOTE, text)
