from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from helpers.audit import audit
from unknot.domain.body import Side, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import KnotKind, Size
from unknot.ui.body_map.add_dialog import AddDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def add(page):
    opened = page.add_by_name()
    QApplication.processEvents()
    return opened


def names(dialog):
    return [dialog.choices.index(row).data() for row in range(dialog.choices.rowCount())]


def test_the_places_meant_first_come_first(add):
    assert names(add)[:2] == ["Outer calf, upper part", "Outer hamstring, where the heads meet"]


@pytest.mark.parametrize("typed", ["calf outer upper", "gastrocnemius lateral", "GASTRO"])
def test_plain_and_anatomical_words_find_a_place_in_any_order(add, qtbot, typed):
    qtbot.keyClicks(add.search, typed)
    assert "Outer calf, upper part" in names(add)
    assert len(names(add)) < 8


def test_a_word_that_is_no_place_says_so(add, qtbot):
    qtbot.keyClicks(add.search, "elbow")
    assert names(add) == []
    assert add.nothing.isVisible()
    assert not add.add_button.isEnabled()


def test_a_knot_is_added_without_the_picture(page, services, add, qtbot):
    qtbot.keyClicks(add.search, "heads meet")
    qtbot.mouseClick(add.sides.segment("left"), LEFT)
    qtbot.mouseClick(add.ladder.rungs[Size.MARBLE], LEFT)
    qtbot.mouseClick(add.picker.buttons[6], LEFT)
    qtbot.mouseClick(add.add_button, LEFT)
    (story,) = services.journal.knots()
    assert story.knot.place == "biceps_femoris_junction"
    assert (story.knot.spot.side, story.knot.spot.view) == (Side.LEFT, View.BACK)
    assert (story.latest.tenderness, story.size) == (6, Size.MARBLE)
    assert page.chosen == story.knot.id


def test_enter_in_the_search_chooses_nothing_by_itself(add, qtbot):
    qtbot.keyClicks(add.search, "heads meet")
    qtbot.keyClick(add.search, Qt.Key.Key_Return)
    assert add.ladder.value is None
    assert not any(rung.isChecked() for rung in add.ladder.rungs.values())
    assert [button.text() for button in add.findChildren(QPushButton) if button.isDefault()] == ["Add"]


def test_enter_adds_once_place_and_score_are_given(services, add, qtbot):
    qtbot.keyClicks(add.search, "heads meet")
    qtbot.mouseClick(add.picker.buttons[6], LEFT)
    qtbot.keyClick(add.search, Qt.Key.Key_Return)
    assert len(services.journal.knots()) == 1


def test_the_down_key_leads_from_the_words_to_the_places(add, qtbot):
    qtbot.keyClick(add.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is add.list
    assert add.answer is not None
    assert add.answer.label == "Outer calf, upper part"


def test_a_digit_is_a_letter_in_the_search_and_a_score_outside_it(add, qtbot):
    qtbot.keyClick(add.search, Qt.Key.Key_5)
    assert add.search.text() == "5"
    assert add.picker.value is None
    add.search.clear()
    add.list.setFocus()
    qtbot.keyClick(add, Qt.Key.Key_5)
    assert add.picker.value == 5


def test_a_place_that_is_never_pressed_is_marked_as_sore(services, add, qtbot):
    qtbot.keyClicks(add.search, "IT band, thigh")
    assert "Do not roll it" in add.caution.words.text()
    assert not add.ladder.isVisible()
    qtbot.mouseClick(add.picker.buttons[5], LEFT)
    qtbot.mouseClick(add.add_button, LEFT)
    assert services.journal.knots()[0].knot.kind is KnotKind.PAIN


def test_the_place_offered_instead_is_chosen_by_its_button(add, qtbot):
    qtbot.keyClicks(add.search, "IT band, thigh")
    qtbot.mouseClick(add.caution.offers[0], LEFT)
    assert add.answer.label == "Seam between IT band and outer hamstring"


def test_a_bone_cannot_be_marked_and_the_button_says_why(add, qtbot):
    qtbot.keyClicks(add.search, "thigh bone")
    qtbot.mouseClick(add.picker.buttons[5], LEFT)
    assert "Never press on bone" in add.caution.words.text()
    assert not add.add_button.isEnabled()
    assert add.add_button.toolTip() == "Nothing can be marked there"


def test_where_it_stabs_offers_the_places_of_the_knee(page, services, qtbot):
    qtbot.mouseClick(page.list.stab_button, LEFT)
    (dialog,) = page.findChildren(AddDialog)
    assert dialog.windowTitle() == "Where it stabs"
    assert "Kneecap" in names(dialog)
    assert "Inner calf" not in names(dialog)
    qtbot.keyClicks(dialog.search, "bump outer")
    qtbot.mouseClick(dialog.picker.buttons[8], LEFT)
    qtbot.mouseClick(dialog.add_button, LEFT)
    (story,) = services.journal.knots()
    assert (story.knot.place, story.knot.kind) == ("lateral_epicondyle", KnotKind.PAIN)


@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_in_the_dialog_is_cut_off_or_nameless(open_page, theme, qtbot, look, scale):
    theme.apply(look, scale)
    page = open_page(940, 700)
    dialog = page.add_by_name()
    qtbot.keyClicks(dialog.search, "IT band, thigh")
    QApplication.processEvents()
    assert audit(dialog) == []
    dialog.close()
