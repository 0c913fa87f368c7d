"""What gets the keyboard is scrolled into sight, wherever the focus came from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from unknot.ui.widgets.focus_sight import FocusSight

HIGH = 1400


@pytest.fixture(autouse=True)
def sight(qapp: QApplication) -> Iterator[FocusSight]:
    made = FocusSight(qapp)
    yield made
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A button beside a long page that has one at its top and one at its foot."""
    made = QWidget()
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    inside = QWidget()
    inside.setMinimumHeight(HIGH)
    column = QVBoxLayout(inside)
    column.addWidget(QPushButton("Top", objectName="top"))
    column.addStretch(1)
    column.addWidget(QPushButton("Foot", objectName="foot"))
    area.setWidget(inside)
    whole = QVBoxLayout(made)
    whole.addWidget(QPushButton("Rail", objectName="rail"))
    whole.addWidget(area)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def is_in_sight(button: QWidget, area: QScrollArea) -> bool:
    top = button.mapTo(area.viewport(), QPoint()).y()
    return top >= 0 and top + button.height() <= area.viewport().height()


@pytest.mark.parametrize(("key", "name"), [(Qt.Key.Key_Tab, "top"), (Qt.Key.Key_Backtab, "foot")])
def test_the_focus_that_comes_from_outside_is_scrolled_to(window: QWidget, key: Qt.Key, name: str) -> None:
    area, rail = window.findChild(QScrollArea), window.findChild(QPushButton, "rail")
    rail.setFocus()
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum() if name == "top" else 0)
    QTest.keyClick(rail, key)
    button = window.findChild(QPushButton, name)
    assert QApplication.focusWidget() is button
    assert is_in_sight(button, area)


def test_a_control_that_was_just_made_is_scrolled_to_once_it_has_its_place(
    window: QWidget, qtbot: QtBot
) -> None:
    area = window.findChild(QScrollArea)
    made = QPushButton("New")
    area.widget().layout().addWidget(made)
    made.show()
    made.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: made.y() > HIGH / 2 and is_in_sight(made, area))


def test_what_the_mouse_presses_does_not_move_away_under_it(window: QWidget) -> None:
    area, foot = window.findChild(QScrollArea), window.findChild(QPushButton, "foot")
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum() - foot.height() // 2)  # half of it is below the edge
    before = bar.value()
    at = foot.mapTo(window, QPoint(foot.width() // 2, 3))
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert QApplication.focusWidget() is foot
    assert bar.value() == before
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
