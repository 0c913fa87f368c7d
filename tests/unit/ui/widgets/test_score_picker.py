"""The eleven scores: single choices to a screen reader, one place in the order of Tab, arrows inside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from unknot.domain.knots import Size
from unknot.ui.player.score_panel import Question, ScoreLine
from unknot.ui.player.score_row import ScoreRow
from unknot.ui.player.size_row import SizeRow
from unknot.ui.theme import Theme
from unknot.ui.widgets.focus_ring import FocusRing
from unknot.ui.widgets.one_of import OneOf
from unknot.ui.widgets.score_picker import ScorePicker

SIZES = ((Size.NONE, "No lump"), (Size.PEA, "Pea"), (Size.MARBLE, "Marble"))


@pytest.fixture
def picker(theme: Theme, qtbot: QtBot) -> ScorePicker:
    made = ScorePicker(theme, "Worst pain")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def ring(qapp: QApplication, theme: Theme) -> Iterator[FocusRing]:
    made = FocusRing(qapp, theme)
    yield made
    made.setParent(None)
    made.deleteLater()


def groups(theme: Theme, parent: QWidget) -> list[list[OneOf]]:
    line = ScoreLine(Question("calf", "Calf?", "", "", 0, 10), theme, parent)
    return [
        list(ScorePicker(theme, "Worst pain", parent).buttons),
        list(SizeRow(SIZES, theme, parent).buttons),
        list(line.keys),
    ]


def test_a_score_or_a_size_is_a_radio_button_that_says_whether_it_is_chosen(theme: Theme, qtbot: QtBot):
    parent = QWidget()
    qtbot.addWidget(parent)
    for buttons in groups(theme, parent):
        buttons[1].click()
        seen = [QAccessible.queryAccessibleInterface(button) for button in buttons]
        assert {one.role() for one in seen} == {QAccessible.Role.RadioButton}
        assert [bool(one.state().checked) for one in seen].index(True) == 1
        assert sum(bool(one.state().checked) for one in seen) == 1


def entries(buttons: list[OneOf]) -> list[int]:
    return [place for place, button in enumerate(buttons) if button.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_tab_comes_to_the_first_until_one_is_chosen_and_then_to_that(theme: Theme, qtbot: QtBot):
    parent = QWidget()
    qtbot.addWidget(parent)
    for buttons in groups(theme, parent):
        assert entries(buttons) == [0]
        buttons[2].click()
        assert entries(buttons) == [2]


def test_the_scores_of_a_check_have_one_place_in_the_order_of_tab(theme: Theme, qtbot: QtBot):
    parent = QWidget()
    qtbot.addWidget(parent)
    row = ScoreRow(theme, parent)
    assert entries(list(row.buttons)) == [0]
    parent.show()
    parent.activateWindow()
    qtbot.waitUntil(parent.isActiveWindow)
    row.buttons[0].setFocus()
    QTest.keyClick(row.buttons[0], Qt.Key.Key_Left)
    assert row.buttons[10].hasFocus()
    with qtbot.waitSignal(row.chosen) as told:
        QTest.keyClick(row.buttons[10], Qt.Key.Key_Return)
    assert told.args == [10]


def test_tab_comes_back_to_the_chosen_one_after_looking_at_others(picker: ScorePicker):
    picker.set_value(6)
    picker.buttons[6].setFocus()
    QTest.keyClick(picker.buttons[6], Qt.Key.Key_Right)
    assert entries(list(picker.buttons)) == [7]
    picker.buttons[7].clearFocus()
    assert entries(list(picker.buttons)) == [6]


def test_a_digit_takes_the_keyboard_along(picker: ScorePicker):
    picker.buttons[0].setFocus()
    QTest.keyClick(picker.buttons[0], Qt.Key.Key_8)
    assert picker.value == 8
    assert picker.buttons[8].hasFocus()


def test_the_chosen_score_and_the_one_with_the_keyboard_look_different(
    theme: Theme, ring: FocusRing, qtbot: QtBot
):
    picker = ScorePicker(theme, "Worst pain")
    qtbot.addWidget(picker)
    picker.resize(700, 60)
    picker.show()
    picker.activateWindow()
    qtbot.waitUntil(picker.isActiveWindow)
    QTest.keyClick(picker.windowHandle(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: ring.target is picker.buttons[0])
    assert ring.geometry().size() == picker.buttons[0].rect().size()  # between its neighbours, not on them
    focused = picker.grab(picker.buttons[0].geometry()).toImage()
    picker.set_value(0)
    both = picker.grab(picker.buttons[0].geometry()).toImage()
    picker.buttons[0].clearFocus()
    chosen = picker.grab(picker.buttons[0].geometry()).toImage()
    assert focused != chosen != both != focused


def test_an_arrow_goes_on_without_choosing(picker: ScorePicker, qtbot: QtBot):
    picker.set_value(3)
    picker.buttons[3].setFocus()
    with qtbot.assertNotEmitted(picker.picked):
        QTest.keyClick(picker.buttons[3], Qt.Key.Key_Right)
    assert picker.buttons[4].hasFocus()
    QTest.keyClick(picker.buttons[4], Qt.Key.Key_Up)
    assert picker.buttons[3].hasFocus()


def test_an_answer_can_be_taken_back(picker: ScorePicker):
    picker.set_value(3)
    picker.set_value(None)
    assert picker.value is None
    assert not any(button.isChecked() for button in picker.buttons)


def test_a_second_tap_takes_a_size_back(theme: Theme, qtbot: QtBot):
    parent = QWidget()
    qtbot.addWidget(parent)
    sizes = SizeRow(SIZES, theme, parent)
    told: list[Size | None] = []
    sizes.chosen.connect(told.append)
    sizes.buttons[1].click()
    sizes.buttons[1].click()
    assert told == [Size.PEA, None]
    assert not any(button.isChecked() for button in sizes.buttons)


def test_a_screen_reader_that_toggles_chooses_and_tells_once(picker: ScorePicker, qtbot: QtBot) -> None:
    told: list[int] = []
    picker.picked.connect(told.append)
    picker.buttons[3].toggle()
    qtbot.waitUntil(lambda: told == [3])
    QTest.mouseClick(picker.buttons[5], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert told == [3, 5]


def test_a_screen_reader_that_toggles_a_size_chooses_it(theme: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    row = SizeRow(SIZES, theme, parent)
    told: list[Size | None] = []
    row.chosen.connect(told.append)
    row.buttons[2].toggle()
    qtbot.waitUntil(lambda: told == [Size.MARBLE])
    assert row.size_chosen is Size.MARBLE
