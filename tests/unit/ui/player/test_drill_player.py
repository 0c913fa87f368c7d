"""A drill on a manual clock with a real history, played by keys and taps in its player."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from helpers.audit import audit
from helpers.clock import ManualClock
from helpers.speaker import SilentSpeaker
from unknot import paths
from unknot.content.gait import GaitLibrary, load_gait
from unknot.content.library import Library, load_library
from unknot.domain.drill_cues import cue_of
from unknot.domain.drill_result import given_in
from unknot.domain.practice import SessionEnd, StepEnd
from unknot.domain.snapshot import PlayerState
from unknot.domain.soreness import DRILL_SCORE, sore_points
from unknot.domain.steps import SET_KINDS, StepKind
from unknot.domain.tone import Tone
from unknot.services.journal import Journal
from unknot.services.player import PlayerFactory, PlayerService
from unknot.services.practice import Practice
from unknot.services.settings import Settings
from unknot.storage.history import open_history
from unknot.ui.drills.stop_words import stop_words
from unknot.ui.player.asked_after import AskedAfter
from unknot.ui.player.drill_player import DrillPlayer
from unknot.ui.theme import Theme


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(paths.resources())


@pytest.fixture(scope="session")
def gait() -> GaitLibrary:
    return load_gait(paths.resources())


@dataclass
class Play:
    """A player on screen, the session behind it, and the hand on the clock."""

    player: DrillPlayer
    service: PlayerService
    clock: ManualClock
    settings: Settings
    practice: Practice
    speakers: list[SilentSpeaker]

    def run(self, seconds: float) -> None:
        """Let time pass in small steps, as the timer would see it."""
        left = seconds
        while left > 1e-9:
            step = min(1.0, left)
            self.clock.advance(step)
            left -= step
            self.service._tick()

    def until(self, state: PlayerState) -> None:
        """Let time pass until the session is in this state."""
        for _ in range(4000):
            if self.service.state is state:
                return
            self.run(0.5)
        raise AssertionError(f"it never came to {state}")

    def until_kind(self, kind: StepKind) -> None:
        """Let time pass until such a step is on."""
        for _ in range(4000):
            if self.service.snapshot.segment.step.kind is kind:
                return
            self.run(0.5)
        raise AssertionError(f"there was no {kind}")

    def key(self, key: Qt.Key) -> None:
        """Press a key, wherever the focus is."""
        QTest.keyClick(self.player.focusWidget() or self.player, key)


Start = Callable[..., Play]


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, tmp_path: Path, library: Library, gait: GaitLibrary) -> Iterator[Start]:
    """Start a drill by its id; `own` is the counted step rate."""
    history = open_history(tmp_path, paths.migrations())
    now = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    clock = ManualClock()
    settings, practice = Settings(history), Practice(history, lambda: now)
    settings.choose(prepare_s=0)
    speakers: list[SilentSpeaker] = []
    kept: list[DrillPlayer] = []  # or the collector takes a window away while it is painted

    def speaker() -> SilentSpeaker:
        speakers.append(SilentSpeaker(clock))
        return speakers[-1]

    factory = PlayerFactory(
        library.routines, library.drills, Journal(history, lambda: now), practice, settings, lambda: now,
        clock=clock, speaker=speaker,
    )  # fmt: skip

    def begin(drill_id: str, *, own: int = 0, size: tuple[int, int] = (1440, 900)) -> Play:
        settings.choose(step_rate_spm=own)
        drill = library.drills[drill_id]
        service = factory.start_drill(drill)
        player = DrillPlayer(service, drill, gait, theme, settings)
        qtbot.addWidget(player)
        kept.append(player)
        player.resize(*size)
        player.show()
        player.setFocus()
        service.start()
        return Play(player, service, clock, settings, practice, speakers)

    yield begin
    factory.close()
    for player in kept:
        player.close()
    history.close()


def test_the_foot_lands_on_every_click(start: Start):
    play = start("quick-step-metronome", own=166)
    play.run(70.0)
    clicks = [n.at for n in play.speakers[-1].played[-1][1] if n.tone in {Tone.CLICK, Tone.ACCENT}]
    ahead = [at for at in clicks if at > 70.0][:6]
    for at in ahead:
        play.run(at - play.service.snapshot.position)
        play.player._frame()
        runner = play.player.picture.stage.runner
        assert runner is not None
        nearest = min(abs(runner.phase - landing) for landing in (0.0, 0.5, 1.0))
        assert nearest * runner.style_shown.stride_time_s < 0.001


def test_the_tempo_starts_from_the_counted_steps_and_keeps_within_ten_per_cent(start: Start):
    play = start("quick-step-metronome", own=166)
    play.run(61.0)
    assert play.player.beat.accessibleName() == "174 beats a minute. your 166 + 5 %"
    for _ in range(20):
        play.key(Qt.Key.Key_Plus)
    assert play.service.snapshot.bpm == 182
    assert not play.player.beat.faster.isEnabled()


def test_without_a_counted_rate_the_card_says_to_count_first(start: Start):
    play = start("quick-step-metronome")
    play.run(61.0)
    assert play.player.beat.accessibleName() == "170 beats a minute. count your own steps first"


def test_m_silences_the_beat_and_the_choice_is_kept(start: Start):
    play = start("quick-step-metronome")
    play.run(61.0)
    play.key(Qt.Key.Key_M)
    assert not play.settings.choices.metronome
    assert not [n for n in play.speakers[-1].played[-1][1] if n.tone is Tone.CLICK]
    assert play.service.snapshot.beats is not None


def test_m_is_the_mini_player_where_there_is_no_metronome_and_shift_m_everywhere(start):
    play = start("glute-bridge")
    play.key(Qt.Key.Key_M)
    assert play.player.mini.mini is not None
    play.player.mini.leave()
    play = start("quick-step-metronome")
    QTest.keyClick(play.player, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert play.player.mini.mini is not None
    assert play.settings.choices.metronome
    assert play.player.mini.mini.plate.isHidden()
    assert play.player.mini.mini.pressure.isHidden()
    play.player.mini.shut()


def test_a_frame_on_stops_the_session_and_moves_only_the_picture(start: Start):
    play = start("quick-step-metronome")
    play.run(70.0)
    play.player._frame()
    before = play.player.picture.stage.phase
    play.key(Qt.Key.Key_Period)
    assert play.service.state is PlayerState.PAUSED
    assert play.player.picture.stage.phase == pytest.approx((before + 0.025) % 1.0)
    play.key(Qt.Key.Key_Comma)
    assert play.player.picture.stage.phase == pytest.approx(before)
    play.key(Qt.Key.Key_Space)
    assert play.service.state is PlayerState.RUNNING


def test_brackets_slow_the_picture_and_say_that_the_sound_keeps_its_tempo(start: Start, qtbot: QtBot):
    play = start("quick-step-metronome")
    play.run(61.0)
    with qtbot.waitSignal(play.service.noticed) as told:
        play.key(Qt.Key.Key_BracketLeft)
    assert "every second beat" in told.args[0]
    assert play.settings.choices.picture_speed == 50
    play.key(Qt.Key.Key_BracketRight)
    assert play.settings.choices.picture_speed == 100


@pytest.mark.parametrize(("slower", "every"), [(0, 1), (1, 2), (2, 4)])
def test_a_slowed_picture_lands_on_every_second_or_fourth_click(start: Start, slower: int, every: int):
    play = start("quick-step-metronome", own=166)
    play.run(70.0)
    for _ in range(slower):
        play.key(Qt.Key.Key_BracketLeft)
    clicks = [n.at for n in play.speakers[-1].played[-1][1] if n.tone in {Tone.CLICK, Tone.ACCENT}]
    runner = play.player.picture.stage.runner
    assert runner is not None
    landed = []
    for at in [at for at in clicks if at > 70.0][:8]:
        play.run(at - play.service.snapshot.position)
        play.player._frame()
        landed.append(min(runner.phase % 0.5, 0.5 - runner.phase % 0.5) < 1e-3)
    assert sum(landed) == 8 // every


def test_scrubbing_holds_the_session_and_moves_the_picture_alone(start: Start):
    play = start("quick-step-metronome")
    play.run(61.0)
    strip = play.player.picture.strip
    before = play.service.snapshot.position
    for share in (0.25, 0.75):
        QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(strip.width() * share), 20))
        QTest.mouseRelease(strip, Qt.MouseButton.LeftButton)
        assert play.service.state is PlayerState.PAUSED
        assert play.player.picture.stage.phase == pytest.approx(share, abs=0.03)
    assert play.service.snapshot.position == before
    runner = play.player.picture.stage.runner
    assert runner is not None
    assert runner.phase == pytest.approx(play.player.picture.stage.phase)


def test_the_ghost_comes_and_goes_on_request(start: Start):
    play = start("quick-step-metronome")
    play.run(61.0)
    runner = play.player.picture.stage.runner
    assert runner is not None
    assert runner.ghost == ""
    play.key(Qt.Key.Key_G)
    assert runner.ghost == "overstride_heel"
    assert play.settings.choices.ghost
    play.key(Qt.Key.Key_G)
    assert runner.ghost == ""
    assert not play.settings.choices.ghost


def test_the_ghost_stands_beside_on_request(start: Start):
    play = start("quick-step-metronome")
    play.run(61.0)
    picture = play.player.picture
    runner = picture.stage.runner
    assert runner is not None
    play.key(Qt.Key.Key_G)
    behind = runner.grab().toImage()
    play.key(Qt.Key.Key_Y)
    assert play.settings.choices.ghost_beside
    assert "Beside it, dashed" in runner.accessibleDescription()
    assert runner.grab().toImage() != behind
    play.key(Qt.Key.Key_G)
    assert not picture.beside.isVisible()


def test_one_phase_is_played_round_and_round_while_the_session_stands_still(start: Start):
    play = start("quick-step-metronome")
    play.run(61.0)
    picture = play.player.picture
    play.key(Qt.Key.Key_K)
    assert play.service.state is PlayerState.PAUSED
    span = next(one for one in picture.stage.spans() if one.holds(picture.stage.phase))
    cycle = picture.stage.cycle_s * 1000
    phases = [picture._looping.phase_after(ms) for ms in range(0, round(3 * cycle), 20)]
    assert all(span.start <= phase < span.end for phase in phases)
    assert phases.count(min(phases)) >= 1
    assert max(phases) - min(phases) > 0.9 * (span.end - span.start)
    play.key(Qt.Key.Key_Space)
    assert not picture.loop.isChecked()
    assert play.service.state is PlayerState.RUNNING


def test_a_technique_cue_that_is_said_stands_in_the_place_of_the_steps_own(start: Start):
    play = start("glute-bridge")
    own = play.player.cue.text()
    play.service.prompted.emit("Hold. Glutes hard, ribs down.")
    assert play.player.cue.text() == "Hold. Glutes hard, ribs down."
    play.player._told_for.stop()
    play.player.show_snapshot(play.service.snapshot)
    assert play.player.cue.text() == own


def test_the_cue_of_the_session_appears_at_the_moment_it_is_said(start: Start, library: Library):
    play = start("quick-step-metronome")
    play.until_kind(StepKind.RUN)
    cue = cue_of(library.drills["quick-step-metronome"], 0)
    assert cue is not None
    at = next(one.at for one in play.service.snapshot.segment.step.prompts if one.say == cue.say)
    play.run(at - play.service.snapshot.in_step - 0.1)
    assert play.player.cue.text() != cue.say
    play.run(0.2)
    assert play.player.cue.text() == cue.say


def test_repetitions_counted_by_key_end_the_set_with_the_last(start: Start):
    play = start("glute-bridge")
    play.run(15.0 + 8.0)
    first = play.service.snapshot.segment
    assert first.step.tempo_s
    for number in range(1, 10):
        play.key(Qt.Key.Key_N)
        play.player.show_snapshot(play.service.snapshot)
        assert play.player.count.accessibleName().startswith(f"{number + 1} of 10 reps")
    play.key(Qt.Key.Key_N)
    assert play.service.snapshot.segment.index == first.index + 1
    (step,) = [one for one in play.practice.sessions()[0].steps if one.index == first.index]
    assert step.end is StepEnd.DONE


def test_a_pause_counts_nothing(start: Start):
    play = start("glute-bridge")
    play.run(15.0 + 8.0)
    play.key(Qt.Key.Key_N)
    play.key(Qt.Key.Key_Space)
    play.key(Qt.Key.Key_N)
    play.key(Qt.Key.Key_Space)
    play.key(Qt.Key.Key_N)
    play.player.show_snapshot(play.service.snapshot)
    assert play.player.count.accessibleName().startswith("3 of 10 reps")


def test_each_rest_names_one_common_fault_and_what_to_do(start: Start):
    play = start("glute-bridge")
    seen = []
    for _ in range(2):
        while play.service.snapshot.segment.step.kind is not StepKind.REST:
            play.run(1.0)
            assert (
                not play.player.fault.isVisible() or play.service.snapshot.segment.step.kind is StepKind.REST
            )
        play.player.show_snapshot(play.service.snapshot)
        assert play.player.fault.isVisible()
        seen.append(play.player.fault.accessibleName())
        play.key(Qt.Key.Key_Right)
    faults = play.player._drill.faults
    assert seen == [f"{fault.see}? {fault.do}" for fault in faults[:2]]


def test_a_pause_in_a_set_gives_time_to_read_all_that_can_go_wrong(start: Start):
    play = start("glute-bridge")
    play.run(15.0 + 8.0)
    play.key(Qt.Key.Key_Space)
    play.player.show_snapshot(play.service.snapshot)
    assert all(fault.see in play.player.detail.text() for fault in play.player._drill.faults)


def test_the_bridge_counts_repetitions_and_names_the_part(start: Start):
    play = start("glute-bridge")
    play.run(15.0 + 21.0)
    play.player.show_snapshot(play.service.snapshot)
    assert play.player.count.accessibleName() == "4 of 10 reps Set 1 of 3"
    assert play.player.reps.accessibleName() == "3 of 10 done. Hold"
    assert play.player.picture.stage.pose.motion.id == "glute-bridge"
    assert not play.player.beat.isVisible()


def test_a_running_drill_shows_the_walk_between_its_sets(start: Start):
    play = start("quick-step-metronome")
    play.run(5.0)
    assert not play.player.picture.stage.runs
    assert play.player.picture.stage.pose.motion.id == "walk"
    play.run(60.0)
    assert play.player.picture.stage.runs


def test_the_wall_drill_is_mirrored_for_the_left_leg(start: Start):
    play = start("wall-push-off")
    play.run(20.0)
    assert play.service.snapshot.side.value == "left"
    assert play.player.picture.stage.pose.mirrored


def test_a_check_waits_for_both_scores_and_keeps_them(start: Start):
    play = start("glute-bridge")
    play.until(PlayerState.WAITING)
    assert [line.question.id for line in play.player.scores.lines] == ["rpe_0_10", "glute_felt_0_10"]
    play.key(Qt.Key.Key_6)
    assert not play.player.scores.save.isEnabled()
    play.key(Qt.Key.Key_T)
    play.key(Qt.Key.Key_Return)
    step = play.practice.session(play.service.session.id).steps[-1]
    assert step.values == {"rpe_0_10": 6, "glute_felt_0_10": 10}


def test_a_screen_reader_answers_a_check_and_chooses_the_speed(start: Start, qtbot: QtBot):
    play = start("jog-in-place")
    play.until_kind(StepKind.RUN)
    speed = play.player.picture.speed
    read_out(speed.segments[0])
    qtbot.waitUntil(lambda: play.settings.choices.picture_speed == speed.segments[0].value)
    play.until(PlayerState.WAITING)
    panel = play.player.scores
    for line in panel.lines:
        if line.keys:
            read_out(line.keys[3])
    qtbot.waitUntil(panel.save.isEnabled)
    assert all(line.value == line.keys[3].value for line in panel.lines if line.keys)


def read_out(button: QWidget) -> None:
    """Choose a button as a screen reader does."""
    action = QAccessible.queryAccessibleInterface(button).actionInterface()
    action.doAction(QAccessibleActionInterface.toggleAction())


def test_tab_comes_to_the_scores_and_to_save_before_it_comes_to_the_transport(start: Start, qtbot: QtBot):
    play = start("glute-bridge")
    play.player.activateWindow()
    qtbot.waitUntil(play.player.isActiveWindow)
    play.player.transport.skip.setFocus(Qt.FocusReason.TabFocusReason)
    play.until(PlayerState.WAITING)
    assert play.player.hasFocus()  # on Skip, Enter would have thrown the answers away
    seen: list[QWidget | None] = []
    for key in (Qt.Key.Key_6, Qt.Key.Key_7):
        play.key(key)
    for _ in range(14):
        play.key(Qt.Key.Key_Tab)
        seen.append(play.player.focusWidget())
    scores, transport = play.player.scores, play.player.transport
    wanted = [scores.lines[0].keys[6], scores.lines[1].keys[7], scores.save, *transport.buttons()]
    places = [seen.index(part) for part in wanted if part.isEnabled()]
    assert places == sorted(places)


def test_answers_that_are_all_given_are_kept_also_where_the_check_is_skipped(start: Start):
    play = start("glute-bridge")
    play.until(PlayerState.WAITING)
    play.key(Qt.Key.Key_6)
    play.key(Qt.Key.Key_7)
    play.player.transport.skip.click()
    step = play.practice.session(play.service.session.id).steps[-1]
    assert step.values == {"rpe_0_10": 6, "glute_felt_0_10": 7}


def test_a_skipped_check_is_kept_as_not_rated(start: Start):
    play = start("glute-bridge")
    play.until(PlayerState.WAITING)
    play.key(Qt.Key.Key_Right)
    assert play.player.bar.isVisible()
    assert "Kept as not rated" in play.player.bar.accessibleName() + " ".join(
        label.text() for label in play.player.bar.findChildren(QLabel)
    )
    step = play.practice.session(play.service.session.id).steps[-1]
    assert step.values == {}
    assert play.service.snapshot.segment.step.id == "finish"


def test_the_last_step_asks_for_what_no_check_asked_and_the_summary_shows_it(start: Start, qtbot: QtBot):
    play = start("glute-bridge")
    play.until(PlayerState.WAITING)
    play.key(Qt.Key.Key_6)
    play.key(Qt.Key.Key_7)
    play.key(Qt.Key.Key_Return)
    play.run(0.5)
    assert [line.question.id for line in play.player.scores.lines] == ["reps", "quality_0_3"]
    play.player.scores.lines[0].fewer.click()
    play.key(Qt.Key.Key_2)
    play.key(Qt.Key.Key_Return)
    play.until(PlayerState.DONE)
    values = {
        k: v for step in play.practice.session(play.service.session.id).steps for k, v in step.values.items()
    }
    assert values == {"rpe_0_10": 6, "glute_felt_0_10": 7, "reps": 29, "quality_0_3": 2}
    with qtbot.waitSignal(play.player.closed):
        play.key(Qt.Key.Key_Return)


def ended_early(play: Play) -> AskedAfter:
    """What is asked after two Esc in the first set."""
    play.until_kind(StepKind.RUN)
    play.run(12.0)
    play.key(Qt.Key.Key_Escape)
    play.key(Qt.Key.Key_Escape)
    (asked,) = play.player.findChildren(AskedAfter)
    return asked


def test_a_running_drill_that_is_ended_early_asks_for_calf_and_heel_cord(start: Start):
    play = start("jog-in-place")
    asked = ended_early(play)
    assert asked.isVisible()
    assert [line.question.id for line in asked.lines] == ["knee_pain_0_10", "calf_pain_0_10"]
    play.key(Qt.Key.Key_1)
    play.key(Qt.Key.Key_3)
    kept = play.practice.session(play.service.session.id)
    assert kept is not None
    assert kept.end is SessionEnd.PARTIAL
    assert [(one.either, one.drill) for one in sore_points((), [kept])] == [(3, kept.title)]
    asked.lines[1].keys[4].click()  # and thinks again
    kept = play.practice.session(play.service.session.id)
    assert [one.either for one in sore_points((), [kept])] == [4]
    assert not asked.said.text()
    play.key(Qt.Key.Key_Return)


def test_it_asks_nothing_that_was_rated_already_and_keeps_half_an_open_check(start: Start):
    play = start("jog-in-place")
    play.until_kind(StepKind.RUN)
    play.run(12.0)
    play.service.jump(len(play.service.timeline.segments) - 1)
    assert play.service.state is PlayerState.WAITING
    line = next(line for line in play.player.scores.lines if line.question.id == "calf_pain_0_10")
    line.choose(2)
    play.key(Qt.Key.Key_Escape)
    play.key(Qt.Key.Key_Escape)
    kept = play.practice.session(play.service.session.id)
    assert kept is not None
    assert given_in(kept.steps)["calf_pain_0_10", None] == 2
    asked = play.player.findChildren(AskedAfter)
    assert not any(line.question.id == "calf_pain_0_10" for one in asked for line in one.lines)


@pytest.mark.parametrize(("score", "told"), [(Qt.Key.Key_4, False), (Qt.Key.Key_5, True)])
def test_a_calf_of_five_is_a_stop_sign_and_is_told_so(start: Start, score: Qt.Key, told: bool):
    play = start("jog-in-place")
    asked = ended_early(play)
    play.key(Qt.Key.Key_2)
    play.key(score)
    assert ("no more running today" in asked.said.text()) is told
    assert asked.said.isVisible()


@pytest.mark.parametrize(("values", "lines"), [((4, 4), 0), ((5, 4), 1), ((4, 5), 1), ((9, 8), 2)])
def test_a_stop_sign_is_told_at_a_regular_end_too(values: tuple[int, int], lines: int):
    assert len(stop_words({"calf_pain_0_10": values[0], "knee_pain_0_10": values[1]})) == lines


def test_who_leaves_it_unrated_has_ended_all_the_same(start: Start):
    play = start("jog-in-place")
    ended_early(play)
    play.key(Qt.Key.Key_Return)
    kept = play.practice.session(play.service.session.id)
    assert kept is not None
    assert kept.end is SessionEnd.PARTIAL
    assert not sore_points((), [kept])


def test_who_jumped_back_after_a_set_is_asked_and_who_jumped_ahead_is_not(start: Start):
    back = start("jog-in-place")
    back.until_kind(StepKind.RUN)
    back.run(12.0)
    back.service.jump(0)
    back.run(2.0)
    back.service.end()
    assert back.player.findChildren(AskedAfter)
    ahead = start("jog-in-place")
    ahead.run(3.0)
    ahead.service.jump(len(ahead.service.timeline.segments) - 1)
    ahead.service.end()
    assert not ahead.player.findChildren(AskedAfter)


@pytest.mark.parametrize(("drill", "seconds"), [("jog-in-place", 1.5), ("glute-bridge", 60.0)])
def test_nothing_is_asked_before_a_set_began_or_where_the_calf_has_no_work(
    start: Start, drill: str, seconds: float
):
    play = start(drill)
    play.run(seconds)
    play.key(Qt.Key.Key_Escape)
    play.key(Qt.Key.Key_Escape)
    assert not play.player.is_on
    assert not play.player.findChildren(AskedAfter)


def test_every_drill_that_asks_about_the_calf_asks_when_it_ends_in_its_first_set(
    start: Start, library: Library
):
    asking = [drill.id for drill in library.drills.values() if any(s.id == DRILL_SCORE for s in drill.score)]
    assert len(asking) == 8
    for name in asking:
        play = start(name)
        segments = play.service.timeline.segments
        play.service.jump(next(one.index for one in segments if one.step.kind in SET_KINDS))
        play.run(5.0)
        play.service.end()
        (asked,) = play.player.findChildren(AskedAfter)
        next(line for line in asked.lines if line.question.id == DRILL_SCORE).choose(1)
        kept = play.practice.session(play.service.session.id)
        assert kept is not None
        assert given_in(kept.steps)[DRILL_SCORE, None] == 1, name


def test_too_much_pauses_and_offers_to_skip_or_end(start: Start):
    play = start("wall-push-off")
    play.run(20.0)
    play.key(Qt.Key.Key_H)
    assert play.service.state is PlayerState.PAUSED
    assert [button.text() for button in play.player.prompt.buttons()] == ["Skip this step", "End here"]


def test_with_reduced_motion_the_picture_stands_until_it_is_stepped(start: Start, theme: Theme):
    theme.reduced_motion = True
    try:
        play = start("quick-step-metronome")
        play.run(61.0)
        assert not play.player._frames.isActive()
    finally:
        theme.reduced_motion = False


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
@pytest.mark.parametrize("drill_id", ["glute-bridge", "quick-step-metronome", "wall-push-off"])
def test_the_player_passes_the_audit_of_texts_and_controls(
    start: Start, drill_id: str, size: tuple[int, int]
):
    play = start(drill_id, size=size)
    play.run(80.0)
    play.player.bar.put_away()
    QTest.qWait(0)
    assert audit(play.player) == []
