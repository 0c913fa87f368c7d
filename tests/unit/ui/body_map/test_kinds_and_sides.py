"""What was found and on whose leg: kinds, sharp pain, and a side that breaks the habit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import KnotKind, Size
from unknot.ui.body_map.kind_words import PRESSED, SORE, kinds_for, sharp_caution
from unknot.ui.body_map.knot_rows import ROW_ROLE

LEFT = Qt.MouseButton.LeftButton
CALF = "gastrocnemius_lateral_belly_upper"
CALF_SPOT = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
LEFT_CALF = Spot(View.BACK, Side.LEFT, 0.4514, 0.6284)
IT_BAND = Spot(View.OUTER, Side.RIGHT, 0.42, 0.3)


@pytest.fixture
def habit(services, clock):
    """Ten ratings of the right leg."""
    knot = services.journal.add_knot(CALF_SPOT, CALF, 5, Size.PEA)
    for _ in range(9):
        clock.advance(days=1)
        services.journal.rate_knot(knot.id, 5)


def pick_kind(qtbot, picker, kind):
    row = next(row for row in picker.rows.values() if row.isVisible())
    qtbot.mouseClick(row.segment(kind.value), LEFT)


def marked(services):
    return next(story for story in services.journal.knots() if story.knot.spot.side is Side.LEFT)


def test_a_sore_line_is_marked_without_a_size(page, services, tap, qtbot):
    tap(page, LEFT_CALF)
    popover = page.marking.popover
    qtbot.mouseClick(popover.ladder.rungs[Size.PEA], LEFT)
    pick_kind(qtbot, popover.kinds, KnotKind.SORE_LINE)
    assert not popover.ladder.isVisible()
    qtbot.mouseClick(popover.picker.buttons[5], LEFT)
    (story,) = services.journal.knots()
    assert (story.knot.kind, story.size) == (KnotKind.SORE_LINE, None)
    assert page.list.rows.index(0).data(ROW_ROLE).under.endswith("sore line")
    assert page.list.title.text() == "1 knot"


def test_sharp_pain_warns_and_offers_no_pressing(page, services, tap, qtbot):
    tap(page, LEFT_CALF)
    popover = page.marking.popover
    pick_kind(qtbot, popover.kinds, KnotKind.SHARP)
    assert popover.sharp.isVisible()
    assert popover.question.text() == "How sore is it? Do not press it."
    qtbot.mouseClick(popover.picker.buttons[7], LEFT)
    (story,) = services.journal.knots()
    assert story.knot.kind is KnotKind.SHARP
    assert page.panel.sharp.words.text() == popover.sharp.words.text()
    assert page.panel.caution.isHidden()  # how to press it is not said
    assert not page.panel.release_button.isVisible()
    assert page.list.title.text() == "No knots"


def test_the_words_of_the_caution_are_those_of_the_content(atlas):
    words = sharp_caution(CALF, atlas)
    assert words.startswith("Sharp pain is followed here, never pressed.")
    assert atlas.cautions["recent_tear"].text in words
    assert atlas.cautions["calf_dvt"].text in words
    assert atlas.cautions["calf_dvt"].text not in sharp_caution("biceps_femoris_junction", atlas)


def test_the_kind_is_changed_in_the_panel_and_taken_back(page, services, qtbot):
    knot = services.journal.add_knot(CALF_SPOT, CALF, 5, Size.PEA)
    page.choose(knot.id)
    pick_kind(qtbot, page.panel.kinds, KnotKind.SHARP)
    assert services.journal.knot(knot.id).knot.kind is KnotKind.SHARP
    assert page.panel.question.text() == "How sore: 5, clear"
    services.journal.undo()
    assert page.panel.question.text() == "How tender when you press it: 5, clear"
    assert page.panel.ladder.isVisible()


def test_where_nothing_is_pressed_a_mark_stays_a_pain(atlas):
    assert kinds_for(KnotKind.KNOT, CALF, atlas) == PRESSED
    assert kinds_for(KnotKind.PAIN, "iliotibial_tract_middle", atlas) == SORE
    assert kinds_for(KnotKind.PAIN, "lateral_epicondyle", atlas) == ()
    assert kinds_for(KnotKind.OTHER, CALF, atlas) == ()
    assert kinds_for(KnotKind.KNOT, "a place of a newer version", atlas) == SORE


def test_the_other_leg_is_asked_about_before_the_score(page, services, habit, tap, qtbot):
    tap(page, LEFT_CALF)
    popover = page.marking.popover
    assert (
        popover.side_question.words.text()
        == "Your last ten ratings were all on your right leg. Is this one on the left?"
    )
    assert not popover.picker.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_5)
    assert len(services.journal.knots()) == 1  # a key is no answer
    qtbot.mouseClick(popover.side_question.yes_button, LEFT)
    qtbot.mouseClick(popover.picker.buttons[5], LEFT)
    assert marked(services).latest.tenderness == 5
    tap(page, Spot(View.BACK, Side.LEFT, 0.42, 0.64))
    assert not popover.side_question.isVisible()  # asked once


def test_no_turns_the_mark_to_the_same_place_of_the_usual_leg(page, services, habit, tap, qtbot):
    tap(page, LEFT_CALF)
    qtbot.mouseClick(page.marking.popover.side_question.no_button, LEFT)
    assert page.marking.popover.title.text().endswith("right")
    qtbot.mouseClick(page.marking.popover.picker.buttons[3], LEFT)
    assert [story.knot.spot.side for story in services.journal.knots()] == [Side.RIGHT, Side.RIGHT]


def test_yes_is_remembered_though_the_mark_was_cancelled(page, services, habit, tap, qtbot):
    tap(page, LEFT_CALF)
    qtbot.mouseClick(page.marking.popover.side_question.yes_button, LEFT)
    qtbot.mouseClick(page.marking.popover.cancel_button, LEFT)
    tap(page, LEFT_CALF)
    assert not page.marking.popover.side_question.isVisible()


def test_the_usual_leg_is_not_asked_about(page, services, habit, tap):
    tap(page, Spot(View.BACK, Side.RIGHT, 0.42, 0.64))
    assert not page.marking.popover.side_question.isVisible()


def test_by_name_the_other_leg_is_asked_about_too(page, services, habit, qtbot):
    dialog = page.add_by_name()
    dialog.choose_place(CALF)
    dialog.picker.set_value(4)
    qtbot.mouseClick(dialog.sides.segment("left"), LEFT)
    assert dialog.side_question.isVisible()
    assert not dialog.add_button.isEnabled()
    assert dialog.add_button.toolTip() == "Say which leg it is first"
    qtbot.mouseClick(dialog.side_question.no_button, LEFT)
    assert dialog.sides.value == "right"
    qtbot.mouseClick(dialog.sides.segment("left"), LEFT)
    qtbot.mouseClick(dialog.side_question.yes_button, LEFT)
    assert dialog.add_button.isEnabled()
    pick_kind(qtbot, dialog.kinds, KnotKind.SORE_LINE)
    qtbot.mouseClick(dialog.add_button, LEFT)
    assert marked(services).knot.kind is KnotKind.SORE_LINE
