"""The eleven scores: single choices to a screen reader, each with a place of its own in the order of Tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from unknot.domain.knots import Size
from unknot.ui.player.score_panel import Question, ScoreLine
from unknot.ui.player.size_row import SizeRow
from unknot.ui.theme import Theme
from unknot.ui.widgets.one_of import OneOf
from unknot.ui.widgets.score_picker import ScorePicker

SIZES = ((Size.NONE, "No lump"), (Size.PEA, "Pea"), (Size.MARBLE, "Marble"))


@pytest.fixture
def picker(theme: Theme, qtbot: QtBot) -> ScorePicker:
    made = ScorePicker(theme, "Worst pain")
    qtbot.addWidget(made)
    made.show()
    return made


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


def test_each_stays_reachable_by_tab_once_one_has_the_focus(picker: ScorePicker):
    picker.buttons[3].setFocus()
    picker.buttons[3].click()
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in picker.buttons)


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
