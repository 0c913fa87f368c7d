"""Where not to press: hatched on demand and around a knot that could be released; a tap says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import KnotKind, Size

LEFT = Qt.MouseButton.LeftButton
CALF = "gastrocnemius_lateral_belly_upper"
CALF_SPOT = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)


def test_the_button_hatches_and_is_remembered(page, services, qtbot):
    plain = page.stage.grab().toImage()
    button = page.stage.corners.where_not
    qtbot.mouseClick(button, LEFT)
    assert {"popliteal_fossa", "femur", "iliotibial_tract_upper"} <= page.stage.hatching.places
    assert services.settings.choices.map_where_not
    assert page.stage.grab().toImage() != plain
    qtbot.mouseClick(button, LEFT)
    assert not page.stage.hatching.places
    assert not services.settings.choices.map_where_not


def test_x_does_the_same(page, qtbot):
    page.stage.setFocus()
    qtbot.keyClick(page.stage, Qt.Key.Key_X)
    assert page.stage.corners.where_not.isChecked()


def test_it_is_hatched_when_the_map_is_opened_again(services, open_page):
    services.settings.choose(map_where_not=True)
    page = open_page(1400)
    assert page.stage.corners.where_not.isChecked()
    assert page.stage.hatching.places


def test_the_button_stands_beside_the_legs_in_every_window(open_page):
    for size in ((1400, 880), (940, 700)):
        page = open_page(*size)
        where_not, whole = page.stage.corners.where_not, page.stage.whole_button
        assert not where_not.geometry().intersects(whole.geometry())
        assert page.stage.rect().contains(where_not.geometry())


@pytest.mark.parametrize(
    ("place", "view", "sentence"),
    [
        ("popliteal_fossa", View.BACK, "Never press here. The main artery"),
        ("fibular_head", View.OUTER, "Never press here. The nerve that lifts the foot"),
        ("iliopsoas", View.FRONT, "Never press here: belly and groin vessels"),
        ("tibia", View.FRONT, "Never press on bone."),
        ("iliotibial_tract_upper", View.OUTER, "Do not roll it."),
        ("patella", View.FRONT, "Never put weight on the kneecap"),
    ],
)
def test_a_tap_says_why_and_offers_the_nearest_useful_place(page, services, qtbot, place, view, sentence):
    page.look.pick_view(view.value)
    spot = clear_spot(page, place, view)
    page.marking.begin(spot, place)
    popover = page.marking.popover
    assert popover.caution.words.text().startswith(sentence)
    assert popover.caution.offers
    offered = page.atlas.places[popover.caution.offers[0].place]
    assert any(offered.may_press(at[1]) for at in offered.default_at.values())
    assert not popover.ladder.isVisible()
    qtbot.mouseClick(popover.caution.offers[0], LEFT)
    assert popover.answer.place == offered.id
    assert popover.answer.spot.side is spot.side
    assert services.journal.knots() == ()


def clear_spot(page, place, view):
    for v in range(10, 100):
        for u in range(5, 96, 5):
            if page.atlas.hits.place_at(view, u / 100, v / 100) == place:
                return Spot(view, Side.LEFT, u / 100, v / 100)
    raise AssertionError


def test_the_it_band_is_marked_as_sore_and_never_offered_for_release(page, services, qtbot):
    page.look.pick_view("outer")
    page.marking.begin(Spot(View.OUTER, Side.RIGHT, 0.42, 0.3), "iliotibial_tract_upper")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5)
    (story,) = services.journal.knots()
    assert story.knot.kind is KnotKind.PAIN
    fit = services.release.fit(story)
    assert fit.routine is None
    assert not page.panel.release_button.isVisible()


def test_around_a_knot_that_can_be_released_what_not_to_press_is_hatched(page, services):
    calf = services.journal.add_knot(CALF_SPOT, CALF, 5, Size.MARBLE)
    page.choose(calf.id)
    if services.release.fit(services.journal.knot(calf.id)).refusal:
        pytest.skip("nothing can be released before the questions are answered")
    assert "popliteal_fossa" in page.stage.hatching.places
    page.step_back()
    assert not page.stage.hatching.places
