"""A screen reader may ask a scroll area for a child that has gone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from unknot.ui.widgets import scroll_access


def test_a_scroll_area_answers_for_a_bar_that_has_gone(qtbot: QtBot):
    scroll_access.install()
    area, label = QScrollArea(), QLabel("words")
    qtbot.addWidget(area)
    label.resize(100, 2000)
    area.setWidget(label)
    area.resize(300, 200)
    area.show()
    seen = QAccessible.queryAccessibleInterface(area)
    last = seen.childCount() - 1
    assert seen.child(last) is not None
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    assert seen.child(last + 1) is None
    assert seen.child(0).object() is area.viewport()
