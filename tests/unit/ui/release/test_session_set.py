"""Several knots released as one session: from the first page to the last summary with the hands busy."""

# ruff: noqa: F811  # fixtures of another module are asked for by their names

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from helpers.clock import ManualClock
from helpers.fitting_answers import FITTING
from unknot.domain.body import Side, Spot
from unknot.domain.knots import Size
from unknot.domain.practice import Planned, SessionEnd, SessionKind, knot_item
from unknot.domain.snapshot import PlayerState
from unknot.domain.steps import StepKind
from unknot.domain.tone import Tone
from unknot.services.bundle import Services
from unknot.ui.dialogs.resume import ResumeDialog
from unknot.ui.drills.drill_detail import DrillDetail
from unknot.ui.flows import Flows
from unknot.ui.player.drill_player import DrillPlayer
from unknot.ui.player.routine_player import RoutinePlayer
from unknot.ui.player.session_summary import SessionSummary
from unknot.ui.release.release_flow import ReleaseFlow
from unknot.ui.release.routine_detail import RoutineDetail
from unknot.ui.screening.screening_page import ScreeningPage
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
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


def item(services: Services, knot: UUID) -> Planned:
    return knot_item(services.journal.knot(knot), services.library.routines["ham-itb-seam"])


def set_out(flow: ReleaseFlow, stage: PageStage, knots: tuple[UUID, ...], *then: Planned) -> RoutineDetail:
    wanted = [item(flow._services, knot) for knot in knots[1:]]
    flow.release_knot(knots[0], (*wanted, *then))
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


@pytest.fixture
def fitting(services: Services) -> None:
    """Every question is answered, also those for drills."""
    asked = {question.id for question in services.screening.interview_for("drill")}
    services.screening.save({name: [given] for name, given in FITTING.items() if name in asked})


BRIDGE = Planned("glute-bridge", kind=SessionKind.DRILL)


def play_drill(services: Services, seconds: ManualClock) -> None:
    """To its end, every question left unanswered."""
    service = services.players.running
    while not service._player.is_over:
        if service.state is PlayerState.WAITING:
            service.skip_check()
        else:
            seconds.advance(0.5)
            service._tick()


def test_a_drill_follows_the_stretch_and_a_release_the_drill_each_in_its_own_player(
    flow, stage, knots, services, seconds, fitting
):
    page = set_out(flow, stage, knots[:1], BRIDGE, item(services, knots[1]))
    kinds = [(item.content_id, item.kind) for item in page.then]
    assert kinds[0] == ("glute-bridge", SessionKind.DRILL)
    assert [item.content_id for item in page.then][-1] == STRETCH  # after the last that presses
    notes = " ".join(w.text() for note in page.findChildren(Note) for w in note.findChildren(Words))
    assert f"{services.library.drills['glute-bridge'].title}, " in notes
    start(page)
    first = play_to_its_end(services, seconds)
    drill = stage.page
    assert isinstance(drill, DrillPlayer)
    assert drill.service.snapshot.segment.step.cue == "Put the ball away"
    assert drill.service.session.set_id == first.id
    assert not drill.detail.isHidden()  # there is time to read
    assert drill.detail.text().startswith(f"Next: {drill.service.session.title}. About 6 min.")
    play_drill(services, seconds)
    second = player(stage).service
    assert second.session.knot_ids == (knots[1],)
    play_to_its_end(services, seconds)
    play_to_its_end(services, seconds)
    summary = stage.page.findChild(SessionSummary)
    words = " ".join(label.text() for label in summary.findChildren(QLabel))
    assert words.count("before, 4 after") == 2
    assert "of practice in the same session." in words
    assert {one.end for one in services.practice.sessions()} == {SessionEnd.DONE}


def test_a_set_that_ends_with_a_drill_tells_of_the_knots_too(flow, stage, knots, services, seconds, fitting):
    start(set_out(flow, stage, knots[:1], BRIDGE))
    play_to_its_end(services, seconds)
    play_to_its_end(services, seconds)  # the stretch
    play_drill(services, seconds)
    summary = stage.page.findChild(SessionSummary)
    words = " ".join(label.text() for label in summary.findChildren(QLabel))
    assert words.count("before, 4 after") == 1
    assert "of release in the same session." in words
    assert "Tomorrow one tap asks how sore the spot is." in words
    stage.page.closed.emit()
    assert stage.page is None


def test_an_item_that_is_skipped_through_leads_to_the_next_and_the_stretch_is_for_what_was_pressed(
    flow, stage, knots, services, seconds
):
    start(set_out(flow, stage, knots))
    play_to_its_end(services, seconds)
    second = player(stage).service
    while not second._player.is_over:
        second.skip()
    assert services.practice.session(second.session.id).end is SessionEnd.DISCARDED
    stretch = player(stage).service.session
    assert (stretch.content_id, stretch.sides) == (STRETCH, (Side.RIGHT,))


def test_an_item_that_is_left_before_anything_was_done_ends_the_set(flow, stage, knots, services, seconds):
    start(set_out(flow, stage, knots))
    play_to_its_end(services, seconds)
    QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    assert stage.page.findChild(SessionSummary) is not None
    assert services.practice.left_between() is None


def test_each_kind_of_item_can_be_the_first_of_a_set(stage, knots, services, theme, fitting):
    flows = Flows(services, theme, stage)
    bridge = services.library.drills["glute-bridge"]
    flows.start_set((BRIDGE, item(services, knots[1])))
    assert isinstance(stage.page, DrillDetail)
    assert [one.content_id for one in stage.page.then] == ["ham-itb-seam", STRETCH]
    flows.start_set((Planned("evening-12", tuple(Side)), BRIDGE))
    assert stage.page.routine.id == "evening-12"
    assert [one.content_id for one in stage.page.then] == [bridge.id]  # it holds the stretch itself
    flows.start_set((item(services, knots[0]), BRIDGE))
    assert [one.content_id for one in stage.page.then] == [STRETCH, bridge.id]


def test_the_questions_for_a_drill_are_asked_before_the_set_begins(flow, stage, knots):
    flow.release_knot(knots[0], (BRIDGE,))
    assert isinstance(stage.page, ScreeningPage)


def test_a_drill_that_an_answer_speaks_against_is_left_out(flow, stage, knots, services, seconds, fitting):
    start(set_out(flow, stage, knots[:1], BRIDGE))
    play_to_its_end(services, seconds)
    services.screening.save({"pressure": ["pregnant"]})  # no lying on the back
    play_to_its_end(services, seconds)
    assert stage.page.findChild(SessionSummary) is not None


def test_a_kill_between_two_items_leaves_the_rest_to_go_on_with(
    flow, stage, knots, services, seconds, theme, monkeypatch, fitting
):
    """What was done is on disk, and what follows never began: at the next start its player comes."""
    start(set_out(flow, stage, knots, BRIDGE))
    monkeypatch.setattr(flow, "_begin", lambda _begin: None)  # the process is gone before that
    first = play_to_its_end(services, seconds)
    services.players.close()
    stage.close_player()
    assert services.practice.unfinished() is None
    flows = Flows(services, theme, stage)
    flows.offer_resume()
    (dialog,) = stage.findChildren(ResumeDialog)
    seam = services.library.routines[first.following[0].content_id]
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"Cut off before “{seam.title}”" in said
    assert f"“{first.title}” is done and stored." in said
    assert [button.text() for button in dialog.findChildren(Button)] == ["Save what was done", "Resume"]
    QTest.mouseClick(dialog.findChildren(Button)[1], Qt.MouseButton.LeftButton)
    service = player(stage).service
    assert (service.session.knot_ids, service.session.set_id) == ((knots[1],), first.id)
    for _ in range(2):
        play_to_its_end(services, seconds)
    play_drill(services, seconds)
    words = " ".join(label.text() for label in stage.page.findChild(SessionSummary).findChildren(QLabel))
    assert words.count("before, 4 after") == 2  # also of the one before the kill


def test_the_rest_can_be_left_and_is_not_offered_again(
    flow, stage, knots, services, seconds, theme, monkeypatch
):
    start(set_out(flow, stage, knots))
    monkeypatch.setattr(flow, "_begin", lambda _begin: None)
    first = play_to_its_end(services, seconds)
    services.players.close()
    stage.close_player()
    flows = Flows(services, theme, stage)
    flows.offer_resume()
    (dialog,) = stage.findChildren(ResumeDialog)
    QTest.mouseClick(dialog.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert services.practice.left_between() is None
    assert services.practice.session(first.id).end is SessionEnd.DONE


def test_between_items_no_tone_tells_an_end(services, knots):
    from unknot.domain.score import score
    from unknot.domain.unfold import unfold_routine

    timeline = unfold_routine(services.library.routines[STRETCH], (Side.RIGHT,))
    last = timeline.segments[-1]
    assert score(timeline, last, last.start).notes[-1].tone is Tone.END
    assert Tone.END not in {note.tone for note in score(timeline, last, last.start, closing=False).notes}
