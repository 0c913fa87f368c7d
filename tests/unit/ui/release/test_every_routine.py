"""Each of the seventeen routines: listed, opened, started for its legs, and played to its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.clock import ManualClock
from helpers.wall_clock import WallClock
from unknot import bootstrap, paths
from unknot.content.routines import read_routines
from unknot.domain.body import Side, Spot
from unknot.domain.knots import CheckOccasion, Size
from unknot.domain.practice import Session, SessionEnd, SessionKind, StepEnd
from unknot.domain.snapshot import PlayerState
from unknot.services.bundle import Services
from unknot.services.cut_off import why_not
from unknot.storage.history import History
from unknot.ui.player.routine_player import RoutinePlayer
from unknot.ui.release.knot_choice import KnotChoice
from unknot.ui.release.release_flow import ReleaseFlow
from unknot.ui.release.release_page import ReleasePage
from unknot.ui.release.routine_detail import RoutineDetail

from .conftest import PageStage, give_harmless_answers

ROUTINES = read_routines(paths.resources() / "content/en/routines")
STRETCH = "after-release-stretch"
TENDER = "tenderness_0_10"


@pytest.fixture
def seconds() -> ManualClock:
    return ManualClock()


@pytest.fixture
def services(history: History, clock: WallClock, seconds: ManualClock, qapp: object) -> Iterator[Services]:
    """Somebody past the first week, with time that only the test moves."""
    made = bootstrap.make_services(history, paths.resources(), clock, clock=seconds)
    give_harmless_answers(made)
    made.settings.choose(press_taught=True, prepare_s=0)
    now = clock.time
    clock.time = now - timedelta(days=8)
    begun = begin(made, "glute-ball")
    made.practice.finish(begun.id, SessionEnd.DONE, 240.0)
    clock.time = now
    made.screening.answer_daily(False)
    yield made
    made.close()


def begin(services: Services, routine_id: str) -> Session:
    routine = services.library.routines[routine_id]
    session = services.practice.begin(
        SessionKind.RELEASE,
        routine.id,
        routine.title,
        sides=(Side.LEFT,),
        places=routine.targets,
        knot_ids=(),
        total_s=240.0,
        ceiling=5,
    )
    services.practice.position(session.id, 240.0, 240.0)
    return session


def mark_what_it_presses(services: Services, routine_id: str) -> None:
    """A knot at its first place on the right leg."""
    routine = services.library.routines[routine_id]
    if routine.targets:
        place = services.library.places[routine.targets[0]]
        view, (u, v) = next(iter(place.default_at.items()))
        services.journal.add_knot(Spot(view, Side.RIGHT, u, v), place.id, 5, Size.PEA)


def open_its_page(flow: ReleaseFlow, stage: PageStage, routine_id: str) -> RoutineDetail:
    flow.start_routine(routine_id)
    if isinstance(flow.dialog, KnotChoice) and stage.page is None:
        QTest.keyClick(flow.dialog, Qt.Key.Key_1)
    assert isinstance(stage.page, RoutineDetail)
    return stage.page


def start(page: RoutineDetail) -> None:
    for row in page.setup.rows:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)


def play_to_its_end(services: Services, seconds: ManualClock) -> Session:
    service = services.players.running
    assert service is not None
    for _ in range(4000):
        if service.state is PlayerState.DONE:
            break
        if service.state is PlayerState.WAITING:
            service.answer({TENDER: 4}, Size.PEA)
            continue
        seconds.advance(0.5)
        service._tick()
    session = services.practice.session(service.session.id)
    assert session is not None
    return session


@pytest.mark.parametrize("name", ROUTINES)
def test_it_is_played_to_its_end_and_closes_with_the_stretch(
    services: Services, seconds: ManualClock, theme, stage: PageStage, name: str
) -> None:
    mark_what_it_presses(services, name)
    flow = ReleaseFlow(services, theme, stage, stage)
    page = open_its_page(flow, stage, name)
    start(page)
    player = stage.page
    assert isinstance(player, RoutinePlayer)
    session = play_to_its_end(services, seconds)
    routine = ROUTINES[name]
    assert (session.content_id, session.end) == (name, SessionEnd.DONE)
    both = routine.total_seconds if len(session.sides) > 1 else routine.total_seconds_one_side
    assert session.total_s == both
    assert {step.end for step in session.steps} == {StepEnd.DONE}
    if routine.check_before:
        (story,) = services.journal.knots(closed=False)
        assert CheckOccasion.BEFORE in {check.occasion for check in story.checks}
    player.closed.emit()
    closes = routine.pressure_ceiling > 0 and name != "evening-12"
    if not closes:
        assert stage.page is None
        return
    assert isinstance(stage.page, RoutineDetail)
    assert (stage.page.routine.id, stage.page.sides) == (STRETCH, session.sides)
    start(stage.page)
    stretched = play_to_its_end(services, seconds)
    assert (stretched.content_id, stretched.end, stretched.sides) == (STRETCH, SessionEnd.DONE, session.sides)
    assert isinstance(stage.page, RoutinePlayer)
    stage.page.closed.emit()
    assert stage.page is None


def test_the_library_lists_all_of_them(services: Services, theme, stage: PageStage) -> None:
    page = ReleasePage(services, theme)
    stage.show_player(page)
    page.make_all()
    assert {card.id for card in page.cards} == set(ROUTINES)


def cut_off(services: Services, seconds: ManualClock, routine_id: str, places: tuple[str, ...]) -> Session:
    """A session that went on for a while and was never ended."""
    routine = services.library.routines[routine_id]
    running = services.players.start_routine(routine, sides=(Side.LEFT,), places=places)
    running.start()
    for _ in range(8):
        seconds.advance(1.0)
        running._tick()
    services.players.close()
    left = services.practice.unfinished()
    assert left is not None
    return left


def test_measuring_that_was_cut_off_goes_on_with_the_same_places(
    services: Services, seconds: ManualClock
) -> None:
    targets = services.library.routines["recheck-knots"].targets
    some = tuple(name for name in targets if services.library.places[name].part == "thigh")
    session = cut_off(services, seconds, "recheck-knots", some)
    assert session.places == some
    again = services.players.resume(session)
    assert again is not None
    assert {segment.step.place for segment in again.timeline.segments} == {None, *some}


def test_a_routine_cut_off_does_not_go_on_where_an_answer_now_forbids_one_of_its_places(
    services: Services, clock: WallClock, seconds: ManualClock
) -> None:
    session = cut_off(services, seconds, "evening-12", services.library.routines["evening-12"].targets)
    assert why_not(services, session) == ""
    clock.advance(minutes=1)
    services.screening.save({"pressure": ["pregnant"]})
    assert why_not(services, session).startswith("You answered: ")
