"""A window that shows one page at a time, and somebody whose answers fit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from helpers.clock import ManualClock
from helpers.fitting_answers import FITTING
from helpers.wall_clock import WallClock
from unknot import bootstrap, paths
from unknot.domain.errors import KnownError
from unknot.services.bundle import Services
from unknot.storage.history import History


class PageStage(QStackedWidget):
    """Stands in for the main window."""

    def __init__(self) -> None:
        super().__init__()
        self.troubles: list[KnownError] = []

    @property
    def page(self) -> QWidget | None:
        """What has the window now."""
        return self.currentWidget()

    def show_player(self, player: QWidget, *, full_screen: bool = True) -> None:
        """Show it alone."""
        self.close_player()
        self.setCurrentIndex(self.addWidget(player))
        player.setFocus()

    def close_player(self) -> None:
        """Take it away."""
        page = self.currentWidget()
        if page is not None:
            self.removeWidget(page)
            page.hide()
            page.deleteLater()

    def show_known(self, error: KnownError) -> None:
        """Note it."""
        self.troubles.append(error)


@pytest.fixture
def seconds() -> ManualClock:
    """The clock sessions are measured by."""
    return ManualClock()


@pytest.fixture
def services(
    qapp: QApplication, history: History, clock: WallClock, seconds: ManualClock
) -> Iterator[Services]:
    """Every service, silent, with both clocks in the test's hand."""
    made = bootstrap.make_services(history, paths.resources(), clock, clock=seconds)
    made.settings.choose(prepare_s=0)  # sessions begin with their first step
    yield made
    made.keeping.wait()


@pytest.fixture
def stage(qtbot: QtBot, services: Services) -> Iterator[PageStage]:
    """The window; a session still on when it goes stays open."""
    stage = PageStage()
    qtbot.addWidget(stage)
    stage.resize(1440, 900)
    stage.show()
    yield stage
    stage.close_player()
    services.players.close()


@pytest.fixture
def fitting(services: Services) -> Services:
    """Somebody who answered every question, and the answers fit."""
    asked = {question.id for question in services.screening.interview_for("drill")}
    services.screening.save({name: [given] for name, given in FITTING.items() if name in asked})
    return services
