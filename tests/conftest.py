"""What every test of the window gets: an offscreen screen, the theme, and services on a real history."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import gc
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from helpers.wall_clock import WallClock
from unknot import bootstrap, paths
from unknot.domain.choices import ThemeChoice
from unknot.services.bundle import Services
from unknot.storage.history import History, open_history
from unknot.ui.theme import Theme

MAIN = threading.main_thread()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Fail a test of the window that leaves a timer, a thread or an animation running."""
    yield  # every fixture is gone after this
    if not {"qapp", "qtbot"} & set(getattr(item, "fixturenames", ())):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [_told(one) for one in gc.get_objects() if _runs(one)]
    left += [f"thread {one.name}" for one in threading.enumerate() if not (one.daemon or one is MAIN)]
    assert not left, f"still running: {', '.join(left)}"


def _runs(one: object) -> bool:
    if not isinstance(one, (QTimer, QThread, QAbstractAnimation)) or not isValid(one):
        return False
    if isinstance(one, QTimer):
        return one.isActive()
    if isinstance(one, QThread):
        return one.isRunning() and one is not QThread.currentThread()
    return one.state() is QAbstractAnimation.State.Running


def _told(one: object) -> str:
    owner = one.parent() if isinstance(one, (QTimer, QThread, QAbstractAnimation)) else None
    return f"{type(one).__name__} of {type(owner).__name__}"


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme of the application, made once: fonts load slowly."""
    qapp.setStyle("Fusion")
    theme = Theme(qapp, paths.resources())
    yield theme
    qapp.setStyleSheet("")


@pytest.fixture
def theme(qapp: QApplication, one_theme: Theme) -> Theme:
    """The light theme at 100 %, whatever the test before did to it."""
    if not qapp.styleSheet() or one_theme.is_dark or one_theme.text_scale != 100 or one_theme.reduced_motion:
        one_theme.apply(ThemeChoice.LIGHT, 100)
    return one_theme


@pytest.fixture
def clock() -> WallClock:
    """A wall clock that stands still."""
    return WallClock()


@pytest.fixture(scope="session")
def empty_history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty history, migrated once."""
    folder = tmp_path_factory.mktemp("empty-history")
    open_history(folder, paths.migrations()).close()
    return folder / "unknot.db"


@pytest.fixture
def history(empty_history: Path, tmp_path: Path) -> Iterator[History]:
    """A real, empty history in a folder of its own."""
    folder = tmp_path / "history"
    folder.mkdir()
    shutil.copy(empty_history, folder / "unknot.db")
    opened = open_history(folder, paths.migrations())
    yield opened
    opened.close()


@pytest.fixture
def services(qapp: QApplication, history: History, clock: WallClock) -> Iterator[Services]:
    """Every service on that history, silent, at the time of the clock."""
    made = bootstrap.make_services(history, paths.resources(), clock)
    made.settings.choose(prepare_s=0)  # sessions begin with their first step
    yield made
    made.close()
