"""The page by gestures: choosing, rating, moving, closing, deleting, keys, views."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from helpers.audit import audit
from unknot.domain.body import Side, Spot, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import CheckOccasion, KnotKind, Size
from unknot.ui.body_map.knot_rows import ROW_ROLE

LEFT = Qt.MouseButton.LeftButton
CALF, JUNCTION = "gastrocnemius_lateral_belly_upper", "biceps_femoris_junction"
CALF_SPOT = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
JUNCTION_SPOT = Spot(View.BACK, Side.LEFT, 0.5109, 0.458)


@pytest.fixture
def calf(services):
    return services.journal.add_knot(CALF_SPOT, CALF, 7, Size.GOLF_BALL)


@pytest.fixture
def junction(services):
    return services.journal.add_knot(JUNCTION_SPOT, JUNCTION, 4, Size.MARBLE)


def click_knot(page, qtbot, knot):
    item = page.stage.item(knot.id)
    qtbot.mouseClick(item, LEFT, pos=(item.center - QPointF(item.pos())).toPoint())


def rows(page):
    return [page.list.rows.index(row).data(ROW_ROLE) for row in range(page.list.rows.rowCount())]


def latest(services, knot):
    return services.journal.knot(knot.id).latest


def test_an_empty_map_says_where_to_begin(page):
    assert page.list.title.text() == "No knots"
    assert page.list.empty.isVisible()
    assert page.list.empty.sentence.text() == "Press along the outer calf; tap the picture where it is sore."


def test_the_list_shows_open_knots_and_counts_them(page, services, calf, junction):
    assert page.list.title.text() == "2 knots"
    assert [row.spoken for row in rows(page)] == [
        "Outer calf, upper part, right. Tenderness 7 of 10, strong. Golf ball.",
        "Outer hamstring, where the heads meet, left. Tenderness 4 of 10, clear. Marble.",
    ]


def test_where_it_stabs_stands_apart_from_the_knots(page, services, calf):
    spot = Spot(View.OUTER, Side.RIGHT, 0.43, 0.549)
    services.journal.add_knot(spot, "lateral_epicondyle", 8, None, kind=KnotKind.PAIN)
    assert page.list.title.text() == "1 knot"
    assert [row.title for row in rows(page)][1:] == [
        "Where it stabs",
        "Bony bump on the outer side of the knee",
    ]


def test_a_click_on_a_knot_opens_it_and_a_new_score_is_stored_at_once(page, services, calf, clock, qtbot):
    click_knot(page, qtbot, calf)
    assert page.panel.title.text() == "Outer calf, upper part"
    clock.advance(days=1)
    qtbot.mouseClick(page.panel.picker.buttons[3], LEFT)
    assert latest(services, calf).tenderness == 3
    assert page.panel.question.text() == "How tender when you press it: 3, mild"
    assert page.panel.course.chart.accessibleDescription() == "14 September: 7, 15 September: 3"


def test_a_click_on_a_row_turns_the_picture_to_the_knot(page, services, calf, qtbot):
    qtbot.mouseClick(page.header.views.segment("inner"), LEFT)
    qtbot.mouseClick(page.header.legs.segment("left"), LEFT)
    view = page.list.view
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(page.list.rows.row_of(calf.id)).center())
    assert page.chosen == calf.id
    assert page.header.views.value == "back"
    assert page.header.legs.value == "right"
    assert page.stage.item(calf.id).is_chosen


def test_the_same_score_twice_within_two_minutes_is_one_rating(page, services, calf, qtbot):
    click_knot(page, qtbot, calf)
    qtbot.mouseClick(page.panel.picker.buttons[7], LEFT)
    assert len(services.journal.knot(calf.id).checks) == 1


def test_a_new_size_is_stored_and_shown(page, services, calf, qtbot):
    click_knot(page, qtbot, calf)
    qtbot.mouseClick(page.panel.ladder.rungs[Size.MARBLE], LEFT)
    assert services.journal.knot(calf.id).size is Size.MARBLE
    assert page.panel.ladder.sentence.text() == "About as big as a marble"


def test_a_note_is_stored_when_the_field_is_left(page, services, calf, qtbot):
    click_knot(page, qtbot, calf)
    page.panel.note.setFocus()
    qtbot.keyClicks(page.panel.note, "sore after 5 hills")
    page.panel.picker.buttons[0].setFocus()
    assert services.journal.knot(calf.id).knot.note == "sore after 5 hills"
    assert len(services.journal.knot(calf.id).checks) == 1  # the 5 was a letter here


def test_a_note_is_stored_soon_after_the_last_letter(page, services, calf, qtbot):
    click_knot(page, qtbot, calf)
    page.panel.note.setFocus()
    qtbot.keyClicks(page.panel.note, "hill")
    qtbot.waitUntil(lambda: services.journal.knot(calf.id).knot.note == "hill", timeout=3000)


def test_a_drag_moves_a_knot_to_the_point_it_is_dropped_at(page, services, calf, qtbot):
    item = page.stage.item(calf.id)
    goal = Spot(View.BACK, Side.RIGHT, 0.42, 0.64)
    start = (item.center - QPointF(item.pos())).toPoint()
    target = page.stage.frame.point(goal).toPoint()
    qtbot.mousePress(item, LEFT, pos=start)
    for step in (0.5, 1.0):
        way = QPointF(target) - item.center
        at = item.mapFrom(page.stage, (item.center + way * step).toPoint())
        qtbot.mouseMove(item, at)
    qtbot.mouseRelease(item, LEFT, pos=item.mapFrom(page.stage, target))
    moved = services.journal.knot(calf.id).knot.spot
    assert (page.stage.frame.point(moved) - QPointF(target)).manhattanLength() <= 1
    assert (page.stage.item(calf.id).center - QPointF(target)).manhattanLength() <= 1


def test_move_and_a_tap_move_a_knot(page, services, calf, qtbot):
    click_knot(page, qtbot, calf)
    qtbot.mouseClick(page.panel.move_button, LEFT)
    assert page.stage.hint.isVisible()
    target = page.stage.frame.point(Spot(View.BACK, Side.RIGHT, 0.42, 0.64)).toPoint()
    qtbot.mouseClick(page.stage, LEFT, pos=target)
    moved = services.journal.knot(calf.id).knot.spot
    assert (page.stage.frame.point(moved) - QPointF(target)).manhattanLength() <= 1
    assert not page.marking.is_open
    assert not page.stage.hint.isVisible()


def test_a_knot_cannot_be_moved_where_only_soreness_is_marked(page, services, calf, qtbot):
    click_knot(page, qtbot, calf)
    qtbot.mouseClick(page.panel.move_button, LEFT)
    hollow = page.stage.frame.point(
        Spot(View.BACK, Side.RIGHT, *page.atlas.home("popliteal_fossa", View.BACK)[1:])
    )
    qtbot.mouseClick(page.stage, LEFT, pos=hollow.toPoint())
    assert services.journal.knot(calf.id).knot.spot == CALF_SPOT
    assert page.marking.popover.caution.words.text().startswith("A knot cannot be moved here.")


def test_no_longer_found_leaves_the_map_and_found_again_brings_it_back(page, services, calf, qtbot):
    click_knot(page, qtbot, calf)
    qtbot.mouseClick(page.panel.close_button, LEFT)
    assert not services.journal.knot(calf.id).knot.is_open
    assert page.list.title.text() == "No knots"
    assert page.panel.reopen_button.isVisible()
    qtbot.mouseClick(page.panel.reopen_button, LEFT)
    assert services.journal.knot(calf.id).knot.is_open


def test_delete_goes_back_to_the_list_and_undo_brings_all_back(page, services, calf, qtbot):
    click_knot(page, qtbot, calf)
    qtbot.mouseClick(page.panel.delete_button, LEFT)
    assert services.journal.knots() == ()
    assert page.list.isVisible()
    services.journal.undo()
    assert page.stage.item(calf.id) is not None


def test_undo_in_the_panel_takes_the_last_change_back(page, services, calf, clock, qtbot):
    click_knot(page, qtbot, calf)
    clock.advance(hours=1)
    qtbot.mouseClick(page.panel.picker.buttons[2], LEFT)
    qtbot.mouseClick(page.panel.undo_button, LEFT)
    assert latest(services, calf).tenderness == 7
    assert page.panel.picker.value == 7


def test_release_this_asks_for_that_knot(page, services, calf, qtbot):
    click_knot(page, qtbot, calf)
    assert page.panel.release_button.isEnabled()
    with qtbot.waitSignal(page.release_wanted) as asked:
        qtbot.mouseClick(page.panel.release_button, LEFT)
    assert asked.args == [calf.id]
    with qtbot.waitSignal(page.release_wanted) as asked:
        qtbot.keyClick(page.panel.release_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [calf.id]


def test_escape_and_back_lead_to_the_list(page, services, calf, qtbot):
    click_knot(page, qtbot, calf)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.chosen is None
    click_knot(page, qtbot, calf)
    qtbot.mouseClick(page.panel.back_button, LEFT)
    assert page.chosen is None
    assert page.list.isVisible()


# ------------------------------------------------------------------ keys
def test_arrows_walk_the_knots_and_enter_opens(page, services, calf, junction, qtbot):
    page.stage.setFocus()
    qtbot.keyClick(page.stage, Qt.Key.Key_Down)
    assert page.stage.focused_knot == junction.id
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert page.stage.focused_knot == calf.id
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.chosen == calf.id


def test_digits_rate_the_focused_knot_and_t_is_ten(page, services, calf, junction, qtbot):
    page.stage.item(junction.id).setFocus()
    qtbot.keyClick(page.stage.item(junction.id), Qt.Key.Key_2)
    assert latest(services, junction).tenderness == 2
    qtbot.keyClick(page.stage.item(junction.id), Qt.Key.Key_T)
    assert latest(services, junction).tenderness == 10
    assert latest(services, calf).tenderness == 7


def test_plus_minus_and_s_change_score_and_size(page, services, calf, qtbot):
    item = page.stage.item(calf.id)
    item.setFocus()
    qtbot.keyClick(item, Qt.Key.Key_Minus)
    assert latest(services, calf).tenderness == 6
    qtbot.keyClick(item, Qt.Key.Key_Plus)
    assert latest(services, calf).tenderness == 7
    qtbot.keyClick(item, Qt.Key.Key_S)
    assert services.journal.knot(calf.id).size is Size.PLUM


def test_sizes_that_are_tried_belong_to_the_rating_of_moments_ago(page, services, clock, qtbot):
    knot = services.journal.add_knot(CALF_SPOT, CALF, 6, None)
    first = latest(services, knot)
    clock.advance(minutes=1)
    item = page.stage.item(knot.id)
    item.setFocus()
    for _ in range(2):
        qtbot.keyClick(item, Qt.Key.Key_S)
    nothing, smallest = list(Size)[:2]
    (only,) = services.journal.knot(knot.id).checks
    assert (only.id, only.at, only.tenderness, only.size) == (first.id, first.at, 6, smallest)
    assert services.journal.knot(knot.id).first_size is smallest
    services.journal.undo()
    assert services.journal.knot(knot.id).size is nothing
    services.journal.undo()
    assert services.journal.knot(knot.id).size is None


def test_a_size_said_later_is_a_rating_of_its_own(page, services, calf, clock):
    clock.advance(minutes=5)
    page.acts.size(calf.id, Size.PLUM)
    assert [check.size for check in services.journal.knot(calf.id).checks] == [Size.GOLF_BALL, Size.PLUM]


def test_a_size_leaves_a_repeated_rating_as_it_was(page, services, calf, clock):
    services.journal.rate_knot(calf.id, 4, occasion=CheckOccasion.AGAIN)
    clock.advance(minutes=1)
    page.acts.size(calf.id, Size.PLUM)
    assert [check.size for check in services.journal.knot(calf.id).checks] == [
        Size.GOLF_BALL,
        None,
        Size.PLUM,
    ]


def test_v_l_r_b_turn_the_picture_and_are_remembered(page, services, qtbot):
    page.stage.setFocus()
    qtbot.keyClick(page.stage, Qt.Key.Key_V)
    assert services.settings.choices.map_view == "outer"
    qtbot.keyClick(page.stage, Qt.Key.Key_L)
    assert services.settings.choices.map_leg == "left"
    assert [leg.side for leg in page.stage.frame.legs] == [Side.LEFT]
    qtbot.keyClick(page.stage, Qt.Key.Key_B)
    assert services.settings.choices.map_leg == "both"


def test_del_removes_the_focused_knot(page, services, calf, qtbot):
    item = page.stage.item(calf.id)
    item.setFocus()
    qtbot.keyClick(item, Qt.Key.Key_Delete)
    assert services.journal.knots() == ()


def test_quiet_grey_takes_the_grey_pictures(page, services):
    colour = page.stage.grab().toImage()
    services.settings.choose(quiet_anatomy=True)
    assert page.stage.grab().toImage() != colour


# ------------------------------------------------------------------ sizes
def test_in_a_small_window_one_leg_shows_until_both_are_asked_for(open_page, services, calf, qtbot):
    page = open_page(940, 700)
    assert [leg.side for leg in page.stage.frame.legs] == [Side.RIGHT]
    qtbot.mouseClick(page.header.legs.segment("both"), LEFT)
    assert len(page.stage.frame.legs) == 2


@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize(("size", "scale"), [((1232, 900), 100), ((940, 700), 100), ((940, 700), 200)])
def test_nothing_is_cut_off_or_nameless(open_page, services, theme, look, size, scale):
    theme.apply(look, scale)
    page = open_page(*size)
    assert faults(page, "empty") == []
    calf = services.journal.add_knot(CALF_SPOT, CALF, 7, Size.MARBLE)
    bump = Spot(View.OUTER, Side.RIGHT, 0.43, 0.549)
    pain = services.journal.add_knot(bump, "lateral_epicondyle", 7, None, kind=KnotKind.PAIN)
    assert faults(page, "map") == []
    if page.header.list_button.isVisible():
        page.header.list_button.click()
        assert faults(page, "list") == []
    page.choose(calf.id)
    assert faults(page, "knot") == []
    page.choose(pain.id)
    assert faults(page, "pain") == []


def faults(page, state):
    QApplication.processEvents()
    return [f"{state}: {fault}" for fault in audit(page)]


def test_at_large_text_the_list_is_a_page_of_its_own_with_a_way_back(open_page, services, theme, calf, qtbot):
    theme.apply(ThemeChoice.LIGHT, 200)
    page = open_page(940, 700)
    assert page.stage.isVisible()
    assert not page.side.isVisible()
    qtbot.mouseClick(page.header.list_button, LEFT)
    assert page.list.isVisible()
    assert not page.stage.isVisible()
    assert page.focusWidget() is page.list.back_button
    qtbot.mouseClick(page.list.back_button, LEFT)
    assert page.stage.isVisible()
    assert page.focusWidget() is page.header.list_button
