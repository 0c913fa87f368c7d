"""From the page of drills to the metronome and back; anything else that takes the window ends the beat."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from unknot.ui.drills.drills_page import DrillsPage
from unknot.ui.main_window import MainWindow
from unknot.ui.metronome.metronome_page import MetronomePage
from unknot.ui.pages import DRILLS


@pytest.fixture
def drills(window: MainWindow) -> DrillsPage:
    window.go(DRILLS)
    page = window.stack.page(DRILLS)
    assert isinstance(page, DrillsPage)
    page.make_all()
    return page


def opened(window: MainWindow) -> MetronomePage:
    return next(page for page in window.findChildren(MetronomePage) if page.isVisible())


def test_the_button_opens_it_and_esc_leads_back(window: MainWindow, drills: DrillsPage):
    QTest.mouseClick(drills.metronome, Qt.MouseButton.LeftButton)
    page = opened(window)
    assert page.hasFocus()
    assert window.windowTitle() == "Metronome – Unknot"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert drills.isVisible()


def test_m_opens_it_wherever_the_keyboard_is(window: MainWindow, drills: DrillsPage):
    rail = window.rail.buttons[DRILLS]
    rail.setFocus()
    QTest.keyClick(rail, Qt.Key.Key_M)
    assert not opened(window).metronome.is_on


def test_whatever_else_takes_the_window_ends_the_beat(window: MainWindow, drills: DrillsPage):
    QTest.keyClick(drills, Qt.Key.Key_M)
    page = opened(window)
    page.toggle()
    assert page.metronome.is_on
    window.show_player(QWidget(), full_screen=False)
    assert not page.metronome.is_on
    window.close_player()


def test_no_session_is_written_for_it(window: MainWindow, drills: DrillsPage):
    QTest.keyClick(drills, Qt.Key.Key_M)
    opened(window).toggle()
    assert drills.services.practice.unfinished() is None
    assert drills.services.players.running is None
    window.close_player()
