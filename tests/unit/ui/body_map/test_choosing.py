"""A tap that may mean several places asks which; a muscle under another can be meant."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import KnotKind

LEFT = Qt.MouseButton.LeftButton
CALF, JUNCTION, SEAM = (
    "gastrocnemius_lateral_belly_upper",
    "biceps_femoris_junction",
    "itb_hamstring_interface",
)
CALF_SPOT = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
BORDER = Spot(View.BACK, Side.RIGHT, 0.578, 0.457)  # of the junction and the seam
BAND = Spot(View.OUTER, Side.RIGHT, 0.42, 0.3)


@pytest.fixture
def chooser(page):
    return page.marking.chooser


def test_one_clear_place_does_not_ask(page, chooser, tap):
    tap(page, CALF_SPOT)
    assert not chooser.isVisible()
    assert page.marking.popover.isVisible()


def test_between_two_named_places_both_are_offered_first_with_a_picture(page, chooser, tap, services):
    tap(page, BORDER)
    assert chooser.isVisible()
    assert not page.marking.popover.isVisible()
    assert {row.place for row in chooser.rows[:2]} == {JUNCTION, SEAM}
    assert [row.text() for row in chooser.rows if row.place == SEAM] == [
        "Seam between IT band and outer hamstring"
    ]
    pictures = {row.grab().toImage().copy(0, 0, 70, 72).constBits().tobytes() for row in chooser.rows[:2]}
    assert len(pictures) == 2
    assert page.stage.pending_is_shown
    assert services.journal.knots() == ()


def test_a_digit_chooses_and_the_score_follows(page, chooser, tap, services, qtbot):
    tap(page, BORDER)
    second = chooser.rows[1].place
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert not chooser.isVisible()
    assert page.marking.popover.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_6)
    (story,) = services.journal.knots()
    assert (story.knot.place, story.latest.tenderness) == (second, 6)
    assert (story.knot.spot.u, story.knot.spot.v) == pytest.approx((BORDER.u, BORDER.v), abs=0.01)


def test_arrows_walk_round_and_enter_chooses(page, chooser, tap, qtbot):
    tap(page, BORDER)
    assert QApplication.focusWidget() is chooser.rows[0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is chooser.rows[-1]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    first = chooser.rows[0].place
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.marking.popover.answer.place == first


def test_a_click_chooses(page, chooser, tap, qtbot):
    tap(page, BORDER)
    second = chooser.rows[1].place
    qtbot.mouseClick(chooser.rows[1], LEFT)
    assert page.marking.popover.answer.place == second


def test_escape_leaves_nothing_behind(page, chooser, tap, services, qtbot):
    tap(page, BORDER)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    assert not page.stage.pending_is_shown
    assert not page.marking.is_open
    assert services.journal.knots() == ()


def test_a_tap_beside_the_legs_closes_it(page, chooser, tap, qtbot):
    tap(page, BORDER)
    qtbot.mouseClick(page.stage, LEFT, pos=QPoint(20, 300))
    assert not chooser.isVisible()


def test_digits_without_a_row_do_nothing(page, chooser, tap, services, qtbot):
    tap(page, BORDER)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_0)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_9)
    assert chooser.isVisible()
    assert services.journal.knots() == ()


def test_every_row_says_what_the_place_is_for(page, chooser, tap, qtbot):
    qtbot.mouseClick(page.header.views.segment("outer"), LEFT)
    u = next(
        one / 500
        for one in range(180, 300)
        if page.atlas.hits.place_at(View.OUTER, one / 500, 0.4) == "iliotibial_tract_upper"
    )
    tap(page, Spot(View.OUTER, Side.RIGHT, u + 0.005, 0.4))
    names = [row.accessibleName() for row in chooser.rows]
    assert names[0] == "Seam between IT band and outer hamstring"
    assert "IT band, thigh. Marked, never pressed" in names


def test_the_muscle_below_is_offered_and_stored(page, tap, services, qtbot):
    tap(page, CALF_SPOT)
    (offer,) = page.marking.popover.deeper.offers
    assert offer.text() == "Deeper: Deep calf"
    qtbot.mouseClick(offer, LEFT)
    popover = page.marking.popover
    assert popover.title.text() == "Deep calf, right"
    assert [one.text() for one in popover.deeper.offers] == ["Nearer the skin: Outer calf, upper part"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    (story,) = services.journal.knots()
    assert (story.knot.place, story.knot.kind) == ("soleus", KnotKind.KNOT)
    assert (story.knot.spot.u, story.knot.spot.v) == pytest.approx((CALF_SPOT.u, CALF_SPOT.v), abs=0.01)


def test_the_it_band_offers_nothing_below_it(page, tap, qtbot):
    qtbot.mouseClick(page.header.views.segment("outer"), LEFT)
    tap(page, BAND)
    assert page.marking.popover.answer.place == "iliotibial_tract_upper"
    assert not page.marking.popover.deeper.isVisible()


def test_a_knot_can_be_put_into_the_muscle_below_and_back(page, services, tap, qtbot):
    tap(page, CALF_SPOT)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_6)
    knot_id = services.journal.knots()[0].knot.id
    (offer,) = page.panel.deeper.offers
    assert offer.text() == "Deeper: Deep calf"
    qtbot.mouseClick(offer, LEFT)
    assert services.journal.knot(knot_id).knot.place == "soleus"
    assert page.panel.title.text() == "Deep calf"
    qtbot.mouseClick(page.panel.deeper.offers[0], LEFT)
    assert services.journal.knot(knot_id).knot.place == CALF
    services.journal.undo()
    assert page.panel.title.text() == "Deep calf"


def test_moved_within_the_calf_a_deep_knot_stays_deep(page, services, tap, qtbot):
    knot = services.journal.add_knot(CALF_SPOT, "soleus", 5, None)
    near_by = Spot(View.BACK, Side.RIGHT, 0.46, 0.69)
    page.acts.move(knot.id, near_by)
    moved = services.journal.knot(knot.id).knot
    assert (moved.place, moved.spot) == ("soleus", near_by)
    page.acts.move(knot.id, Spot(View.BACK, Side.RIGHT, 0.35, 0.2))
    assert services.journal.knot(knot.id).knot.place == "gluteus_maximus"
