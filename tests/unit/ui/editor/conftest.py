"""The editor's page on a version of the outer calf, and the window that shows whole pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from unit.ui.release.conftest import PageStage
from unknot.services.bundle import Services
from unknot.ui.editor.editor_flow import EditorFlow
from unknot.ui.theme import Theme

BALL = "calf-outer-ball"


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[PageStage]:
    stage = PageStage()
    qtbot.addWidget(stage)
    stage.resize(1440, 900)
    stage.show()
    yield stage
    stage.close_player()


@pytest.fixture
def flow(services: Services, theme: Theme, stage: PageStage) -> EditorFlow:
    return EditorFlow(services, theme, stage, stage)


@pytest.fixture
def own_one(services: Services) -> Callable[[], str]:
    """Keep a version of the outer calf; its id."""

    def kept() -> str:
        own = services.own
        return own.keep(own.version_of(services.library.routines[BALL])).id

    return kept
