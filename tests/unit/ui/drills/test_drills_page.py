"""The library of drills and a drill's page: cards, locks, ticks, own step rate."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from helpers.clock import ManualClock
from helpers.full_disk import nothing_can_be_written
from unknot.services.bundle import Services
from unknot.storage.history import History
from unknot.ui.drills.count_steps import CountSteps
from unknot.ui.drills.drill_detail import DrillDetail
from unknot.ui.drills.drill_words import dose_line, kind_word, often_line, when_word
from unknot.ui.drills.drills_page import DrillsPage
from unknot.ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, services: Services, theme: Theme) -> DrillsPage:
    page = DrillsPage(services, theme)
    qtbot.addWidget(page)
    page.resize(1232, 900)
    page.show()
    page.make_all()
    return page


def test_every_shipped_drill_has_a_card_and_start_asks_for_it(
    page: DrillsPage, services: Services, qtbot: QtBot
):
    assert {card.id for card in page.cards} == set(services.library.drills)
    bridge = next(card for card in page.cards if card.id == "glute-bridge")
    assert bridge.button.text() == "Start"
    with qtbot.waitSignal(page.drill_wanted) as wanted:
        QTest.mouseClick(bridge.button, Qt.MouseButton.LeftButton)
    assert wanted.args == ["glute-bridge"]


@pytest.mark.parametrize(
    ("drill", "word"),
    [
        ("uphill-push-walk", "Walking"),
        ("cool-down-walk", "Walking"),
        ("run-walk-cues", "Running"),
        ("glute-bridge", "Strength"),
    ],
)
def test_a_walk_is_called_one(services: Services, drill: str, word: str):
    assert kind_word(services.library.drills[drill]) == word


def test_each_card_shows_the_drill_in_its_own_position(page: DrillsPage):
    words = {card.id: card.picture.accessibleDescription() for card in page.cards}
    assert words["glute-bridge"].startswith("A person on the floor.")
    assert words["wall-push-off"].startswith("A person leaning on a wall.")
    assert words["quick-step-metronome"].startswith("A runner from the side.")


def test_a_stop_locks_every_card_with_its_reason(page: DrillsPage, services: Services):
    services.screening.save({"emergency": ["chest"]})
    assert all(card.button.text() == "See why" for card in page.cards)
    assert page.lock.isVisible()


def test_the_page_says_to_count_first_and_then_shows_the_rate(page: DrillsPage, services: Services):
    assert page.step_rate.title.text() == "Count your steps first"
    assert page.above.indexOf(page.step_rate) > 0
    services.settings.choose(step_rate_spm=168)
    assert page.below.indexOf(page.step_rate) == 0
    assert page.step_rate.title.text() == "Your steps: 168 a minute"
    assert page.step_rate.words.text().startswith("The beat starts 5 % above it")
    services.settings.choose(stride_seen="toe_strike_heel_up:2")
    assert page.step_rate.words.text().endswith("the beat starts at your own steps.")


def test_tab_goes_through_the_cards_before_what_stands_below_them(page: DrillsPage, services: Services):
    services.settings.choose(step_rate_spm=168)
    page.cards[-1].button.setFocus()
    QTest.keyClick(page.cards[-1].button, Qt.Key.Key_Tab)
    assert page.step_rate.button.hasFocus()


def words_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_counting_thirty_seconds_stores_twice_the_footfalls(
    services: Services, theme: Theme, history: History
):
    clock = ManualClock()
    dialog = CountSteps(services.settings, theme, clock=clock)  # goes away by itself when it closes
    dialog.show()
    QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    clock.advance(12.5)
    dialog._tick()
    assert dialog.left.text() == "18 s"
    clock.advance(20)
    dialog._tick()
    assert dialog.left.text() == "Stop. How many?"
    dialog.count.setValue(84)
    assert dialog.rate.text() == "168 steps a minute"
    with nothing_can_be_written(history):
        dialog.save()
    assert dialog.isVisible()
    assert "Could not save" in words_of(dialog) or "may not write" in words_of(dialog)
    dialog.save()
    assert not dialog.isVisible()
    assert services.settings.choices.step_rate_spm == 168


@pytest.fixture
def detail(qtbot: QtBot, services: Services, theme: Theme) -> DrillDetail:
    detail = DrillDetail(services, theme, services.library.drills["glute-bridge"])
    qtbot.addWidget(detail)
    detail.resize(1440, 900)
    detail.show()
    return detail


def test_start_waits_for_the_ticks(detail: DrillDetail, qtbot: QtBot):
    with qtbot.assertNotEmitted(detail.start_wanted):
        QTest.mouseClick(detail.start, Qt.MouseButton.LeftButton)
    assert detail.hint.text().startswith("First tick each line")
    QTest.keyClick(detail, Qt.Key.Key_1)
    with qtbot.waitSignal(detail.start_wanted):
        QTest.keyClick(detail, Qt.Key.Key_Return)


def test_escape_goes_back(detail: DrillDetail, qtbot: QtBot):
    with qtbot.waitSignal(detail.back_wanted):
        QTest.keyClick(detail, Qt.Key.Key_Escape)


def test_alt_left_goes_back_wherever_the_focus_is(detail: DrillDetail, qtbot: QtBot):
    detail.setup.rows[0].setFocus()
    with qtbot.waitSignal(detail.back_wanted):
        QTest.keyClick(detail.setup.rows[0], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_the_picture_stands_still_with_reduced_motion(qtbot: QtBot, services: Services, theme: Theme):
    theme.reduced_motion = True
    detail = DrillDetail(services, theme, services.library.drills["quick-step-metronome"])
    qtbot.addWidget(detail)
    detail.show()
    assert not detail._moving.isActive()
    theme.reduced_motion = False


def test_every_drill_says_how_much_and_how_often_in_plain_words(services: Services):
    drills = services.library.drills
    assert dose_line(drills["fall-start"]) == "6 times"
    assert dose_line(drills["cool-down-walk"]) == "1 set of 5 minutes"
    assert dose_line(drills["single-leg-bridge-hold-test"]) == "1 set of 60 seconds, each leg"
    assert often_line(drills["single-leg-bridge-hold-test"]) == "Once a week"
    assert often_line(drills["calf-raise"]) == "2 to 3 days a week"


def test_every_moment_of_a_cue_has_its_words(services: Services):
    moments = {cue.when for drill in services.library.drills.values() for cue in drill.cues}
    assert {when for when in moments if when_word(when).lower() == when} == {"before", "landing"}
