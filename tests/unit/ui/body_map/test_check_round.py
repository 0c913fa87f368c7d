"""Going through all knots: by keys, by touch, back, out, and what it says at the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import KnotKind, Size
from unknot.domain.noise import Noise
from unknot.ui.body_map.check_round import RoundAnswer
from unknot.ui.body_map.lump_dialog import LumpDialog
from unknot.ui.body_map.round_words import summary
from unknot.ui.widgets.focus_ring import FocusRing

LEFT = Qt.MouseButton.LeftButton
CALF = "gastrocnemius_lateral_belly_upper"
JUNCTION = "biceps_femoris_junction"


@pytest.fixture
def knots(services, clock):
    """Three knots, the most tender first, and a pain that is no part of a round; a day ago."""
    made = [
        services.journal.add_knot(Spot(View.BACK, side, u, v), place, score, Size.MARBLE)
        for side, u, v, place, score in (
            (Side.RIGHT, 0.4514, 0.6284, CALF, 7),
            (Side.LEFT, 0.5109, 0.458, JUNCTION, 5),
            (Side.LEFT, 0.4514, 0.6284, CALF, 2),
        )
    ]
    bump = Spot(View.OUTER, Side.RIGHT, 0.43, 0.549)
    services.journal.add_knot(bump, "lateral_epicondyle", 9, None, kind=KnotKind.PAIN)
    clock.advance(days=1)
    return made


@pytest.fixture
def shown(page, knots, qtbot):
    """The page in a round."""
    page.refresh()
    qtbot.mouseClick(page.list.round_button, LEFT)
    return page


def scores(services, knots):
    return [services.journal.knot(knot.id).latest.tenderness for knot in knots]


def press(page, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(page.window().focusWidget() or page, key)


def test_a_round_begins_with_the_most_tender_knot_and_shows_it_on_the_map(shown, knots):
    view = shown.round_view
    assert shown.stack.currentWidget() is view
    assert view.progress.text() == "1 of 3"
    assert view.place.text() == "Outer calf, upper part"
    assert view.last.text() == "Last 7, strong, yesterday"
    assert view.picker.value == 7
    assert shown.stage.item(knots[0].id).is_chosen


def test_by_keys_alone_a_round_takes_a_key_a_knot(shown, services, knots, qtbot):
    press(shown, qtbot, Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_Delete)
    assert scores(services, knots) == [7, 3, 2]
    assert [len(services.journal.knot(knot.id).checks) for knot in knots] == [2, 2, 1]
    assert [services.journal.knot(knot.id).knot.is_open for knot in knots] == [True, True, False]
    assert shown.round_view.words.text().split("\n\n") == [
        "All 3 checked.",
        "One less tender than the last time.",
        "One the same.",
        "One no longer found.",
    ]
    press(shown, qtbot, Qt.Key.Key_Return)
    assert shown.stack.currentWidget() is shown.list


def test_t_is_ten(shown, services, knots, qtbot):
    press(shown, qtbot, Qt.Key.Key_T)
    assert scores(services, knots)[0] == 10


def test_by_touch(shown, services, knots, qtbot):
    view = shown.round_view
    qtbot.mouseClick(view.picker.buttons[4], LEFT)
    qtbot.mouseClick(view.same_button, LEFT)
    qtbot.mouseClick(view.lost_button, LEFT)
    assert scores(services, knots) == [4, 5, 2]
    assert view.done_button.isVisible()
    qtbot.mouseClick(view.done_button, LEFT)
    assert shown.list.isVisible()


def test_enter_on_a_score_that_has_the_keyboard_gives_that_score(shown, services, knots, qtbot):
    shown.round_view.picker.buttons[6].setFocus()
    press(shown, qtbot, Qt.Key.Key_Return)
    assert scores(services, knots)[0] == 6


def test_back_takes_the_last_answer_back(shown, services, knots, qtbot):
    press(shown, qtbot, Qt.Key.Key_1, Qt.Key.Key_Backspace)
    assert shown.round_view.progress.text() == "1 of 3"
    assert scores(services, knots)[0] == 7
    press(shown, qtbot, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
    assert services.journal.knot(knots[0].id).knot.is_open
    assert services.journal.knot(knots[0].id).gaps == ()
    assert not shown.round_view.back_button.isEnabled()


def test_skipping_says_nothing_and_can_be_gone_back_to(shown, services, knots, qtbot):
    qtbot.mouseClick(shown.round_view.skip_button, LEFT)
    assert shown.round_view.progress.text() == "2 of 3"
    qtbot.mouseClick(shown.round_view.back_button, LEFT)
    assert shown.round_view.progress.text() == "1 of 3"
    assert len(services.journal.knot(knots[0].id).checks) == 1


def test_esc_ends_and_keeps_what_was_given(shown, services, knots, qtbot):
    press(shown, qtbot, Qt.Key.Key_4, Qt.Key.Key_Escape)
    assert shown.round_view.words.text().startswith("1 of 3 checked.")
    assert scores(services, knots) == [4, 5, 2]
    press(shown, qtbot, Qt.Key.Key_Escape)
    assert shown.stack.currentWidget() is shown.list


def test_esc_before_the_first_answer_leads_straight_back(shown, qtbot):
    press(shown, qtbot, Qt.Key.Key_Escape)
    assert shown.stack.currentWidget() is shown.list


def test_undo_of_an_answer_leads_back_to_its_knot(shown, services, knots, qtbot):
    press(shown, qtbot, Qt.Key.Key_1, Qt.Key.Key_1)
    services.journal.undo()
    services.journal.undo()
    assert shown.round_view.progress.text() == "1 of 3"
    assert scores(services, knots) == [7, 5, 2]


def test_what_is_deleted_meanwhile_is_left_out(shown, services, knots):
    services.journal.delete_knot(knots[0].id)
    assert shown.round_view.progress.text() == "2 of 3"
    services.journal.delete_knot(knots[2].id)
    shown.round_view.rate(1)
    assert not shown.round.is_on


def test_a_size_that_asks_opens_the_question_about_the_lump(shown, services, knots, qtbot):
    qtbot.mouseClick(shown.round_view.ladder.rungs[Size.PLUM], LEFT)
    press(shown, qtbot, Qt.Key.Key_5)
    assert services.journal.knot(knots[0].id).size is Size.PLUM
    assert [one.isVisible() for one in shown.findChildren(LumpDialog)] == [True]


def test_from_today_the_round_begins_on_the_map(window, knots):
    window.stack.page("today").check_wanted.emit()
    page = window.stack.page("body_map")
    assert window.stack.current_page == "body_map"
    assert page.round_view.progress.text() == "1 of 3"
    assert page.round_view.same_button.hasFocus()


def test_without_an_open_knot_there_is_nothing_to_check(page):
    assert not page.list.round_button.isVisible()
    page.check_all()
    assert page.stack.currentWidget() is page.list


def test_a_change_within_the_own_noise_is_called_the_same(qapp):
    answers = [RoundAnswer(None, 5, 4, 1), RoundAnswer(None, 8, 4, 2)]
    assert summary(answers, 2, Noise(3, 1)) == (
        "All 2 checked.",
        "One less tender than the last time.",
        "One the same.",
        "A change of 1 may be chance.",
    )
    assert summary([], 2, Noise()) == ("Nothing was rated.",)


def test_after_the_last_knot_none_is_marked_on_the_map(shown, knots, qtbot):
    press(shown, qtbot, Qt.Key.Key_4, Qt.Key.Key_5)
    assert shown.stage.item(knots[2].id).is_chosen
    press(shown, qtbot, Qt.Key.Key_1)
    assert not any(item.is_chosen for item in shown.stage.items)
    assert shown.round_view.is_shown


def test_leaving_the_page_ends_a_move_that_waits_for_its_spot(page, knots):
    page.choose(knots[0].id)
    page.panel.move_button.click()
    page.hide()
    page.show()
    assert not page.moving.is_on


def test_begun_by_key_the_first_answer_is_ringed(page, knots, theme, qapp, qtbot):
    ring = FocusRing(qapp, theme)
    page.refresh()
    page.stage.setFocus()
    page.stage.clearFocus()  # as after a page was opened by the mouse
    ring._listen_to(page.window().windowHandle())
    QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_C)
    assert page.round_view.is_on
    QApplication.processEvents()
    assert ring.target is page.round_view.same_button


def test_the_name_of_the_next_knot_is_in_sight_wherever_the_last_was_scrolled_to(open_page, knots, qtbot):
    page = open_page(1200, 560)
    qtbot.mouseClick(page.list.round_button, LEFT)
    bar = page.round_view.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.round_view.place.visibleRegion().isEmpty()
    press(page, qtbot, Qt.Key.Key_Return)
    QTest.qWait(0)
    QTest.qWait(0)
    assert page.round_view.progress.text() == "2 of 3"
    assert not page.round_view.place.visibleRegion().isEmpty()
