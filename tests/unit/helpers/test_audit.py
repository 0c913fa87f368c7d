"""The strict reader finds what it is there to find, and nothing in a page that is in order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from helpers.audit import audit, contrast
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.words import Words

LONG = "A sentence that is much longer than what there is room for in this narrow place of the page."


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> QWidget:
    """A page in order: a label, words, a button and a field."""
    made = QWidget()
    made.setProperty("panel", "page")
    column = QVBoxLayout(made)
    for part in (
        QLabel("Knots"),
        Words(LONG, theme),
        Button("Save", theme),
        QLineEdit(accessibleName="Note"),
    ):
        column.addWidget(part)
    column.addStretch(1)
    qtbot.addWidget(made)
    made.resize(420, 400)
    return made


def faults(page: QWidget) -> str:
    page.show()
    for child in page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        child.show()
    QTest.qWait(0)
    return "\n".join(audit(page))


def test_a_page_in_order_has_no_fault(page: QWidget) -> None:
    assert faults(page) == ""


def test_a_label_that_is_too_narrow_is_cut_off(page: QWidget) -> None:
    page.findChildren(QLabel)[0].setFixedWidth(12)
    assert "cut off" in faults(page)


def test_words_that_are_too_low_are_cut_off(page: QWidget) -> None:
    page.findChild(Words).setFixedHeight(14)
    assert "cut off" in faults(page)


def test_a_button_whose_words_do_not_fit_is_cut_off(page: QWidget) -> None:
    button = page.findChild(Button)
    button.setText("Save all of it now")
    button.setFixedWidth(60)
    assert "cut off" in faults(page)


def test_two_texts_on_each_other_overlap(page: QWidget) -> None:
    stray = QLabel("Stray", page)
    stray.move(page.findChildren(QLabel)[0].pos() + stray.rect().topLeft())
    stray.move(20, 12)
    assert "overlap" in faults(page)


def test_a_text_that_sticks_out_of_its_page_is_found(page: QWidget) -> None:
    stray = QLabel("Stray text", page)
    stray.move(390, 300)
    assert "outside its page" in faults(page)


def test_a_control_that_sticks_out_is_found(page: QWidget) -> None:
    stray = QPushButton("Go", page)
    stray.resize(60, 44)
    stray.move(100, 380)
    assert "outside its page" in faults(page)


def test_what_lies_below_in_a_scroll_area_is_in_order(theme: Theme, page: QWidget) -> None:
    area = QScrollArea(accessibleName="Page")
    held = QWidget()
    held.setFixedSize(200, 900)
    button = Button("Far below", theme, parent=held)
    button.move(10, 800)
    area.setWidget(held)
    area.setFixedHeight(80)
    page.layout().addWidget(area)
    assert faults(page) == ""


def test_what_lies_beside_in_a_scroll_area_without_a_bar_is_found(theme: Theme, page: QWidget) -> None:
    area = QScrollArea(accessibleName="Page")
    area.setWidgetResizable(True)
    held = QWidget()
    button = Button("Beside", theme, parent=held)
    button.move(380, 10)
    area.setWidget(held)
    page.layout().addWidget(area)
    assert "outside its page" in faults(page)


def test_a_control_without_a_name_is_found(page: QWidget) -> None:
    page.layout().addWidget(QLineEdit())
    assert faults(page) == "no name: QWidget/QLineEdit ''"


def test_a_scroll_area_without_a_name_is_found(page: QWidget) -> None:
    page.layout().addWidget(QScrollArea())
    assert "no name: QWidget/QScrollArea" in faults(page)


def test_a_box_of_choices_needs_a_label(page: QWidget) -> None:
    box = QComboBox()
    box.addItem("Full colour")
    page.layout().addWidget(box)
    assert "no label" in faults(page)
    label = QLabel("Style")
    label.setBuddy(box)
    page.layout().addWidget(label)
    assert faults(page) == ""


def test_a_small_target_is_found(page: QWidget) -> None:
    page.findChild(Button).setFixedSize(60, 30)
    assert "60x30 px" in faults(page)


def test_faint_text_is_found(page: QWidget) -> None:
    page.findChildren(QLabel)[0].setStyleSheet("color: #b9c2bb")
    assert "contrast 1." in faults(page)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
