"""By Tab alone every control is reached of the pages that hand the keyboard on to one of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from unknot.ui.cues.cues_page import CuesPage
from unknot.ui.drills.stride_check import StrideCheck
from unknot.ui.player.sound_check import sound_check_of
from unknot.ui.screening.refusal_page import RefusalPage
from unknot.ui.screening.screening_page import ScreeningPage
from unknot.ui.screening.single_question import SingleQuestionPage, daily_question

MOST_TABS = 80


def questions(services, theme):
    page = ScreeningPage(services, theme, "press", services.screening.interview_for("press"))
    page.go_on()
    return page


PAGES = {
    "cues": CuesPage,
    "the look at the stride": StrideCheck,
    "the intro of the questions": lambda services, theme: ScreeningPage(
        services, theme, "press", services.screening.interview_for("press")
    ),
    "a question": questions,
    "the question of the day": lambda services, theme: SingleQuestionPage(
        daily_question(services.screening.daily_question), "Before today's first press", theme
    ),
    "a refusal": lambda _services, theme: RefusalPage("Not now", "Too soon.", theme, can_change=True),
    "the sound check": sound_check_of,
}


@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_every_control(services, theme, qtbot, name):
    window = QMainWindow()
    qtbot.addWidget(window)
    page = PAGES[name](services, theme)
    window.setCentralWidget(page)
    window.resize(1440, 900)
    window.show()
    qtbot.waitActive(window)
    page.setFocus()
    reached = set()
    for _ in range(MOST_TABS):
        QTest.qWait(0)
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    missed = [
        one.accessibleName() or type(one).__name__
        for one in page.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and one not in reached
    ]
    assert missed == []
