"""The main window on an empty history, opened as the program opens it."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from unknot.services.bundle import Services
from unknot.ui.main_window import MainWindow
from unknot.ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, services: Services) -> MainWindow:
    """Shown at 1440 x 900, on Today, active."""
    opened = MainWindow(theme, services.settings.choices, services.now)
    qtbot.addWidget(opened)
    opened.resize(1440, 900)
    opened.show()
    opened.take_services(services)
    opened.activateWindow()
    QTest.qWaitForWindowActive(opened)
    return opened
