"""Each of the twenty-four drills: listed, opened, started, and played to its end with every score given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from helpers.clock import ManualClock
from unknot import paths
from unknot.content.routines import read_drills
from unknot.domain.body import Side
from unknot.domain.drill_result import given_in
from unknot.domain.practice import Session, SessionEnd, StepEnd
from unknot.domain.snapshot import PlayerState
from unknot.domain.steps import StepKind
from unknot.services.bundle import Services
from unknot.ui.drills.drill_detail import DrillDetail
from unknot.ui.drills.drill_flow import DrillFlow
from unknot.ui.player.drill_player import DrillPlayer
from unknot.ui.player.drill_stage import DrillStage
from unknot.ui.theme import Theme

DRILLS = read_drills(paths.resources() / "content/en/drills")


@pytest.fixture(autouse=True)
def let_go_at_the_end(fitting: Services) -> Iterator[None]:
    """A session that a test leaves open is let go of."""
    yield
    fitting.players.close()


def start(flow: DrillFlow, stage, drill_id: str) -> DrillPlayer:
    flow.start_drill(drill_id)
    assert isinstance(stage.page, DrillDetail)
    for row in stage.page.setup.rows:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.mouseClick(stage.page.start, Qt.MouseButton.LeftButton)
    assert isinstance(stage.page, DrillPlayer)
    return stage.page


def answer(player: DrillPlayer) -> None:
    """Every scale by its lowest key but one; what is counted stays where it begins."""
    assert player.scores.lines
    for line in player.scores.lines:
        if line.keys:
            line.keys[1].click()
    player.scores.save.click()


def play_to_its_end(player: DrillPlayer, services: Services, seconds: ManualClock) -> Session:
    service = player.service
    for _ in range(6000):
        if service.state is PlayerState.DONE:
            break
        if service.state is PlayerState.WAITING:
            answer(player)
            continue
        seconds.advance(0.5)
        service._tick()
    session = services.practice.session(service.session.id)
    assert session is not None
    return session


@pytest.mark.parametrize("name", DRILLS)
def test_it_is_played_to_its_end_and_keeps_every_score(
    fitting: Services, seconds: ManualClock, theme: Theme, stage, name: str
):
    drill = DRILLS[name]
    player = start(DrillFlow(fitting, theme, stage, stage), stage, name)
    session = play_to_its_end(player, fitting, seconds)
    assert (session.content_id, session.end) == (name, SessionEnd.DONE)
    assert session.total_s == drill.total_seconds
    assert {step.end for step in session.steps} == {StepEnd.DONE}
    assert session.sides == ((Side.LEFT, Side.RIGHT) if drill.has_sides else ())
    given = given_in(session.steps)
    for score in drill.score:
        sides = set(Side) if score.per_side else {None}
        assert {side for name, side in given if name == score.id} == sides, score.id
    texts = " ".join(label.text() for label in player.findChildren(QLabel))
    for score in drill.score:
        assert fitting.gait.words.score[score.id].ask in texts


@pytest.mark.parametrize("name", DRILLS)
def test_every_step_has_its_picture_and_work_moves(fitting: Services, theme: Theme, qtbot, name: str):
    drill = DRILLS[name]
    service = fitting.players.start_drill(drill)
    stage = DrillStage(drill, theme, fitting.gait)
    qtbot.addWidget(stage)
    stage.resize(640, 560)
    service.start()
    poses = fitting.gait.drill(name)
    for segment in service.timeline.segments:
        service.jump(segment.index)
        snapshot = service.snapshot
        stage.show_step(snapshot)
        stage.follow(snapshot)
        working = segment.step.kind in {StepKind.WORK, StepKind.HOLD, StepKind.RUN}
        assert stage.moves or not working
        shown = stage.pose.motion
        if not stage.runs:
            assert shown is not None
            wanted = (poses.steps or {}).get(segment.step.id, poses.motion)
            assert not working or shown.id == wanted
        assert not stage.grab().isNull()


def test_a_hold_ends_with_space_and_its_seconds_can_be_put_right(
    fitting: Services, seconds: ManualClock, theme: Theme, stage
):
    player = start(DrillFlow(fitting, theme, stage, stage), stage, "single-leg-bridge-hold-test")
    service = player.service
    while not service.snapshot.segment.step.open_ended:
        seconds.advance(0.5)
        service._tick()
    for _ in range(46):
        seconds.advance(0.5)
        service._tick()
    assert player.let_go.isVisible()
    QTest.keyClick(player, Qt.Key.Key_Space)
    assert service.state is PlayerState.WAITING
    (count,) = [line for line in player.scores.lines if line.question.id == "hold_s"]
    assert count.value == 23
    count.more.click()
    answer(player)
    session = play_to_its_end(player, fitting, seconds)
    given = given_in(session.steps)
    assert (given["hold_s", Side.LEFT], given["hold_s", Side.RIGHT]) == (24, 60)
    texts = " ".join(label.text() for label in player.findChildren(QLabel))
    assert "Left 24 s, right 60 s" in texts
    assert "Left: Bridge march and walk-outs on strength days." in texts
    assert "Left is 60 % behind, as far as one try can tell." in texts
    assert "not a diagnosis" in texts


def test_after_an_uneven_check_the_weaker_leg_begins(
    fitting: Services, seconds: ManualClock, theme: Theme, stage
):
    hold = start(DrillFlow(fitting, theme, stage, stage), stage, "single-leg-bridge-hold-test")
    for reached in (50, 20):
        while hold.service.state is not PlayerState.WAITING:
            hold.service.skip()
        (count,) = [line for line in hold.scores.lines if line.question.id == "hold_s"]
        count.choose(reached)
        answer(hold)
    play_to_its_end(hold, fitting, seconds)
    hold.closed.emit()
    raised = start(DrillFlow(fitting, theme, stage, stage), stage, "calf-raise-single")
    assert raised.service.session.sides == (Side.RIGHT, Side.LEFT)


def test_what_started_first_is_answered_in_words(
    fitting: Services, seconds: ManualClock, theme: Theme, stage
):
    player = start(DrillFlow(fitting, theme, stage, stage), stage, "prone-hip-extension-check")
    while player.service.state is not PlayerState.WAITING:
        seconds.advance(0.5)
        player.service._tick()
    (line,) = player.scores.lines
    assert [key.text() for key in line.keys] == ["Glute", "Hamstring", "Low back", "Cannot tell"]
    QTest.keyClick(player, Qt.Key.Key_2)
    assert line.accessibleDescription() == "Low back"


def test_the_counted_step_rate_becomes_the_runners_own(
    fitting: Services, seconds: ManualClock, theme: Theme, stage
):
    player = start(DrillFlow(fitting, theme, stage, stage), stage, "step-rate-baseline")
    while player.service.state is not PlayerState.WAITING:
        seconds.advance(0.5)
        player.service._tick()
    (line,) = player.scores.lines
    assert line.value == 170
    line.choose(172)
    player.scores.save.click()
    assert fitting.settings.choices.step_rate_spm == 172


def test_a_fall_start_tips_first_and_then_runs(fitting: Services, theme: Theme, qtbot, seconds: ManualClock):
    drill = DRILLS["fall-start"]
    service = fitting.players.start_drill(drill)
    stage = DrillStage(drill, theme, fitting.gait)
    qtbot.addWidget(stage)
    service.start()
    first = next(s for s in service.timeline.segments if s.step.id == "set_1")
    service.jump(first.index)
    stage.show_step(service.snapshot)
    assert not stage.runs
    for _ in range(3):
        seconds.advance(1.5)
        service._tick()
    stage.follow(service.snapshot)
    assert stage.runs


def test_the_feet_of_a_march_land_on_the_beat(fitting: Services, theme: Theme, qtbot, seconds: ManualClock):
    drill = DRILLS["heel-kiss-march"]
    service = fitting.players.start_drill(drill)
    stage = DrillStage(drill, theme, fitting.gait)
    qtbot.addWidget(stage)
    service.start()
    service.jump(1)
    stage.show_step(service.snapshot)
    for beat in range(1, 6):
        seconds.advance(60 / 90)
        service._tick()
        stage.follow(service.snapshot)
        assert abs((stage.pose.phase - beat / 2 + 0.5) % 1.0 - 0.5) < 1e-6


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
@pytest.mark.parametrize("name", DRILLS)
def test_what_is_asked_leaves_room_for_save(
    fitting: Services, theme: Theme, qtbot, name: str, size: tuple[int, int]
):
    drill = DRILLS[name]
    service = fitting.players.start_drill(drill)
    player = DrillPlayer(service, drill, fitting.gait, theme, fitting.settings)
    qtbot.addWidget(player)
    player.resize(*size)
    player.show()
    service.start()
    for segment in service.timeline.segments:
        if segment.waits:
            service.jump(segment.index)
            last = player.scores.lines[-1].geometry()
            assert last.bottom() <= player.scores.save.geometry().top(), segment.step.id
    player.hide()


@pytest.mark.parametrize(
    ("seen", "name", "style", "short"),
    [
        ("", "quick-step-metronome", "overstride_heel", "Overstride"),
        ("", "long-push-strides", "quick_toe_quad", "Toe steps"),
        ("toe_strike_heel_up:2", "run-walk-cues", "quick_toe_quad", "Toe steps"),
    ],
)
def test_the_ghost_shows_what_the_drill_or_the_runner_works_on(
    fitting: Services, theme: Theme, stage, seen: str, name: str, style: str, short: str
):
    fitting.settings.choose(stride_seen=seen, ghost=True)
    player = start(DrillFlow(fitting, theme, stage, stage), stage, name)
    assert player.picture.stage.runner.ghost == style
    assert player.picture.ghost.text() == short
    assert "an example" in player.picture.ghost.toolTip()


@pytest.mark.parametrize(
    "name", ["wall-push-off", "calf-raise-single", "glute-bridge", "quick-step-metronome"]
)
def test_the_loop_switch_covers_neither_words_nor_ground(fitting: Services, theme: Theme, stage, name: str):
    player = start(DrillFlow(fitting, theme, stage, stage), stage, name)
    player.resize(1024, 700)
    player.show()
    picture, service = player.picture, player.service
    for segment in service.timeline.segments:
        service.jump(segment.index)
        player.show_snapshot(service.snapshot)
        if not picture.loop.isVisible():
            continue
        shown = picture.stage.runner if picture.stage.runs else picture.stage.pose
        loop = picture.loop.geometry()
        assert loop.bottom() < shown.world_view().map(QPointF(0.0, 0.0)).y() - 20
        words_on_the_right = picture.stage.is_turned_round
        assert (loop.center().x() > picture.width() / 2) is not words_on_the_right


@pytest.mark.parametrize(
    ("name", "style", "short"),
    [
        ("heel-kiss-march", "quick_toe_quad", "Toe steps"),
        ("jog-in-place", "quick_toe_quad", "Toe steps"),
        ("uphill-push-walk", "hinged_uphill", "Waist fold"),
    ],
)
def test_a_march_or_a_walk_has_its_example_beside_it_on_request(
    fitting: Services, theme: Theme, stage, name: str, style: str, short: str
):
    player = start(DrillFlow(fitting, theme, stage, stage), stage, name)
    player.show()
    picture, service = player.picture, player.service
    for segment in service.timeline.segments:
        service.jump(segment.index)
        player.show_snapshot(service.snapshot)
        if picture.ghost.isVisible():
            break
    pose = picture.stage.pose
    assert picture.ghost.text() == short
    assert pose.example == ""
    alone = pose.bounds().width()
    picture.ghost.click()
    assert pose.example == style
    assert pose.bounds().width() > alone + 1.0
    assert "an example" in pose.accessibleDescription()
    assert not pose.grab().isNull()
    assert not fitting.settings.choices.ghost  # of running drills, as it was


def test_what_is_no_gait_has_no_example(fitting: Services, theme: Theme, stage):
    player = start(DrillFlow(fitting, theme, stage, stage), stage, "glute-bridge")
    player.show()
    for segment in player.service.timeline.segments:
        player.service.jump(segment.index)
        player.show_snapshot(player.service.snapshot)
        assert not player.picture.ghost.isVisible()
