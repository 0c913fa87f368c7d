"""Where no routine may press, a score is asked for without pressing: near the hollow of the knee, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import KnotKind, Size
from unknot.ui.body_map.check_dialog import CheckDialog
from unknot.ui.body_map.place_words import answer_to

LEFT = Qt.MouseButton.LeftButton
HAMSTRING = "biceps_femoris_long"
ABOVE = Spot(View.BACK, Side.RIGHT, 0.52, 0.4)
TOO_LOW = Spot(View.BACK, Side.RIGHT, 0.52, 0.5)  # less than a hand above the knee
CALF = "gastrocnemius_lateral_belly_upper"
BEHIND_KNEE = Spot(View.BACK, Side.RIGHT, 0.4514, 0.58)
LINE = "fibularis_longus"
BESIDE_KNOB = Spot(View.OUTER, Side.RIGHT, 0.5, 0.62)
NOT_PRESSED = "How sore is it? Do not press it."


@pytest.mark.parametrize(
    ("place", "spot"),
    [(HAMSTRING, TOO_LOW), (CALF, BEHIND_KNEE), (LINE, BESIDE_KNOB)],
    ids=str,
)
def test_the_card_asks_how_sore_it_is_and_teaches_no_press(open_page, place, spot):
    page = open_page(taught=False)
    page.marking.show_answer(answer_to(spot, place, page.atlas))
    popover = page.marking.popover
    assert popover.isVisible()
    assert popover.question.text() == NOT_PRESSED
    assert not popover.lesson_button.isVisible()


def test_where_a_routine_may_press_the_press_is_asked_for(page):
    page.marking.show_answer(answer_to(ABOVE, HAMSTRING, page.atlas))
    assert page.marking.popover.question.text() == "How tender when you press it?"
    assert page.marking.popover.lesson_button.isVisible()


@pytest.fixture
def low(services, clock):
    knot = services.journal.add_knot(TOO_LOW, HAMSTRING, 6, Size.PEA)
    clock.advance(days=2)
    services.journal.rate_knot(knot.id, 5)
    return services.journal.knot(knot.id)


def test_its_panel_asks_for_no_press_and_offers_no_second_one(low, page):
    page.choose(low.knot.id)
    assert page.panel.question.text() == "How sore: 5, clear"
    assert not page.panel.lesson_button.isVisible()
    assert not page.panel.repeat.isVisible()


def test_the_round_and_a_past_rating_ask_for_no_press(low, page, theme, atlas, clock):
    page.check_all()
    assert page.round_view.question.text() == NOT_PRESSED
    dialog = CheckDialog(low, None, atlas, theme, clock, page)
    assert NOT_PRESSED in [label.text() for label in dialog.findChildren(type(page.panel.question))]


def test_what_a_newer_version_marked_is_not_pressed_either(atlas):
    assert not atlas.may_press(KnotKind.OTHER, HAMSTRING, ABOVE.v)
    assert not atlas.may_press(KnotKind.KNOT, "a_place_of_tomorrow", ABOVE.v)
    assert not atlas.may_press(KnotKind.SHARP, HAMSTRING, ABOVE.v)
    assert not atlas.may_press(KnotKind.KNOT, "iliotibial_tract_distal", ABOVE.v)
    assert atlas.may_press(KnotKind.SORE_LINE, HAMSTRING, ABOVE.v)


def test_a_score_by_key_goes_to_the_mark_that_was_just_tapped_and_not_to_the_round(
    low, page, services, tap, qtbot
):
    page.check_all()
    page.marking.show_answer(answer_to(ABOVE, HAMSTRING, page.atlas))
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_2)
    assert services.journal.knot(low.knot.id).latest.tenderness == 5
    assert {story.latest.tenderness for story in services.journal.knots()} == {5, 2}


def test_going_back_never_asks_about_what_is_no_longer_found(low, page, services, qtbot):
    other = services.journal.add_knot(ABOVE, HAMSTRING, 1, Size.PEA)
    page.check_all()
    page.round.lost()
    services.journal.note_knot(other.id, "something else was done since")
    page.round.back()
    assert page.round.knot_id == other.id
