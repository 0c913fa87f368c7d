"""A history on a real file for every test of the services."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.release_room import Room, a_room
from helpers.wall_clock import WallClock
from unknot import paths
from unknot.content.library import Library, load_library
from unknot.storage.history import History, open_history


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty history, migrated once."""
    folder = tmp_path_factory.mktemp("empty")
    open_history(folder, paths.migrations()).close()
    return folder / "unknot.db"


@pytest.fixture
def history(empty_file: Path, tmp_path: Path) -> Iterator[History]:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(empty_file, folder / "unknot.db")
    opened = open_history(folder, paths.migrations())
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def library() -> Library:
    """All shipped content."""
    return load_library(paths.resources())


@pytest.fixture
def new_room(library: Library, history: History, clock: WallClock) -> Room:
    """Somebody who passed the first gate and never pressed."""
    return a_room(library, history, clock)


@pytest.fixture
def room(new_room: Room) -> Room:
    """Somebody past the first week."""
    new_room.past_first_week()
    return new_room
