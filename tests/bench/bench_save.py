"""Saving one run through the journal, against the same INSERT by bare sqlite3 in WAL with synchronous=FULL.

Both write in turn into files on the same disk, and the medians are compared.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from msgspec.structs import replace

from helpers.histories import a_run
from unknot import paths
from unknot.services.journal import Journal
from unknot.storage.history import open_history

SAVES = 300
GOAL = 2.5
BUILD = Path(__file__).resolve().parents[2] / "build"  # on a real disk, where /tmp may be memory
START = datetime(2026, 1, 1, 8, tzinfo=UTC)


def measure() -> list[dict[str, object]]:
    """One ratio."""
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as name:
        folder = Path(name)
        history = open_history(folder, paths.migrations())
        try:
            bare, ours = _saves(history, folder)
        finally:
            history.close()
    value = ours / bare
    return [
        {
            "name": "save of one run",
            "value": round(value, 3),
            "unit": "x",
            "reference": f"{ours * 1000:.2f} ms against {bare * 1000:.2f} ms of bare sqlite3",
            "goal": GOAL,
            "holds": value <= GOAL,
        }
    ]


def _saves(history, folder: Path) -> tuple[float, float]:
    journal = Journal(history, lambda: START)
    with closing(_bare_copy(folder)) as bare:
        names = [row[1] for row in bare.execute("PRAGMA table_info(runs)")]
        insert = f"INSERT INTO runs VALUES ({', '.join('?' * len(names))})"
        journal.add_run(a_run(START))
        with closing(sqlite3.connect(f"{(folder / 'unknot.db').as_uri()}?mode=ro", uri=True)) as reader:
            pattern = reader.execute("SELECT * FROM runs").fetchone()
        key = names.index("id")
        bare_times, our_times = [], []
        for number in range(SAVES):
            run = replace(a_run(START + timedelta(days=number)), id=uuid4())
            row = (*pattern[:key], uuid4().bytes, *pattern[key + 1 :])
            before = time.perf_counter()
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(insert, row)
            bare.execute("COMMIT")
            between = time.perf_counter()
            journal.add_run(run)
            our_times.append(time.perf_counter() - between)
            bare_times.append(between - before)
    return statistics.median(bare_times), statistics.median(our_times)


def _bare_copy(folder: Path) -> sqlite3.Connection:
    """A file with the same table and indexes, and nothing of Unknot around it."""
    with closing(sqlite3.connect(folder / "unknot.db")) as original:
        schema = [
            row[0]
            for row in original.execute(
                "SELECT sql FROM sqlite_master WHERE tbl_name = 'runs' AND sql NOTNULL"
            )
        ]
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    for statement in schema:
        bare.execute(statement)
    return bare
