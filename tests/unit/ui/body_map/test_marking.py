"""Marking by gestures: what is shown as a knot is in the database."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from unknot import bootstrap, paths
from unknot.domain.body import Side, Spot, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.errors import KnownError
from unknot.domain.knots import KnotKind, Size
from unknot.ui.body_map.lump_dialog import LumpDialog
from unknot.ui.body_map.press_lesson import PressLesson

LEFT = Qt.MouseButton.LeftButton
CALF = "gastrocnemius_lateral_belly_upper"
CALF_SPOT = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
LEFT_CALF = Spot(View.BACK, Side.LEFT, 0.4514, 0.6284)
IT_BAND = Spot(View.OUTER, Side.RIGHT, 0.42, 0.3)  # clear of the seam
THIGH_BONE = Spot(View.BACK, Side.RIGHT, 0.35, 0.545)


def dialogs(page, kind):
    return [one for one in page.findChildren(kind) if one.isVisible()]


def test_a_tap_and_a_score_make_a_knot_at_that_very_spot(page, services, tap, qtbot):
    point = tap(page, CALF_SPOT)
    assert services.journal.knots() == ()
    qtbot.mouseClick(page.marking.popover.picker.buttons[6], LEFT)
    (story,) = services.journal.knots()
    assert (story.knot.place, story.knot.spot.side, story.latest.tenderness) == (CALF, Side.RIGHT, 6)
    drawn = page.stage.item(story.knot.id).center
    assert (drawn - QPointF(point)).manhattanLength() <= 1
    assert page.chosen == story.knot.id
    assert page.panel.isVisible()


def test_tab_leads_from_the_picture_to_its_knots_and_on(page, services, tap, qtbot):
    tap(page, CALF_SPOT)
    qtbot.mouseClick(page.marking.popover.picker.buttons[6], LEFT)
    page.stage.setFocus()
    qtbot.keyClick(page.stage, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.stage.items[0]
    qtbot.keyClick(page.stage.items[0], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.stage.whole_button


def test_what_is_shown_is_in_the_database_when_it_is_shown(page, services, history, tap, qtbot):
    tap(page, CALF_SPOT)
    qtbot.mouseClick(page.marking.popover.picker.buttons[6], LEFT)
    again = bootstrap.make_services(history, paths.resources(), services.now)
    assert [story.knot.place for story in again.journal.knots()] == [CALF]


def test_until_the_first_score_there_is_only_a_question_mark(page, services, tap, qtbot):
    tap(page, CALF_SPOT)
    assert page.stage.items == ()
    assert page.list.title.text() == "No knots"
    assert page.stage.pending_is_shown
    assert page.marking.popover.title.text() == "Outer calf, upper part, right"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.stage.pending_is_shown
    assert not page.marking.popover.isVisible()
    assert services.journal.knots() == ()


def test_the_keyboard_goes_on_to_the_new_mark(page, tap, qtbot):
    tap(page, CALF_SPOT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    assert QApplication.focusWidget() is page.stage.item(page.chosen)


def test_a_size_chosen_before_the_score_is_stored_with_it(page, services, tap, qtbot):
    tap(page, CALF_SPOT)
    qtbot.mouseClick(page.marking.popover.ladder.rungs[Size.GOLF_BALL], LEFT)
    assert services.journal.knots() == ()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T)
    (story,) = services.journal.knots()
    assert (story.latest.tenderness, story.size) == (10, Size.GOLF_BALL)
    assert len(story.checks) == 1


def test_a_tap_on_the_left_leg_marks_the_mirrored_place(page, services, tap, qtbot):
    tap(page, LEFT_CALF)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    (story,) = services.journal.knots()
    assert (story.knot.place, story.knot.spot.side) == (CALF, Side.LEFT)


def test_a_tap_elsewhere_moves_the_question_mark(page, services, tap, qtbot):
    tap(page, CALF_SPOT)
    tap(page, LEFT_CALF)
    assert page.marking.popover.title.text() == "Outer calf, upper part, left"
    qtbot.mouseClick(page.stage, LEFT, pos=QPoint(20, 300))
    assert not page.marking.is_open
    assert services.journal.knots() == ()


def test_the_it_band_is_marked_as_sore_never_as_a_knot(page, services, tap, qtbot):
    qtbot.mouseClick(page.header.views.segment("outer"), LEFT)
    tap(page, IT_BAND)
    popover = page.marking.popover
    assert "Do not roll it" in popover.caution.words.text()
    assert [button.text() for button in popover.caution.offers] == [
        "Seam between IT band and outer hamstring",
        "Front of hip (TFL)",
        "Large glute",
    ]
    assert not popover.ladder.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    (story,) = services.journal.knots()
    assert (story.knot.kind, story.size) == (KnotKind.PAIN, None)
    assert not page.panel.release_button.isVisible()
    assert page.list.title.text() == "No knots"


def test_the_place_offered_instead_is_turned_to_and_can_be_marked(page, services, tap, qtbot):
    qtbot.mouseClick(page.header.views.segment("outer"), LEFT)
    tap(page, IT_BAND)
    qtbot.mouseClick(page.marking.popover.caution.offers[0], LEFT)
    assert page.marking.popover.title.text() == "Seam between IT band and outer hamstring, right"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    (story,) = services.journal.knots()
    assert story.knot.place == "itb_hamstring_interface"
    assert story.knot.kind is KnotKind.KNOT


def test_a_bone_answers_with_its_caution_and_a_way_out_instead_of_a_knot(page, services, qtbot):
    place, spot = warned_spot(page)
    page.marking.begin(spot, place)
    popover = page.marking.popover
    assert "Never press on bone" in popover.caution.words.text()
    assert len(popover.caution.offers) == 1
    assert not popover.picker.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_5)
    assert services.journal.knots() == ()
    assert page.marking.is_open


def warned_spot(page):
    """A point of the thigh bone in some view."""
    for view in View:
        home = page.atlas.home("femur", view)
        if home is not None:
            return "femur", Spot(home[0], Side.RIGHT, home[1], home[2])
    raise AssertionError


def test_below_its_window_the_seam_can_be_marked_and_says_that_it_is_not_pressed(page, services, tap, qtbot):
    tap(page, Spot(View.BACK, Side.RIGHT, 0.595, 0.51))
    assert page.marking.popover.caution.words.text().startswith("You can mark it. No routine presses")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    assert services.journal.knots()[0].knot.kind is KnotKind.KNOT


def test_the_standard_press_is_taught_once_before_the_first_rating(open_page, services, tap, qtbot):
    page = open_page(1400, taught=False)
    tap(page, CALF_SPOT)
    (lesson,) = dialogs(page, PressLesson)
    assert not page.marking.popover.isVisible()
    qtbot.mouseClick(lesson.done_button, LEFT)
    assert services.settings.choices.press_taught
    assert page.marking.popover.isVisible()
    qtbot.keyClick(page.marking.popover, Qt.Key.Key_Escape)
    tap(page, LEFT_CALF)
    assert dialogs(page, PressLesson) == []
    assert page.marking.popover.isVisible()


def test_the_lesson_can_be_put_off_and_comes_back(open_page, services, tap, qtbot):
    page = open_page(1400, taught=False)
    tap(page, CALF_SPOT)
    qtbot.keyClick(dialogs(page, PressLesson)[0], Qt.Key.Key_Escape)
    assert not services.settings.choices.press_taught
    assert page.marking.popover.isVisible()


def test_a_plum_asks_the_lump_question(page, services, tap, qtbot):
    tap(page, CALF_SPOT)
    qtbot.mouseClick(page.marking.popover.ladder.rungs[Size.PLUM], LEFT)
    with qtbot.waitSignal(page.lump_wanted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    (dialog,) = dialogs(page, LumpDialog)
    none = next(card for card in dialog.question.cards if card.option_id == "none")
    qtbot.mouseClick(none, LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert services.screening.answers()["lump"] == ["none"]
    assert dialogs(page, LumpDialog) == []


def test_an_answer_that_stops_says_what_it_means(page, services, tap, qtbot):
    tap(page, CALF_SPOT)
    qtbot.mouseClick(page.marking.popover.ladder.rungs[Size.GRAPEFRUIT], LEFT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    (dialog,) = dialogs(page, LumpDialog)
    qtbot.mouseClick(dialog.question.cards[2], LEFT)
    asked = dialog.height()
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.title.text() == services.screening.verdict().title
    assert dialog.height() < asked
    assert dialog.focusWidget() is dialog.later_button
    assert not services.screening.may("press").allowed
    qtbot.mouseClick(dialog.later_button, LEFT)


def test_a_full_disk_is_said_and_the_mark_waits(page, services, tap, qtbot, monkeypatch):
    def full(*_args, **_named):
        raise KnownError("The disk is full.", "Free some space, then try again.")

    add_knot = services.journal.add_knot
    monkeypatch.setattr(services.journal, "add_knot", full)
    tap(page, CALF_SPOT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    assert page.banner.isVisible()
    assert page.banner.title.text() == "The disk is full."
    assert page.stage.items == ()
    assert page.marking.is_open
    monkeypatch.setattr(services.journal, "add_knot", add_knot)
    qtbot.keyClick(page.marking.popover, Qt.Key.Key_4)
    assert len(services.journal.knots()) == 1
    assert not page.banner.isVisible()


def test_try_again_stores_the_mark_once_and_asks_what_hangs_on_it(page, services, tap, qtbot, monkeypatch):
    def full(*_args, **_named):
        raise KnownError("The disk is full.", "Free some space, then try again.")

    add_knot = services.journal.add_knot
    monkeypatch.setattr(services.journal, "add_knot", full)
    tap(page, CALF_SPOT)
    qtbot.mouseClick(page.marking.popover.ladder.rungs[Size.PLUM], LEFT)
    qtbot.keyClick(page.marking.popover, Qt.Key.Key_4)
    monkeypatch.setattr(services.journal, "add_knot", add_knot)
    page.banner.action_chosen.emit()
    assert len(services.journal.knots()) == 1
    assert not page.marking.is_open
    assert not page.banner.isVisible()
    assert dialogs(page, LumpDialog)


def test_leaving_the_page_drops_what_was_not_stored(page, services, tap):
    tap(page, CALF_SPOT)
    page.hide()
    assert not page.marking.is_open
    assert services.journal.knots() == ()


def test_what_stands_above_the_score_is_said_to_a_screen_reader(page, tap, qtbot, monkeypatch):
    said = []
    qtbot.mouseClick(page.header.views.segment("outer"), LEFT)
    monkeypatch.setattr("unknot.ui.body_map.rate_popover.announce", lambda _of, words: said.append(words))
    tap(page, IT_BAND)
    caution = page.marking.popover.caution.words.text()
    assert said == [f"{page.marking.popover.title.text()}. {caution}"]


def test_where_a_card_has_to_scroll_its_caution_is_seen_first(open_page, tap, theme, qtbot):
    theme.apply(ThemeChoice.LIGHT, 200, reduced_motion=True)
    page = open_page(900, 700)
    page.look.pick_view("outer")
    tap(page, IT_BAND)
    popover = page.marking.popover
    assert popover.scrolls
    assert page.focusWidget() is popover.caution.offers[0]
    assert not popover.caution.visibleRegion().isEmpty()
