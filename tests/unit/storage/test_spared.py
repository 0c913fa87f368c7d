"""What SQLAlchemy need not load still works for whoever asks for it."""

from __future__ import annotations

import subprocess
import sys

SPARED = (
    "from unknot.storage.spared import spare; spare(); import sqlalchemy, sqlalchemy.dialects.sqlite, sys; "
)


def run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SPARED + program], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def test_a_start_loads_neither():
    told = run("print('asyncio.events' in sys.modules, 'importlib.metadata._adapters' in sys.modules)")
    assert told == "False False"


def test_asyncio_works_when_it_is_asked_for():
    told = run(
        "import asyncio\nasync def three(): return 3\nprint(asyncio.run(three()), asyncio.iscoroutine)"
    )
    assert told.startswith("3 <function iscoroutine")


def test_a_part_of_it_can_be_imported_first():
    assert run("import asyncio.events; print(asyncio.events.__name__)") == "asyncio.events"


def test_the_versions_of_packages_can_be_asked_for():
    told = run(
        "import importlib.metadata\nprint(importlib.metadata.version('sqlalchemy'), sqlalchemy.__version__)"
    )
    first, second = told.split()
    assert first == second


def test_sqlalchemy_works_without_them():
    told = run(
        "engine = sqlalchemy.create_engine('sqlite://')\n"
        "with engine.connect() as connection: print(connection.execute(sqlalchemy.text('SELECT 7')).scalar())"
    )
    assert told == "7"
