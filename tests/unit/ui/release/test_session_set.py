"""Several knots released as one session: from the first page to the last summary with the hands busy."""

# ruff: noqa: F811  # fixtures of another module are asked for by their names

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from unknot.domain.body import Side, Spot
from unknot.domain.knots import Size
from unknot.domain.practice import SessionEnd
from unknot.domain.snapshot import PlayerState
from unknot.domain.steps import StepKind
from unknot.domain.tone import Tone
from unknot.services.bundle import Services
from unknot.ui.player.routine_player import RoutinePlayer
from unknot.ui.player.session_summary import SessionSummary
from unknot.ui.release.release_flow import ReleaseFlow
from unknot.ui.release.routine_detail import RoutineDetail
from unknot.ui.theme import Theme
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.words import Words

from .conftest import PageStage
from .test_every_routine import play_to_its_end, seconds, services, start  # noqa: F401

CALF, SEAM = "gastrocnemius_lateral_belly_upper", "itb_hamstring_interface"
STRETCH = "after-release-stretch"


def mark(services: Services, place_id: str, tenderness: int = 5) -> UUID:
    place = services.library.places[place_id]
    view, (u, v) = next(iter(place.default_at.items()))
    return services.journal.add_knot(Spot(view, Side.RIGHT, u, v), place_id, tenderness, Size.PEA).id


@pytest.fixture
def knots(services: Services) -> tuple[UUID, UUID]:
    return mark(services, CALF), mark(services, SEAM)


@pytest.fixture
def flow(services: Services, theme: Theme, stage: PageStage) -> ReleaseFlow:
    return ReleaseFlow(services, theme, stage, stage)


def set_out(flow: ReleaseFlow, stage: PageStage, knots: tuple[UUID, ...]) -> RoutineDetail:
    flow.release_knots(knots)
    assert isinstance(stage.page, RoutineDetail)
    return stage.page


def player(stage: PageStage) -> RoutinePlayer:
    assert isinstance(stage.page, RoutinePlayer)
    return stage.page


def test_the_first_page_says_what_comes_after_it(flow, stage, knots, services):
    page = set_out(flow, stage, knots)
    notes = " ".join(w.text() for note in page.findChildren(Note) for w in note.findChildren(Words))
    seam = services.library.routines[page.then[0].content_id]
    assert f"{seam.title} (right), {services.library.routines[STRETCH].title} (right)" in notes
    assert not page.legs.isVisible()


def test_it_goes_on_by_itself_and_ends_with_the_stretch_and_one_summary(
    flow,
    stage,
    knots,
    services,
    seconds,
):
    start(set_out(flow, stage, knots))
    playing = player(stage).service
    playing.jump(len(playing.timeline.segments) - 1)
    title = services.library.routines[playing.session.following[0].content_id].title
    assert playing.snapshot.next_cue == title  # not "done"
    playing.jump(0)
    first = play_to_its_end(services, seconds)
    assert first.following[0].knot_ids == (knots[1],)
    second = player(stage).service
    assert second.session.id != first.id
    assert second.state is PlayerState.RUNNING
    ready = second.snapshot.segment.step
    assert (ready.kind, ready.seconds) == (StepKind.PREPARE, 15)
    assert ready.say.startswith(f"Next: {second.session.title}.")
    play_to_its_end(services, seconds)
    stretch = player(stage).service
    assert (stretch.session.content_id, stretch.session.set_id) == (STRETCH, first.id)
    play_to_its_end(services, seconds)
    summary = stage.page.findChild(SessionSummary)
    words = " ".join(label.text() for label in summary.findChildren(QLabel))
    assert words.count("before, 4 after") == 2
    done = [one for one in services.practice.sessions() if one.set_id == first.id]
    assert {one.end for one in done} == {SessionEnd.DONE}
    assert len(done) == 3
    assert len({one.content_id for one in done}) == 3


def test_the_time_left_counts_what_follows(flow, stage, knots, services):
    start(set_out(flow, stage, knots))
    service = player(stage).service
    assert service.snapshot.left_in_all > service.timeline.total + 60


def test_an_item_that_is_not_for_now_any_more_is_left_out(flow, stage, knots, services, seconds):
    start(set_out(flow, stage, knots))
    services.journal.close_knot(knots[1])
    play_to_its_end(services, seconds)
    assert player(stage).service.session.content_id == STRETCH


def test_a_set_whose_rest_may_not_follow_still_tells_what_was_done(flow, stage, knots, services, seconds):
    start(set_out(flow, stage, knots))
    services.journal.close_knot(knots[1])
    service = player(stage).service
    service.jump(len(service.timeline.segments) - 1)  # nothing was pressed: no stretch closes it
    play_to_its_end(services, seconds)
    assert stage.page.findChild(SessionSummary) is not None
    stage.page.closed.emit()
    assert stage.page is None


def test_ending_early_keeps_what_was_done_and_leaves_the_rest_for_later(
    flow,
    stage,
    knots,
    services,
    seconds,
):
    start(set_out(flow, stage, knots))
    service = player(stage).service
    for _ in range(80):
        seconds.advance(0.5)
        service._tick()
    QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    assert services.practice.session(service.session.id).end is SessionEnd.PARTIAL
    assert stage.page.findChild(SessionSummary) is not None
    stage.page.closed.emit()
    assert stage.page is None
    assert services.practice.unfinished() is None


def test_a_set_that_was_cut_off_goes_on_to_what_follows(flow, stage, knots, services, seconds, theme):
    start(set_out(flow, stage, knots))
    for _ in range(40):
        seconds.advance(0.5)
        services.players.running._tick()
    services.players.close()
    stage.close_player()
    again = ReleaseFlow(services, theme, stage, stage)
    again.resume(services.practice.unfinished())
    play_to_its_end(services, seconds)
    assert player(stage).service.session.knot_ids == (knots[1],)


def test_between_items_no_tone_tells_an_end(services, knots):
    from unknot.domain.score import score
    from unknot.domain.unfold import unfold_routine

    timeline = unfold_routine(services.library.routines[STRETCH], (Side.RIGHT,))
    last = timeline.segments[-1]
    assert score(timeline, last, last.start).notes[-1].tone is Tone.END
    assert Tone.END not in {note.tone for note in score(timeline, last, last.start, closing=False).notes}
