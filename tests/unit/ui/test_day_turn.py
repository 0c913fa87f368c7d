"""A window that stays open over the hour a day begins at."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from helpers.histories import CALF
from helpers.wall_clock import WallClock
from unknot.domain.knots import Size
from unknot.services.bundle import Services
from unknot.ui import pages
from unknot.ui.body_map.body_map_page import BodyMapPage
from unknot.ui.day_turn import DayTurn
from unknot.ui.main_window import MainWindow

PLACE = "gastrocnemius_lateral_belly_upper"


def test_a_day_turns_at_four_in_the_morning_and_once(qtbot: QtBot) -> None:
    clock, holder, heard = WallClock(), QObject(), []
    turn = DayTurn(clock, holder)
    turn.turned.connect(lambda: heard.append(clock().day))
    clock.time = clock.time.replace(hour=3, minute=59) + timedelta(days=1)
    turn.look()
    assert heard == []
    clock.advance(minutes=1)
    turn.look()
    turn.look()
    assert heard == [15]


def test_the_weeks_under_the_map_reach_to_the_new_day(
    window: MainWindow, services: Services, clock: WallClock
) -> None:
    services.journal.add_knot(CALF, PLACE, 6, Size.MARBLE)
    clock.advance(days=9)
    window.go(pages.BODY_MAP)
    page = window.stack.page(pages.BODY_MAP)
    assert isinstance(page, BodyMapPage)
    slider = page.bar.slider
    assert slider.maximum() == slider.value() == 9
    clock.advance(hours=10)
    window.flows.day_turn.look()
    assert slider.maximum() == slider.value() == 10
    page.replay.step(-3)
    clock.advance(days=1)
    window.flows.day_turn.look()
    assert (slider.maximum(), slider.value()) == (11, 7)
    assert page.replay.words == "Monday 21 September, 4 days ago"


def test_the_first_morning_after_a_knot_was_found_brings_the_weeks(
    window: MainWindow, services: Services, clock: WallClock
) -> None:
    services.journal.add_knot(CALF, PLACE, 6, Size.MARBLE)
    window.go(pages.BODY_MAP)
    page = window.stack.page(pages.BODY_MAP)
    assert isinstance(page, BodyMapPage)
    assert not page.bar.isVisible()
    clock.advance(hours=10)
    window.flows.day_turn.look()
    assert page.bar.isVisible()


def test_today_says_the_new_day(window: MainWindow, clock: WallClock) -> None:
    shown = window.stack.page(pages.TODAY)
    assert shown.header.title.text() == "Monday 14 September"
    clock.advance(hours=10)
    window.flows.day_turn.look()
    assert shown.header.title.text() == "Tuesday 15 September"
