"""A history on a real file for every test of storage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.wall_clock import WallClock
from unknot import paths
from unknot.storage.history import History, open_history


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def migrations() -> Path:
    return paths.migrations()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def history(folder: Path, migrations: Path) -> Iterator[History]:
    opened = open_history(folder, migrations)
    yield opened
    opened.close()
