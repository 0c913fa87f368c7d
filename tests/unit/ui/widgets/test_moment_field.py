"""A day and a time: a click chooses the part that typing replaces."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDateTime, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from unknot.ui.widgets.moment_field import MomentField


@pytest.fixture
def field(theme, qtbot):
    """Below another field, which has the keyboard."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    field = MomentField(theme, "HH:mm")
    field.setDateTime(QDateTime.fromString("2026-11-24T18:30:00", Qt.DateFormat.ISODate))
    column.addWidget(field)
    qtbot.addWidget(window)
    window.resize(400, 120)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    yield field
    window.close()


def click(field, part):
    """Click in the middle of some shown words."""
    edit = field.lineEdit()
    at = edit.text().index(part) + len(part) // 2
    edit.setCursorPosition(at)
    where = QPoint(edit.cursorRect().center().x(), edit.height() // 2)
    edit.setCursorPosition(0)
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, pos=where)
    QTest.qWait(0)


def test_a_clicked_part_is_chosen_and_typing_replaces_it(field, qtbot):
    click(field, "24")
    assert field.lineEdit().selectedText() == "24"
    qtbot.keyClicks(field.lineEdit(), "09")
    click(field, "18")
    qtbot.keyClicks(field.lineEdit(), "07")
    assert field.text() == "Mon 9 Nov 2026  07:30"


def test_a_click_on_the_weekday_means_the_day(field, qtbot):
    click(field, "Tue")
    assert field.lineEdit().selectedText() == "24"


def test_by_tab_it_begins_at_the_day(field, qtbot):
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.lineEdit().selectedText() == "24"
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "Mon 23 Nov 2026  18:30"
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "Sun 22 Nov 2026  18:30"


def test_days_go_on_over_the_end_of_a_month(field, qtbot):
    field.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(24):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "Sat 31 Oct 2026  18:30"
    assert field.lineEdit().selectedText() == "31"
