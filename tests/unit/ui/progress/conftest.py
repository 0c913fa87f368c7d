"""The page of charts on an empty history."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pytest

from helpers.wall_clock import WallClock
from unknot import paths
from unknot.content.cues import CueLibrary, load_cues
from unknot.content.gait import GaitLibrary, load_gait
from unknot.content.routines import read_drills
from unknot.domain.drill import Drill
from unknot.services.journal import Journal
from unknot.services.practice import Practice
from unknot.storage.history import open_history
from unknot.ui.progress.progress_page import ProgressPage


@dataclass
class Places:
    """The part of the library that the charts use."""

    places: MappingProxyType
    drills: Mapping[str, Drill]


@dataclass
class Bundle:
    """The part of the services that the charts use."""

    journal: Journal
    practice: Practice
    library: Places
    now: WallClock
    history: object
    gait: GaitLibrary
    cues: CueLibrary


@pytest.fixture
def bundle(tmp_path, qapp):
    history = open_history(tmp_path / "data", paths.migrations())
    clock = WallClock()
    resources = paths.resources()
    drills = read_drills(resources / "content/en/drills")
    library = Places(MappingProxyType({}), drills)
    gait, cues = load_gait(resources), load_cues(resources)
    yield Bundle(Journal(history, clock), Practice(history, clock), library, clock, history, gait, cues)
    history.close()


@pytest.fixture
def page(bundle, theme, qtbot):
    page = ProgressPage(bundle, theme)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    return page
