"""A knot at a place that only a newer version knows: kept, drawn as "other", and no page falls over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.histories import a_session
from unknot import bootstrap, paths
from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import KnotKind, Size
from unknot.domain.practice import SessionEnd
from unknot.ui.body_map.knot_rows import STORY_ROLE
from unknot.ui.release.release_page import ReleasePage
from unknot.ui.today.today_page import TodayPage

LEFT = Qt.MouseButton.LeftButton
SPOT = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
NAME = "Other place (from a newer version)"


@pytest.fixture
def newer(services):
    return services.journal.add_knot(SPOT, "a_place_of_tomorrow", 7, Size.GOLF_BALL)


@pytest.fixture
def page(newer, open_page):
    return open_page(1400)


def test_it_is_drawn_neutral_and_named(page, newer, theme):
    item = page.stage.item(newer.id)
    assert item.accessibleName().startswith(f"{NAME}, right.")
    assert item.mark.look.kind is KnotKind.OTHER
    image = page.stage.grab().toImage()
    center = item.center.toPoint()
    colours = {image.pixelColor(center.x() + x, center.y() - 9).name() for x in range(-8, 9)}
    assert theme.color("sunken").name() in colours
    assert theme.tender(7)[0].name() not in colours


def test_it_is_listed_and_not_counted_as_a_knot(page, newer):
    index = page.list.rows.row_of(newer.id)
    assert index.isValid()
    assert index.data(Qt.ItemDataRole.DisplayRole) == NAME
    assert index.data(STORY_ROLE).knot.id == newer.id
    assert page.list.title.text() == "No knots"


def test_its_panel_says_so_and_offers_no_release(page, newer):
    page.choose(newer.id)
    assert page.panel.title.text() == NAME
    assert page.panel.caution.words.text().startswith("This place comes from a newer version of Unknot.")
    assert not page.panel.release_button.isVisible()


def test_it_can_be_rated_and_keeps_its_place_and_kind(page, newer, services, qtbot):
    page.choose(newer.id)
    qtbot.mouseClick(page.panel.picker.buttons[3], LEFT)
    story = services.journal.knot(newer.id)
    assert story.latest.tenderness == 3
    assert (story.knot.place, story.knot.kind) == ("a_place_of_tomorrow", KnotKind.KNOT)


def test_it_shows_in_no_other_view_and_survives_turning(page, newer):
    for view in ("outer", "front", "inner", "back"):
        page.look.pick_view(view)
    assert page.stage.item(newer.id) is not None


def test_moved_to_a_known_place_it_is_a_knot_again(page, newer, services):
    junction = Spot(View.BACK, Side.RIGHT, 0.5109, 0.458)
    page.acts.move(newer.id, junction)
    assert services.journal.knot(newer.id).knot.place == "biceps_femoris_junction"
    assert page.stage.item(newer.id).mark.look.kind is KnotKind.KNOT


def test_the_walk_through_all_knots_does_not_fall_over_it(page, newer, services, qtbot):
    page.round.start()
    QApplication.processEvents()
    assert page.round_view.is_shown
    assert page.round_view.place.text() == NAME


def test_a_past_day_and_a_picture_show_it(page, newer, clock, services):
    clock.advance(days=3)
    services.journal.rate_knot(newer.id, 5)
    page.bar.slider.setValue(0)
    assert page.stage.item(newer.id).mark.look.tenderness == 7
    assert "Other place" in page.export.sheet().svg().decode()


def test_it_is_still_there_when_opened_again(newer, services, history):
    again = bootstrap.make_services(history, paths.resources(), services.now)
    assert again.journal.knot(newer.id).knot.place == "a_place_of_tomorrow"
    again.close()


def test_no_routine_is_for_it_and_the_reason_is_said(newer, services):
    fit = services.release.fit(services.journal.knot(newer.id))
    assert fit.routine is None
    assert "does not know the place" in fit.refusal
    assert services.release.due() == ()


def test_today_and_release_show_it_without_falling_over(newer, services, theme, history, clock, qtbot):
    done = a_session(clock(), (newer.id,), end=SessionEnd.DONE, done_s=200.0, ended_at=clock())
    with history.transaction():
        history.sessions.add(done)
    clock.advance(days=1)
    for kind in (TodayPage, ReleasePage):
        page = kind(services, theme)
        qtbot.addWidget(page)
        page.resize(1200, 880)
        page.show()
        QApplication.processEvents()
        page.grab()
