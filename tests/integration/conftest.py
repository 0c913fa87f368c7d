"""The whole window on an invented history, made once for all the walks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpers.settling import settle
from helpers.wall_clock import WallClock
from unknot import bootstrap, cli, paths
from unknot.domain.choices import Choices, ThemeChoice
from unknot.services.bundle import Services
from unknot.storage.history import open_history
from unknot.ui.main_window import MainWindow
from unknot.ui.theme import Theme


@pytest.fixture(scope="session")
def invented_history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with five weeks of invented history that ends at the time of a WallClock."""
    folder = tmp_path_factory.mktemp("invented")
    cli.fill_demo(folder, now=WallClock().time)
    return folder


@pytest.fixture
def full_services(qapp: QApplication, invented_history: Path, tmp_path: Path) -> Iterator[Services]:
    """Every service on a copy of the invented history, silent."""
    folder = tmp_path / "full"
    folder.mkdir()
    shutil.copy(invented_history / "unknot.db", folder / "unknot.db")
    history = open_history(folder, paths.migrations())
    made = bootstrap.make_services(history, paths.resources(), WallClock())
    made.settings.choose(prepare_s=0)  # sessions begin with their first step
    yield made
    made.close()
    history.close()


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme) -> Callable[..., MainWindow]:
    """Opens the main window on services, in a look."""

    def opened(services: Services, look: ThemeChoice, size: tuple[int, int], scale: int) -> MainWindow:
        services.settings.choose(theme=look, text_scale=scale, reduced_motion=True)
        theme.apply(look, scale, reduced_motion=True)  # a page is looked at, not its coming
        window = MainWindow(theme, Choices(), services.now)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.take_services(services)
        settle()
        return window

    return opened
