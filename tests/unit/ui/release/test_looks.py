"""Every page on the way to a player is whole and readable in both themes, at three sizes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QTest

from helpers.audit import audit
from unknot.domain.body import Side
from unknot.domain.choices import ThemeChoice
from unknot.domain.practice import SessionEnd, SessionKind
from unknot.domain.snapshot import PlayerState
from unknot.domain.steps import StepKind
from unknot.ui.library.detail_page import DetailPage
from unknot.ui.release.knot_choice import KnotChoice
from unknot.ui.release.next_day import NextDay
from unknot.ui.release.release_flow import ReleaseFlow
from unknot.ui.release.release_page import ReleasePage
from unknot.ui.screening.outcome_view import OutcomeView
from unknot.ui.screening.refusal_page import RefusalPage
from unknot.ui.screening.screening_page import ScreeningPage
from unknot.ui.screening.single_question import SingleQuestionPage, daily_question

_TURNS = 50
LOOKS = [
    pytest.param(look, size, scale, id=f"{look.value}-{size[0]}-{scale}")
    for look, size, scale in (
        (ThemeChoice.LIGHT, (1440, 900), 100),
        (ThemeChoice.DARK, (1024, 700), 100),
        (ThemeChoice.LIGHT, (1024, 700), 200),
    )
]


def settle() -> None:
    for _ in range(3):
        QTest.qWait(0)


@pytest.fixture
def dressed(theme, stage):
    """Put a look and a size on the window."""

    def dress(look, size, scale):
        theme.apply(look, scale)
        stage.resize(*size)
        settle()

    return dress


def check(stage, size) -> None:
    settle()
    if isinstance(stage.page, DetailPage):
        stage.page.make_all()
        settle()
    assert stage.size().toTuple() == size
    faults = audit(stage.window())
    for _ in range(_TURNS):  # words that wrap find their height in turns, and on a busy computer later
        if not faults:
            break
        QTest.qWait(10)
        faults = audit(stage.window())
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("look", "size", "scale"), LOOKS)
def test_the_questions(services, theme, stage, dressed, look, size, scale):
    dressed(look, size, scale)
    page = ScreeningPage(services, theme, "press", services.screening.interview_for("press"))
    stage.show_player(page, full_screen=False)
    check(stage, size)
    page.go_on()
    check(stage, size)
    while page.interview.current is not None and page.interview.current.id != "pressure":
        page.view.cards[0].click()
        page.go_on()
    check(stage, size)
    while not isinstance(page.view, OutcomeView):
        if hasattr(page.view, "cards"):
            page.view.cards[0].click()
        page.go_on()
    check(stage, size)


@pytest.mark.parametrize(("look", "size", "scale"), LOOKS)
def test_a_stop_a_refusal_and_the_daily_question(services, theme, stage, dressed, look, size, scale):
    dressed(look, size, scale)
    services.screening.save({"emergency": ["calf"], "pressure": ["aspirin", "skin"]})
    verdict = services.screening.verdict()
    page = RefusalPage(verdict.title, verdict.text, theme, verdict=verdict, can_change=True)
    stage.show_player(page)
    check(stage, size)
    stage.show_player(RefusalPage("Not this knot, not now", "Too soon.", theme, instead="Outer calf: thumbs"))
    check(stage, size)
    question = daily_question(services.screening.daily_question)
    stage.show_player(SingleQuestionPage(question, "Before today's first press", theme))
    check(stage, size)


@pytest.mark.parametrize(("look", "size", "scale"), LOOKS)
def test_the_page_of_a_routine(ready, theme, stage, mark, dressed, look, size, scale):
    dressed(look, size, scale)
    ReleaseFlow(ready, theme, stage, stage).release_knot(mark().id)
    check(stage, size)


@pytest.mark.parametrize(("look", "size", "scale"), LOOKS)
def test_the_player_in_every_state(ready, theme, stage, mark, dressed, look, size, scale):
    dressed(look, size, scale)
    flow = ReleaseFlow(ready, theme, stage, stage)
    flow.release_knot(mark().id)
    for row in stage.page.setup.rows:
        row.click()
    stage.page.legs.segment("both").click()
    stage.page.start.click()
    player, service = stage.page, ready.players.running
    service.pause()
    check(stage, size)
    kinds = {}
    for segment in service.timeline.segments:  # one of each kind is enough to look at
        kinds.setdefault((segment.step.kind, segment.step.check), segment)
    for segment in kinds.values():
        service.jump(segment.index)
        service.pause()
        player.show_snapshot(replace(service.snapshot, state=PlayerState.RUNNING))
        check(stage, size)
    service.jump(kinds[StepKind.PRESS, None].index)
    check(stage, size)
    player.too_much()
    check(stage, size)
    player.leave()
    check(stage, size)
    player.leave()
    player.leave()
    assert service.state is PlayerState.ENDED
    check(stage, size)


@pytest.mark.parametrize(("look", "size", "scale"), LOOKS)
def test_the_library_and_the_choice_of_a_knot(ready, theme, stage, mark, dressed, look, size, scale):
    dressed(look, size, scale)
    mark()
    page = ReleasePage(ready, theme)
    stage.show_player(page)
    page.make_all()
    check(stage, size)
    for typed in ("IT band", "ball", "no such thing"):
        page.search.setText(typed)
        page.make_all()
        check(stage, size)
    page.search.clear()
    for routine in ("calf-outer-ball", "ham-chair-ball"):
        dialog = KnotChoice(ready, theme, ready.library.routines[routine], stage)
        dialog.open()
        settle()
        assert dialog.width() <= size[0]
        assert dialog.height() <= size[1]
        faults = audit(dialog)
        dialog.reject()
        assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("look", "size", "scale"), LOOKS)
def test_the_question_of_the_day_after(ready, theme, stage, mark, dressed, clock, look, size, scale):
    dressed(look, size, scale)
    release(ready, mark, clock)
    stage.show_player(NextDay(ready, theme))
    assert stage.page.cards
    check(stage, size)


def release(services, mark, clock):
    """Press a knot, and sleep over it."""
    knot = mark(6)
    session = services.practice.begin(
        SessionKind.RELEASE,
        "calf-outer-thumbs",
        "Outer calf: thumbs",
        sides=(Side.RIGHT,),
        places=(knot.place,),
        knot_ids=(knot.id,),
        total_s=258,
    )
    services.practice.finish(session.id, SessionEnd.DONE, 258)
    clock.advance(days=1)
    return knot
