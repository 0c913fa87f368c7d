"""The library: your knots first, and nothing that looks open while it is shut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from helpers.full_disk import nothing_can_be_written
from helpers.histories import a_step
from unknot.domain.body import Side
from unknot.domain.errors import KnownError
from unknot.domain.knots import CheckOccasion
from unknot.domain.practice import SessionEnd, SessionKind
from unknot.ui.library.card_text import CardText
from unknot.ui.release.next_day import NextDay
from unknot.ui.release.release_page import ReleasePage


def words_of(widget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel)]
    return " ".join((*labels, *(part.text for part in widget.findChildren(CardText))))


def page_of(services, theme, stage) -> ReleasePage:
    page = ReleasePage(services, theme)
    stage.show_player(page)
    page.make_all()
    return page


def card(page, routine_id: str):
    return next(card for card in page.cards if card.id == routine_id)


def test_a_card_says_minutes_level_tool_and_pressure(ready, theme, stage):
    page = page_of(ready, theme, stage)
    text = words_of(card(page, "calf-outer-ball"))
    for part in ("5 min a leg, 9 min both", "Regular", "Massage ball, tennis ball or lacrosse ball"):
        assert part in text
    assert "Pressure 5 or less" in text
    assert "One press to measure" in words_of(card(page, "recheck-knots"))
    assert "No pressing" in words_of(card(page, "after-release-stretch"))


def test_routines_for_your_knots_come_first_with_the_knot_and_a_filled_start(ready, theme, stage, mark):
    mark(6)
    page = page_of(ready, theme, stage)
    first = page.cards[0]
    assert first.id == "calf-outer-thumbs"
    assert "Your first week: the gentle version" in words_of(first)
    assert first.button.property("kind") == "primary"
    assert not card(page, "ham-chair-ball").button.property("kind")


def test_a_filter_leaves_the_part_of_the_leg(ready, theme, stage):
    page = page_of(ready, theme, stage)
    QTest.mouseClick(page.filter.part.segment("lower_leg"), Qt.MouseButton.LeftButton)
    shown = {card.id for card in page.cards if card.isVisible()}
    assert shown == {
        *("calf-outer-ball", "calf-outer-thumbs", "calf-sweep-roller", "soleus-fibularis"),
        *("shin-front-thumbs", "evening-12", "pre-run-5", "recheck-knots"),
    }
    QTest.mouseClick(page.filter.part.segment("all"), Qt.MouseButton.LeftButton)
    assert all(card.isVisible() for card in page.cards)


def test_start_asks_for_its_routine(ready, theme, stage, qtbot):
    page = page_of(ready, theme, stage)
    with qtbot.waitSignal(page.routine_wanted) as wanted:
        QTest.mouseClick(card(page, "ham-itb-seam").button, Qt.MouseButton.LeftButton)
    assert wanted.args == ["ham-itb-seam"]


def test_what_is_locked_says_why_and_offers_no_start(ready, theme, stage):
    ready.screening.save({"pressure": ["thinner"]})
    page = page_of(ready, theme, stage)
    assert "blood thinner" in words_of(page.lock)
    assert card(page, "calf-outer-ball").button.text() == "See why"
    assert card(page, "after-release-stretch").button.text() == "Start"


def test_a_new_answer_is_seen_at_once(ready, theme, stage):
    page = page_of(ready, theme, stage)
    assert not page.lock.isVisible()
    ready.screening.save({"pressure": ["thinner"]})
    assert page.lock.isVisible()


def test_it_says_that_the_it_band_is_no_target_and_that_other_places_are_not_pressed(ready, theme, stage):
    text = words_of(page_of(ready, theme, stage))
    assert "There is no routine for rolling the IT band" in text
    assert "A knot anywhere else is not pressed" in text


def test_the_day_after_one_tap_rates_the_pressed_spot_and_the_card_goes(
    ready, theme, stage, mark, clock, history, qtbot
):
    knot = mark(6)
    session = ready.practice.begin(
        SessionKind.RELEASE,
        "calf-outer-thumbs",
        "Outer calf: thumbs",
        sides=(Side.RIGHT,),
        places=(knot.place,),
        knot_ids=(knot.id,),
        total_s=258,
    )
    ready.practice.finish(session.id, SessionEnd.DONE, 258)
    widget = NextDay(ready, theme)
    stage.show_player(widget)
    assert widget.cards == []
    clock.advance(days=1)
    widget.refresh()
    assert "How sore is the spot you pressed yesterday?" in words_of(widget)
    with nothing_can_be_written(history), qtbot.captureExceptions() as caught:
        QTest.mouseClick(widget.cards[0].scores.buttons[5], Qt.MouseButton.LeftButton)
    assert [kind for kind, _error, _trace in caught] == [KnownError]  # the window says it
    assert widget.cards[0].scores.value is None
    QTest.mouseClick(widget.cards[0].scores.buttons[3], Qt.MouseButton.LeftButton)
    check = ready.journal.knot(knot.id).checks[-1]
    assert (check.tenderness, check.occasion, check.session_id) == (3, CheckOccasion.NEXT_DAY, session.id)
    assert widget.cards == []


def test_a_re_check_leaves_nothing_to_ask_the_day_after(ready, theme, stage, mark, clock):
    knot = mark(6)
    session = ready.practice.begin(
        SessionKind.RELEASE,
        "recheck-knots",
        "Re-check all knots",
        sides=(Side.RIGHT,),
        places=(knot.place,),
        knot_ids=(knot.id,),
        total_s=258,
    )
    ready.practice.finish(session.id, SessionEnd.DONE, 258)
    clock.advance(days=1)
    widget = NextDay(ready, theme)
    stage.show_player(widget)
    assert widget.cards == []


@pytest.mark.parametrize("seconds", [0.0, 4.0])
def test_nothing_is_asked_about_a_leg_that_was_not_pressed(ready, theme, stage, mark, clock, seconds):
    knot = mark(6)
    routine = ready.library.routines["calf-outer-thumbs"]
    session = ready.practice.begin(
        SessionKind.RELEASE,
        routine.id,
        routine.title,
        sides=tuple(Side),
        places=(knot.place,),
        knot_ids=(knot.id,),
        total_s=258,
    )
    press = next(step for step in routine.steps if step.presses)
    for number, (side, length) in enumerate(((Side.LEFT, 40.0), (knot.spot.side, seconds))):
        done = a_step(session.id, number, clock(), step_id=press.id, side=side, seconds=length)
        ready.practice.step_done(session.id, done, 60.0, 60.0)
    ready.practice.finish(session.id, SessionEnd.PARTIAL, 60.0)
    clock.advance(days=1)
    widget = NextDay(ready, theme)
    stage.show_player(widget)
    assert widget.cards == []
