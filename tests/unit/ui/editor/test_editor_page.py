"""The editor by mouse and by keyboard: what it changes, refuses, takes back and tells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from unknot.domain.choices import ThemeChoice
from unknot.ui.editor.editor_page import LAST, EditorPage


@pytest.fixture
def page(services, theme, qtbot) -> EditorPage:
    own = services.own
    page = EditorPage(own.version_of(services.library.routines["calf-outer-ball"]), services.library, theme)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    return page


def ids(page):
    return [step.id for step in page.editing.draft.routine.steps]


def choose(page, *step_ids):
    flag = QItemSelectionModel.SelectionFlag
    page.list.clearSelection()
    for name in step_ids:
        index = page.list.rows.index(ids(page).index(name))
        page.list.selectionModel().setCurrentIndex(index, flag.Select)


def key(page, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(page.list, key, modifier)


def seconds(page, step_id):
    return page.editing.draft.routine.steps[ids(page).index(step_id)].seconds


def test_it_begins_with_the_steps_the_sum_and_a_name(page):
    assert page.list.rows.rowCount() == 12
    assert page.name.text() == "Outer calf: pin and move (mine)"
    assert page.sums.text == "Both legs 9:00, One leg 4:57, Pressing, a leg 2:36"
    assert not page.is_changed
    assert not page.undo_button.isEnabled()


def test_rows_say_group_number_cue_kind_side_and_seconds(page):
    spoken = [page.list.rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 3, 10)]
    assert spoken == [
        "Each leg, the same for both. 2. Press your sore spot. Rate it. Check · each leg. waits",
        "4. Sink into the ball. Stay still. Press · each leg. 45 s",
        "Between the legs. 11. Set up your other leg. Change legs · once. 15 s",
    ]


def test_alt_and_an_arrow_move_what_is_chosen_and_it_stays_chosen(page):
    choose(page, "rest_1", "pin_2")
    key(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert ids(page)[5:8] == ["move_2", "rest_1", "pin_2"]
    assert page.list.chosen == (6, 7)
    key(page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.editing.draft == page._editing.draft


def test_plus_and_minus_change_seconds_and_the_sum_at_once(page):
    choose(page, "pin_1")
    key(page, Qt.Key.Key_Minus)
    assert seconds(page, "pin_1") == 40
    assert page.sums.text.startswith("Both legs 8:50")
    key(page, Qt.Key.Key_Plus)
    assert seconds(page, "pin_1") == 45


def test_the_field_sets_all_that_is_chosen(page):
    choose(page, "rest_1", "rest_2")
    page.step.seconds.setValue(20)
    assert (seconds(page, "rest_1"), seconds(page, "rest_2")) == (20, 20)
    assert page.step.name.text() == "2 steps chosen"


def test_a_check_has_no_seconds_to_change(page):
    choose(page, "before")
    assert not page.step.seconds.isEnabled()
    assert page.step.limits.text() == "A check waits for your answer."


def test_copies_are_chosen_and_can_be_removed_again(page):
    choose(page, "pin_1")
    key(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert ids(page)[3:5] == ["pin_1", "pin_1-2"]
    assert page.list.chosen == (4,)
    key(page, Qt.Key.Key_Delete)
    assert "pin_1-2" not in ids(page)


def test_what_a_rule_forbids_is_said_and_changes_nothing(page):
    before = page.editing
    choose(page, "before")
    key(page, Qt.Key.Key_Delete)
    assert page.told.text() == "The checks stay where they are: they show what the pressing changed."
    assert page.told.isVisible()
    assert page.editing == before
    choose(page, "rest_1")
    key(page, Qt.Key.Key_Minus)
    assert not page.told.isVisible()


def test_every_change_is_taken_back_and_done_again(page):
    first = page.editing.draft
    choose(page, "pin_1")
    key(page, Qt.Key.Key_Minus)
    key(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    last = page.editing.draft
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.editing.draft == first
    assert not page.undo_button.isEnabled()
    assert [ids(page)[row] for row in page.list.chosen] == ["pin_1"]
    page.redo_button.click()
    page.redo_button.click()
    assert page.editing.draft == last


def drop(page, y):
    page.list.drop_wanted.emit(page.list._before(y))


def test_a_drop_falls_between_the_nearest_rows(page):
    choose(page, "pin_1")
    box = page.list.visualRect(page.list.rows.index(ids(page).index("rest_1")))
    drop(page, box.bottom() - 2)
    assert ids(page)[3:6] == ["move_1", "rest_1", "pin_1"]
    choose(page, "pin_1")
    drop(page, 0)
    assert page.told.text().startswith("Steps stay in their group")


def test_the_sore_leg_can_come_last(page):
    page.sore_leg.segment(LAST).click()
    assert page.editing.draft.routine.sore_leg_last
    page.undo_button.click()
    assert page.sore_leg.value != LAST


def test_a_name_that_cannot_be_is_said_under_it_and_not_saved(page, qtbot):
    saves = []
    page.save_wanted.connect(lambda: saves.append(1))
    page.name.setText("   ")
    page.save()
    assert page.name_field.fault.text() == "Give it a name."
    page.name.setText(" My calf ")
    page.save()
    assert (page.editing.draft.routine.title, saves) == ("My calf", [1])


def test_tab_reaches_every_control_and_comes_round(page, qtbot):
    page.setFocus()
    assert page.focusWidget() is page.list
    found = []
    for _ in range(11):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        found.append(page.focusWidget())
    assert {page.cancel, page.save_button, page.name, page.step.remove} <= set(found)


@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 100), ((1024, 700), 100), ((1024, 700), 200)])
def test_everything_has_a_name_and_a_size_to_touch(page, theme, size, scale):
    theme.apply(ThemeChoice.LIGHT, scale)
    page.resize(*size)
    QTest.qWait(0)
    assert page.holder.minimumSizeHint().width() <= page.scroll_area.viewport().width()
    for stop in page._stops():
        assert stop.accessibleName() or stop.text()
        assert stop.height() >= theme.px(43) or stop is page.list
