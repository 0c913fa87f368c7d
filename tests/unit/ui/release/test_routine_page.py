"""The page of a routine: its positions in pictures, and what it has done so far."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from unknot.domain.practice import SessionEnd, SessionKind
from unknot.ui.release.history_card import ceiling_rule
from unknot.ui.release.place_picture import PlacePicture
from unknot.ui.release.places_card import places_card
from unknot.ui.release.positions_card import PositionsCard, positions
from unknot.ui.release.release_flow import ReleaseFlow
from unknot.ui.release.routine_detail import RoutineDetail
from unknot.ui.widgets.pose_tile import PoseTile


@pytest.fixture
def detail(ready, theme, stage, mark) -> RoutineDetail:
    ReleaseFlow(ready, theme, stage, stage).release_knot(mark(6).id)
    page = stage.page
    assert isinstance(page, RoutineDetail)
    page.make_all()
    return page


def words_of(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_every_routine_has_each_of_its_positions_once(services):
    for routine in services.library.routines.values():
        found = positions(routine, services.gait.routine(routine.id))
        assert len({position.motion for position in found}) == len(found)
        numbers = sorted(number for position in found for number, _step in position.steps)
        assert numbers == list(range(1, len(numbers) + 1))


def test_the_page_draws_each_position_with_its_words_one_after_the_other(detail, services, stage):
    detail.drawer.draw_all()
    for _ in range(3):
        QTest.qWait(0)
    (card,) = detail.findChildren(PositionsCard)
    routine = services.library.routines["calf-outer-thumbs"]
    tiles = card.findChildren(PoseTile)
    assert len(tiles) == len(positions(routine, services.gait.routine(routine.id)))
    stage.grab()
    detail.drawer.draw_all()
    shown = tiles[0].grab().toImage()
    assert tiles[0].motion is not None
    ground = shown.pixelColor(shown.width() // 2, 4)
    assert any(shown.pixelColor(x, shown.height() // 2) != ground for x in range(4, shown.width() - 4, 3))
    assert "1 · " in words_of(card)
    assert "untimed" in words_of(card)


def test_a_picture_is_drawn_anew_only_for_another_size_or_look(detail, theme, stage):
    picture = next(tile for tile in detail.findChildren(PoseTile) if tile.isVisible())
    stage.grab()
    detail.drawer.draw_all()
    before = picture._drawn.cacheKey()
    stage.grab()
    detail.drawer.draw_all()
    assert picture._drawn.cacheKey() == before
    theme.changed.emit()
    stage.grab()
    detail.drawer.draw_all()
    assert picture._drawn.cacheKey() != before


def test_it_says_how_often_it_was_done_and_prints_the_rule_of_the_ceiling(ready, theme, stage, mark, clock):
    knot = mark(6)
    session = ready.practice.begin(
        SessionKind.RELEASE,
        "calf-outer-thumbs",
        "Outer calf: thumbs",
        sides=(knot.spot.side,),
        places=(knot.place,),
        knot_ids=(knot.id,),
        total_s=258,
    )
    ready.practice.lowered(session.id, 1)
    ready.practice.finish(session.id, SessionEnd.DONE, 258)
    clock.advance(days=3)
    ready.screening.answer_daily(False)
    ReleaseFlow(ready, theme, stage, stage).release_knot(knot.id)
    stage.page.make_all()
    text = words_of(stage.page)
    for part in (
        "Done once, on",
        "Too much once, on",
        "from 3 rated sessions on",
        "Ceiling today: 4 of 10",
        "The lowest counts. Now 1 less, after “too much” the last time.",
    ):
        assert part in text, part


def test_the_rule_names_what_limits_the_ceiling(ready, mark):
    story = ready.journal.knot(mark(8).id)
    routine = ready.library.routines["calf-outer-thumbs"]
    fit = ready.release.check(routine, story)
    rule = ceiling_rule(ready, routine, story, fit.ceiling)
    assert rule.startswith("At 8 of 10 sore: up to 4.")
    assert "“Too much” takes 1 off" in rule


def test_a_star_on_the_page_is_the_star_of_the_card(detail, ready):
    detail.star.click()
    assert ready.settings.choices.starred == {detail.routine.id}


def test_a_routine_without_a_knot_shows_all_the_places_it_works_on(detail, theme, services, qtbot):
    routine = services.library.routines["evening-12"]
    card = places_card(services, theme, routine, detail.drawer)
    qtbot.addWidget(card)
    (picture,) = card.findChildren(PlacePicture)  # all five are seen from behind
    for target in routine.targets:
        assert services.library.places[target].label in picture.accessibleName()
        assert services.library.places[target].label in words_of(card)


def test_easier_and_harder_ways_are_told_with_the_routine_to_change_to(detail, services):
    routine = services.library.routines["calf-outer-thumbs"]
    assert routine.regression in words_of(detail)
    assert routine.progression in words_of(detail)
    assert services.library.routines[routine.progress_to].title in words_of(detail)
