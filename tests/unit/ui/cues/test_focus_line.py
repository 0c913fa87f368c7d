"""The cue for the next run on Today and on the page of drills, and the way from there to the cues."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from unknot.services.bundle import Services
from unknot.ui.cues.cues_page import CuesPage
from unknot.ui.cues.focus_line import FocusLine
from unknot.ui.drills.drills_page import DrillsPage
from unknot.ui.flows import Flows
from unknot.ui.theme import Theme
from unknot.ui.today.today_page import TodayPage


def test_without_a_cue_one_is_offered_and_none_is_read(services: Services, theme: Theme, qtbot: QtBot):
    line = FocusLine(services, theme)
    qtbot.addWidget(line)
    assert (line.words.text(), line.button.text()) == ("None yet", "Choose a cue")
    assert services.read_cues.made is None


def test_the_line_follows_the_choice(services: Services, theme: Theme, qtbot: QtBot):
    line = FocusLine(services, theme)
    qtbot.addWidget(line)
    services.settings.choose(focus_cue="under_hips")
    assert line.title.text() == "Your cue for the next run"
    assert (line.words.text(), line.button.text()) == ("Land under your hips, quietly.", "Change")
    services.settings.choose(focus_cue="")
    assert line.words.text() == "None yet"


def test_today_shows_the_cue_beside_the_way_to_log_a_run(services: Services, theme: Theme, qtbot: QtBot):
    services.settings.choose(focus_cue="tall")
    page = TodayPage(services, theme)
    qtbot.addWidget(page)
    page.show()
    line = page.findChild(FocusLine)
    assert line.words.text() == "Tall, from ankle to crown."
    with qtbot.waitSignal(page.cues_wanted):
        QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)


def test_a_first_visitor_is_not_asked_for_a_cue_on_today(services: Services, theme: Theme, qtbot: QtBot):
    page = TodayPage(services, theme)
    qtbot.addWidget(page)
    page.show()
    assert page.findChild(FocusLine) is None


def test_the_page_of_drills_leads_to_the_cues_and_back(window, qtbot: QtBot):
    window.go("drills")
    page = window.stack.page("drills")
    assert isinstance(page, DrillsPage)
    assert isinstance(window.flows, Flows)
    QTest.mouseClick(page.focus.button, Qt.MouseButton.LeftButton)
    cues = window.findChild(CuesPage)
    qtbot.waitUntil(cues.isVisible)
    assert window.windowTitle().startswith("Cues for your stride")
    QTest.keyClick(cues.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(page.isVisible)
