"""Today by gestures: a first visitor's three things, later what is next, the week, and the day after."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from helpers.histories import CALF, a_run
from helpers.wall_clock import WallClock
from unknot.domain.body import Side, Spot
from unknot.domain.knots import CheckOccasion, Size
from unknot.domain.practice import SessionEnd, SessionKind
from unknot.domain.runs import Run
from unknot.services.bundle import Services
from unknot.ui.theme import Theme
from unknot.ui.today.first_steps_view import FirstStepsView
from unknot.ui.today.next_up_view import NextUpView
from unknot.ui.today.today_page import TodayPage
from unknot.ui.today.week_strip import WeekStrip
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.words import Words

PLACE = "gastrocnemius_lateral_belly_upper"


@pytest.fixture
def page(services: Services, theme: Theme, qtbot: QtBot) -> TodayPage:
    made = TodayPage(services, theme)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    return made


def mark(services: Services, tenderness: int = 6) -> UUID:
    return services.journal.add_knot(CALF, PLACE, tenderness, Size.MARBLE).id


def release(services: Services, knot: UUID, end: SessionEnd = SessionEnd.DONE) -> UUID:
    session = services.practice.begin(
        SessionKind.RELEASE,
        "calf-outer-ball",
        "Outer calf: pin and move",
        sides=(Side.RIGHT,),
        places=(PLACE,),
        knot_ids=(knot,),
        total_s=297.0,
        ceiling=5,
    )
    services.practice.finish(session.id, end, 297.0)
    return session.id


def words(page: QWidget) -> list[str]:
    QTest.qWait(0)  # what was just made shows with the next event
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def buttons(page: QWidget, kind: str = "") -> list[Button]:
    QTest.qWait(0)
    found = [one for one in page.findChildren(Button) if one.isVisible()]
    return [one for one in found if not kind or one.property("kind") == kind]


def test_the_title_is_the_day(page: TodayPage) -> None:
    assert page.header.title.text() == "Monday 14 September"


def test_before_four_in_the_morning_it_is_still_the_day_before(page: TodayPage, clock: WallClock) -> None:
    clock.advance(hours=8)  # 02:30
    page.refresh()
    assert page.header.title.text() == "Monday 14 September"
    clock.advance(hours=2)
    page.refresh()
    assert page.header.title.text() == "Tuesday 15 September"


def test_a_first_visitor_is_led_through_three_things(page: TodayPage, qtbot: QtBot) -> None:
    assert page.findChild(FirstStepsView) is not None
    assert [title for title in ("Mark a knot", "Release it", "Log a run") if title in words(page)] != []
    (start,) = buttons(page, "accent")
    assert start.text() == "Add a knot"
    with qtbot.waitSignal(page.page_wanted) as told:
        QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    assert told.args == ["body_map"]


def test_the_marigold_button_moves_on_with_what_is_done(
    page: TodayPage, services: Services, qtbot: QtBot
) -> None:
    knot = mark(services)
    (start,) = buttons(page, "accent")
    assert start.text() == "Release this"
    with qtbot.waitSignal(page.release_wanted) as told:
        QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    assert told.args == [knot]
    release(services, knot)
    (start,) = buttons(page, "accent")
    assert start.text() == "Log a run"
    with qtbot.waitSignal(page.run_wanted):
        QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    assert words(page).count("Done") == 2
    assert page.strand.done == pytest.approx(2 / 3)


def test_what_is_to_be_released_comes_before_the_first_run_and_all_of_it_as_one_session(
    page: TodayPage, services: Services, clock: WallClock
) -> None:
    knot = mark(services)
    mark(services, 3)
    release(services, knot)
    clock.advance(days=1)
    page.refresh()
    assert page.findChild(FirstStepsView) is None or not page.findChild(FirstStepsView).isVisible()
    assert any(button.text().startswith("Start all") for button in page.findChildren(Button))
    assert "Log a run" in [button.text() for button in page.findChildren(Button)]


def test_of_several_knots_the_most_tender_is_to_be_released_first(
    page: TodayPage, services: Services, qtbot: QtBot
) -> None:
    mark(services, 3)
    worst = mark(services, 7)
    (start,) = buttons(page, "accent")
    with qtbot.waitSignal(page.release_wanted) as told:
        QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    assert told.args == [worst]


def old_hand(services: Services, clock: WallClock) -> UUID:
    """Marks, releases and runs, and lets three days pass."""
    knot = mark(services)
    release(services, knot)
    services.journal.add_run(a_run(clock()))
    clock.advance(days=3)
    return knot


def test_later_it_says_what_to_release_next_with_its_reason(
    page: TodayPage, services: Services, clock: WallClock, qtbot: QtBot
) -> None:
    knot = old_hand(services, clock)
    page.refresh()
    assert page.findChild(FirstStepsView) is None or not page.findChild(FirstStepsView).isVisible()
    (story, fit), *_ = services.release.due()
    assert story.knot.id == knot
    assert fit.reason in words(page)
    (start,) = buttons(page, "accent")
    assert start.text() == "Start all 2"
    with qtbot.waitSignal(page.set_wanted) as told:
        QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    first, last = told.args[0]
    assert (first.kind, first.knot_ids) == (SessionKind.RELEASE, (knot,))
    assert (last.kind, last.content_id in services.library.drills) == (SessionKind.DRILL, True)
    assert not page.strand.isVisible()


def test_each_row_starts_its_own(page: TodayPage, services: Services, clock: WallClock, qtbot: QtBot) -> None:
    old_hand(services, clock)
    page.refresh()
    QTest.qWait(0)
    view = next(one for one in page.findChildren(NextUpView) if one.isVisible())
    last = view.rows[-1]
    assert last.button is not None
    assert last.button.text() == "Start"
    with qtbot.waitSignal(page.set_wanted) as told:
        QTest.mouseClick(last.button, Qt.MouseButton.LeftButton)
    ((alone,),) = told.args
    assert alone.content_id in services.library.drills


def test_what_may_not_be_pressed_today_says_why(
    page: TodayPage, services: Services, clock: WallClock
) -> None:
    knot = old_hand(services, clock)
    services.journal.rate_knot(knot, 10)
    page.refresh()
    story = services.journal.knot(knot)
    assert story is not None
    refusal = services.release.fit(story).refusal
    assert refusal
    assert any(refusal in said for said in words(page))


def test_there_is_one_marigold_action_only(page: TodayPage, services: Services, clock: WallClock) -> None:
    assert len(buttons(page, "accent")) == 1
    old_hand(services, clock)
    page.refresh()
    assert len(buttons(page, "accent")) == 1


def test_the_knots_are_listed_with_now_and_then(page: TodayPage, services: Services, qtbot: QtBot) -> None:
    knot = mark(services, 8)
    services.journal.rate_knot(knot, 4)
    said = words(page)
    assert services.library.places[PLACE].label in said
    assert "was 8" in said
    check = next(one for one in buttons(page) if one.text() == "Check them")
    with qtbot.waitSignal(page.check_wanted):
        QTest.mouseClick(check, Qt.MouseButton.LeftButton)


def test_a_knot_no_longer_found_is_not_listed(page: TodayPage, services: Services) -> None:
    knot = mark(services)
    services.journal.close_knot(knot)
    assert services.library.places[PLACE].label not in words(page)


def past_first_week(services: Services, clock: WallClock) -> None:
    """A session on another place and a run, eight days ago, so that Today is not about first steps."""
    now = clock.time
    clock.time = now - timedelta(days=8)
    release(services, mark(services))
    services.journal.close_knot(services.journal.knots(closed=False)[0].knot.id)
    services.journal.add_run(a_run(clock()))
    clock.time = now


def test_both_legs_sore_offer_the_evening_routine_instead_of_four_knots(
    page: TodayPage, services: Services, clock: WallClock, qtbot: QtBot
) -> None:
    past_first_week(services, clock)
    for place in (PLACE, "biceps_femoris_junction"):
        view, (u, v) = next(iter(services.library.places[place].default_at.items()))
        for side in Side:
            services.journal.add_knot(Spot(view, side, u, v), place, 6, Size.PEA)
    page.refresh()
    said = words(page)
    assert "Evening: twelve minutes" in said
    assert "Both legs are sore: calf and hamstring of both in one go." in " ".join(said)
    (start,) = buttons(page, "accent")
    with qtbot.waitSignal(page.set_wanted) as wanted:
        QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    first, *then = wanted.args[0]
    assert (first.content_id, first.sides) == ("evening-12", tuple(Side))
    assert then[-1].kind is SessionKind.DRILL


def test_after_28_days_the_knots_are_measured_anew(
    page: TodayPage, services: Services, clock: WallClock, qtbot: QtBot
) -> None:
    past_first_week(services, clock)
    mark(services)
    clock.advance(days=28)
    page.refresh()
    assert "Re-check all knots" in words(page)
    (start,) = buttons(page, "accent")
    with qtbot.waitSignal(page.set_wanted) as wanted:
        QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    kinds = [(item.content_id, bool(item.knot_ids)) for item in wanted.args[0]]
    assert kinds[0] == ("recheck-knots", False)  # before anything is pressed
    assert kinds[1][1]


def test_the_last_run_is_told_in_words(page: TodayPage, services: Services, clock: WallClock) -> None:
    started = clock() - timedelta(days=1)
    services.journal.add_run(Run(uuid4(), started, 42.4, 7.25, onset_min=18.0, worst_pain=6, next_morning=3))
    said = " ".join(words(page))
    assert "Last run, yesterday" in said
    for part in ("42 min", "pain 6 of 10", "from minute 18", "next morning 3"):
        assert part in said


def test_the_week_says_its_minutes_and_runs(page: TodayPage, services: Services, clock: WallClock) -> None:
    release(services, mark(services))
    services.journal.add_run(Run(uuid4(), clock(), 30.0, pain_free=True))
    QTest.qWait(0)
    strip = next(one for one in page.findChildren(WeekStrip) if one.isVisible())
    assert strip.accessibleDescription() == (
        "Monday 14 September: 5 minutes of practice, a run of 30 minutes without pain."
    )
    assert "Practice, 5 min" in words(page)


def test_the_day_after_one_tap_answers_how_sore_it_is(
    page: TodayPage, services: Services, clock: WallClock
) -> None:
    knot = mark(services)
    session = release(services, knot)
    assert not page.next_day.isVisible()
    clock.advance(days=1)
    page.refresh()
    page.next_day.refresh()
    assert page.next_day.isVisible()
    (card,) = page.next_day.cards
    QTest.mouseClick(card.scores.buttons[2], Qt.MouseButton.LeftButton)
    story = services.journal.knot(knot)
    assert story is not None
    assert (story.checks[-1].occasion, story.checks[-1].tenderness) == (CheckOccasion.NEXT_DAY, 2)
    assert story.checks[-1].session_id == session
    assert not page.next_day.isVisible()


@pytest.mark.parametrize(("width", "columns"), [(1440, 2), (940, 2), (860, 1)])
def test_two_columns_become_one_where_it_is_narrow(page: TodayPage, width: int, columns: int) -> None:
    page.resize(width, 900)
    QTest.qWait(0)
    cards = [one for one in page.findChildren(QWidget) if one.property("panel") in ("hero", "card")]
    lefts = {one.mapTo(page, one.rect().topLeft()).x() for one in cards if one.isVisible()}
    assert len(lefts) == columns


def test_a_hidden_page_reads_again_when_it_is_shown(page: TodayPage, services: Services) -> None:
    page.hide()
    mark(services)
    page.show()
    assert any(
        isinstance(one, Words) and one.text() == services.library.places[PLACE].label
        for one in page.findChildren(Words)
    )
