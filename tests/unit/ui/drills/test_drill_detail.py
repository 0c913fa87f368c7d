"""The page of a drill: what was done of it so far, both legs, and an extra set that can be chosen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from helpers.histories import a_scored_drill
from unknot.domain.body import Side
from unknot.domain.practice import SessionEnd
from unknot.services.bundle import Services
from unknot.storage.history import History
from unknot.ui.drills.drill_detail import DrillDetail
from unknot.ui.drills.drill_flow import DrillFlow
from unknot.ui.drills.past_card import PastCard
from unknot.ui.theme import Theme
from unknot.ui.widgets.words import Words

HOLD = "single-leg-bridge-hold-test"


@pytest.fixture
def held(history: History, clock):
    def add(days: int, left: int, right: int, **more: object) -> None:
        scores = ((Side.LEFT, {"hold_s": left}), (Side.RIGHT, {"hold_s": right}))
        history.sessions.add(a_scored_drill(clock() - timedelta(days=days), HOLD, *scores, **more))

    return add


@pytest.fixture
def page(services: Services, theme: Theme, qtbot):
    kept = []

    def make(drill_id: str) -> DrillDetail:
        page = DrillDetail(services, theme, services.library.drills[drill_id])
        qtbot.addWidget(page)
        kept.append(page)
        page.resize(1232, 900)
        page.show()
        page.make_all()
        return page

    return make


def words(page: DrillDetail) -> list[str]:
    card = page.findChild(PastCard)
    assert card is not None
    return [label.text() for label in card.findChildren(Words)]


def test_a_drill_never_done_says_so(page):
    assert words(page(HOLD)) == ["Not done yet."]


def test_every_time_stands_there_newest_first_with_its_scores(page, held, history: History, clock):
    held(9, 20, 30)
    held(2, 24, 31, end=SessionEnd.PARTIAL)
    held(1, 1, 1, end=SessionEnd.DISCARDED)
    history.sessions.add(a_scored_drill(clock() - timedelta(days=5), HOLD, (None, {})))
    said = words(page(HOLD))
    assert said[0].startswith("Hold: two tries on both legs are too few")
    assert [row for row in said if row.startswith("Hold: left")] == [
        "Hold: left 24 s, right 31 s",
        "Hold: left 20 s, right 30 s",
    ]
    assert said.index("Not scored") > said.index("Hold: left 24 s, right 31 s")
    assert said[1].endswith("2 minutes, ended early")


def test_older_tries_come_by_the_button(page, held, qtbot):
    for days in range(9):
        held(days, 20, 30)
    card = page(HOLD).findChild(PastCard)
    assert len(card.rows) == 6
    assert card.more.text() == "Show all 9"
    qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
    assert len(card.rows) == 9
    assert card.more.isHidden()


def test_a_set_more_is_offered_with_its_reason_and_off(page, held):
    assert page("side-hip-lift").extra is None
    held(2, 24, 40)
    extra = page("side-hip-lift").extra
    assert extra.reason.text() == (
        "Your last check: left is 40 % behind. "
        "Start with the weaker side and give it one extra set until within 15 %."
    )
    assert extra.switch.accessibleName() == "One extra set, left leg"
    assert not extra.wanted


@pytest.mark.parametrize(
    ("chosen", "legs"), [(False, (Side.LEFT, Side.RIGHT)), (True, (Side.LEFT, Side.RIGHT, Side.LEFT))]
)
def test_the_set_is_played_where_it_was_chosen(
    fitting: Services, theme: Theme, stage, held, qtbot, chosen: bool, legs: tuple[Side, ...]
):
    held(2, 24, 40)
    flow = DrillFlow(fitting, theme, stage, stage)
    flow.start_drill("side-hip-lift")
    detail = stage.page
    assert isinstance(detail, DrillDetail)
    if chosen:
        qtbot.mouseClick(detail.extra.switch, Qt.MouseButton.LeftButton)
    for row in detail.setup.rows:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(detail.start, Qt.MouseButton.LeftButton)
    session = fitting.practice.unfinished()
    assert session.sides == legs
