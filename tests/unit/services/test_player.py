"""A running session: its journal, its sound and voice, its end, and its return after a crash."""

from __future__ import annotations

from uuid import uuid4

import pytest

from helpers.clock import ManualClock
from helpers.full_disk import nothing_can_be_written
from helpers.histories import a_story
from helpers.speaker import FakeRenderer, FakeVoice, SilentSpeaker
from helpers.timelines import a_check, a_routine, a_step, shipped_drill, shipped_routine
from unknot.domain.body import Side
from unknot.domain.knots import CheckOccasion, Size
from unknot.domain.player import PlayerState
from unknot.domain.practice import Planned, SessionEnd, SessionKind, StepEnd
from unknot.domain.spoken import PAUSE_S
from unknot.domain.steps import StepKind
from unknot.domain.tone import SECONDS, Tone, ToneSet
from unknot.domain.unfold import unfold_routine, wording
from unknot.services.journal import Journal
from unknot.services.player import PlayerFactory
from unknot.services.practice import Practice
from unknot.services.settings import Settings

TENDER = "tenderness_0_10"
NO_SOUND = "No sound output was found. The screen still guides you."


class Bench:
    """A factory on a real history, a manual clock, and what its sessions played and said."""

    def __init__(self, history, wall):
        self.history, self.wall = history, wall
        self.clock = ManualClock()
        self.journal, self.practice = Journal(history, wall), Practice(history, wall)
        self.settings = Settings(history)
        self.settings.choose(prepare_s=0)
        self.speaker: SilentSpeaker | None = None
        self.voice: FakeVoice | None = FakeVoice()
        self.renderer: FakeRenderer | None = None
        self.silent, self.late = False, 0.0
        self.knots = []
        self.service = None
        self.heard = {}

    def factory(self):
        routines = {name: shipped_routine(name) for name in ("calf-outer-ball", "after-release-stretch")}
        drills = {
            name: shipped_drill(name) for name in ("quick-step-metronome", "glute-bridge", "side-hip-lift")
        }
        return PlayerFactory(
            routines, drills, self.journal, self.practice, self.settings, self.wall,
            clock=self.clock, speaker=self.open_speaker, narrator=lambda: self.voice,
            renderer=lambda: self.renderer,
        )  # fmt: skip

    def open_speaker(self):
        self.speaker = None if self.silent else SilentSpeaker(self.clock, self.late)
        return self.speaker

    def mark(self, tenderness=7):
        story = a_story(self.wall(), tenderness)
        self.history.knots.add(story)
        self.knots.append(story.knot)
        return story.knot

    def watch(self, service):
        self.service = service
        for name in (
            "moved",
            "step_started",
            "state_changed",
            "prompted",
            "pulsed",
            "noticed",
            "finished",
            "troubled",
        ):
            self.heard[name] = []
            getattr(service, name).connect(self.heard[name].append)
        return service

    def run(self, seconds):
        """Let time pass as the timer does."""
        ticks = max(1, round(seconds / 0.5))
        for _ in range(ticks):
            self.clock.advance(seconds / ticks)
            self.wall.advance(seconds=seconds / ticks)
            self.service._tick()

    def until(self, *states):
        for _ in range(5000):
            if self.service.state in states:
                return
            self.run(0.5)
        raise AssertionError(f"never came to {states}")

    def play_to_end(self, *answers):
        left = list(answers)
        while self.service.state not in {PlayerState.DONE, PlayerState.ENDED}:
            self.until(PlayerState.WAITING, PlayerState.DONE)
            if self.service.state is PlayerState.WAITING:
                self.service.answer({TENDER: left.pop(0)}, Size.PEA)

    def steps(self):
        return self.practice.session(self.service.session.id).steps


@pytest.fixture
def bench(history, clock, qapp):
    one = Bench(history, clock)
    one.players = one.factory()
    yield one
    one.players.close()


def start_calf(bench, *, sides=(Side.RIGHT,), **more):
    knot = bench.mark()
    return bench.watch(
        bench.players.start_routine(shipped_routine(), sides=sides, ceiling=4, knot_ids=[knot.id], **more)
    )


# ------------------------------------------------------------- the journal
def test_a_session_is_in_the_journal_before_it_starts(bench):
    service = start_calf(bench)
    session = bench.practice.unfinished()
    assert session == service.session
    assert (session.kind, session.content_id, session.sides) == (
        SessionKind.RELEASE,
        "calf-outer-ball",
        (Side.RIGHT,),
    )
    assert (session.ceiling, session.total_s, session.knot_ids) == (4, 297.0, (bench.knots[0].id,))
    assert session.places == shipped_routine().targets


def test_every_step_is_on_disk_the_moment_it_ends(bench):
    service = start_calf(bench)
    service.start()
    bench.run(29.5)
    assert bench.steps() == ()
    bench.run(0.5)
    (settle,) = bench.steps()
    assert (settle.step_id, settle.side, settle.seconds, settle.end) == ("settle", None, 30.0, StepEnd.DONE)
    assert bench.practice.session(service.session.id).position_s == 30.0


def test_a_whole_routine_is_kept_step_by_step_and_rates_its_knot(bench):
    service = start_calf(bench)
    service.start()
    bench.play_to_end(7, 4)
    session = bench.practice.session(service.session.id)
    assert [step.step_id for step in session.steps] == [s.step.id for s in service.timeline.segments]
    assert {step.end for step in session.steps} == {StepEnd.DONE}
    assert session.end is SessionEnd.DONE
    assert session.done_s == pytest.approx(sum(step.seconds for step in session.steps))
    checks = bench.journal.knot(bench.knots[0].id).checks[1:]
    assert [(c.tenderness, c.occasion, c.size, c.session_id) for c in checks] == [
        (7, CheckOccasion.BEFORE, Size.PEA, session.id),
        (4, CheckOccasion.AFTER, Size.PEA, session.id),
    ]
    (summary,) = bench.heard["finished"]
    knot = bench.knots[0].id
    assert (summary.before, summary.after, summary.end) == ({knot: 7}, {knot: 4}, SessionEnd.DONE)
    assert summary.session == session


def test_the_leg_without_a_knot_keeps_only_its_values(bench):
    service = start_calf(bench, sides=(Side.LEFT, Side.RIGHT))
    service.start()
    bench.play_to_end(2, 1, 7, 4)
    values = [(step.side, step.values) for step in bench.steps() if step.values]
    assert values == [
        (Side.LEFT, {TENDER: 2}),
        (Side.LEFT, {TENDER: 1}),
        (Side.RIGHT, {TENDER: 7}),
        (Side.RIGHT, {TENDER: 4}),
    ]
    assert [c.tenderness for c in bench.journal.knot(bench.knots[0].id).checks[1:]] == [7, 4]


def test_a_skipped_check_is_kept_as_not_rated(bench):
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    service.skip_check()
    assert (bench.steps()[-1].end, bench.steps()[-1].values) == (StepEnd.SKIPPED, {})
    assert len(bench.journal.knot(bench.knots[0].id).checks) == 1


def test_a_knot_deleted_meanwhile_does_not_stop_the_session(bench):
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    bench.journal.delete_knot(bench.knots[0].id)
    service.answer({TENDER: 5})
    assert bench.steps()[-1].values == {TENDER: 5}


def test_values_of_a_drill_go_into_its_step(bench):
    service = bench.watch(bench.players.start_drill(shipped_drill("glute-bridge")))
    service.start()
    bench.until(PlayerState.WAITING)
    service.answer({"rpe_0_10": 5, "glute_felt_0_10": 8})
    assert bench.steps()[-1].values == {"rpe_0_10": 5, "glute_felt_0_10": 8}


def test_where_it_is_paused_is_on_disk(bench):
    service = start_calf(bench)
    service.start()
    bench.run(12)
    service.pause()
    session = bench.practice.session(service.session.id)
    assert (session.position_s, session.done_s) == (12.0, 12.0)


def test_too_much_is_recorded_and_lowers_every_word(bench):
    service = start_calf(bench)
    service.start()
    bench.run(3)
    service.too_much()
    assert (service.snapshot.ceiling, service.snapshot.lowered) == (3, 1)
    assert service.state is PlayerState.PAUSED
    assert bench.practice.session(service.session.id).lowered == 1


def test_a_lower_ceiling_after_a_rating_is_not_too_much(bench):
    service = start_calf(bench)
    service.cap(3)
    service.start()
    bench.run(3)
    service.too_much()
    assert (service.snapshot.ceiling, service.snapshot.lowered) == (2, 1)
    assert bench.practice.session(service.session.id).lowered == 1
    bench.players.close()
    again = bench.watch(bench.players.resume(bench.practice.unfinished(), most=3))
    assert (again.snapshot.ceiling, again.snapshot.lowered) == (2, 1)


def test_too_much_in_a_drill_is_recorded_too(bench):
    service = bench.watch(bench.players.start_drill(shipped_drill("glute-bridge")))
    service.start()
    bench.run(3)
    service.too_much()
    assert bench.practice.session(service.session.id).lowered == 1


def test_ending_early_keeps_the_minutes(bench):
    service = start_calf(bench)
    service.start()
    bench.run(12)
    service.end()
    session = bench.practice.session(service.session.id)
    assert (session.end, session.done_s) == (SessionEnd.PARTIAL, 12.0)
    assert [(s.step_id, s.end) for s in session.steps] == [("settle", StepEnd.CUT)]
    assert bench.heard["finished"][0].end is SessionEnd.PARTIAL
    assert bench.practice.unfinished() is None


def test_a_session_ended_before_anything_was_done_counts_for_nothing(bench):
    service = start_calf(bench)
    service.end()
    assert bench.practice.session(service.session.id).end is SessionEnd.DISCARDED


def test_a_stop_rule_is_kept_as_such(bench):
    service = start_calf(bench)
    service.start()
    bench.run(5)
    service.end(stopped=True)
    assert bench.practice.session(service.session.id).end is SessionEnd.STOPPED


def test_what_could_not_be_written_is_written_with_the_next_step(bench):
    service = start_calf(bench)
    service.start()
    with nothing_can_be_written(bench.history):
        bench.until(PlayerState.WAITING)
        assert bench.steps() == ()
    assert [trouble.retry for trouble in bench.heard["troubled"]] == [True]
    service.answer({TENDER: 6})
    assert [step.step_id for step in bench.steps()] == ["settle", "before"]
    assert bench.heard["troubled"][1:] == [None]


def test_a_whole_session_on_a_full_disk_is_written_once_there_is_space(bench):
    service = start_calf(bench)
    service.start()
    with nothing_can_be_written(bench.history):
        bench.play_to_end(7, 4)
        service.write_again()
        told = bench.heard["troubled"]
        assert len(told) == 2  # once while it lasted, once more where it was tried again in vain
        assert None not in told
        assert bench.steps() == ()
    service.write_again()
    assert told[2:] == [None]
    kept = bench.practice.session(service.session.id)
    assert kept.end is SessionEnd.DONE
    timeline = service.timeline
    assert [step.index for step in kept.steps] == [segment.index for segment in timeline.segments]
    story = bench.journal.knot(bench.knots[0].id)
    assert [check.tenderness for check in story.checks][-2:] == [7, 4]


def test_what_could_not_be_written_is_tried_once_more_when_the_player_goes(bench):
    service = start_calf(bench)
    service.start()
    with nothing_can_be_written(bench.history):
        bench.play_to_end(7, 4)
    bench.players.close()
    assert bench.practice.session(service.session.id).end is SessionEnd.DONE


# ------------------------------------------------------------- after a crash
def crash(bench):
    """A new factory on the same history, as after SIGKILL."""
    bench.players._running = None
    bench.service._timer.stop()
    bench.players = bench.factory()
    return bench.players


def test_a_session_cut_off_goes_on_where_it_was(bench):
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    service.answer({TENDER: 7})
    bench.run(20)
    service.too_much()
    service.resume()
    bench.run(5)
    crash(bench)
    left = bench.practice.unfinished()
    again = bench.watch(bench.players.resume(left))
    snapshot = again.snapshot
    assert (snapshot.state, snapshot.ceiling, snapshot.segment.step.id) == (PlayerState.READY, 3, "pin_1")
    assert snapshot.position == left.position_s == 70.0  # at its second
    again.start()
    bench.play_to_end(3)
    (summary,) = bench.heard["finished"]
    assert (summary.before, summary.after) == ({bench.knots[0].id: 7}, {bench.knots[0].id: 3})
    assert bench.practice.session(left.id).end is SessionEnd.DONE


def test_a_step_is_written_once_a_second_and_not_just_before_its_end(bench, monkeypatch):
    service = start_calf(bench)
    written = []
    monkeypatch.setattr(bench.practice, "position", lambda _id, at, _done: written.append(at))
    service.start()
    end = service.snapshot.segment.end
    bench.run(end - 0.5)
    assert written == pytest.approx([float(second) for second in range(len(written))])
    assert end - 2 <= written[-1] <= end - 0.5


def test_a_full_disk_is_told_within_the_second_and_so_is_that_there_is_space_again(bench):
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    service.answer({TENDER: 7})
    bench.run(3)
    with nothing_can_be_written(bench.history):
        bench.run(2)
        assert [trouble.retry for trouble in bench.heard["troubled"]] == [True]
        bench.run(20)
        assert len(bench.heard["troubled"]) == 1
    bench.run(2)
    assert bench.heard["troubled"][-1] is None
    assert bench.practice.unfinished().position_s == pytest.approx(service.snapshot.position, abs=1)


def test_a_session_at_half_the_dose_is_found_again_as_such(bench):
    service = start_calf(bench, half=True)
    assert service.timeline.total == unfold_routine(shipped_routine(), (Side.RIGHT,), half=True).total
    service.start()
    bench.run(40)
    crash(bench)
    assert bench.players.resume(bench.practice.unfinished()).timeline == service.timeline


def test_what_is_no_longer_in_the_program_cannot_be_resumed(bench):
    other = a_routine([a_step("a", 100)], id="gone")
    bench.watch(bench.players.start_routine(other))
    session = bench.service.session
    crash(bench)
    assert not bench.players.can_resume(session)
    assert bench.players.resume(session) is None


def test_a_window_closed_in_the_middle_leaves_the_session_to_be_resumed(bench):
    service = start_calf(bench)
    service.start()
    bench.run(12)
    bench.players.close()
    session = bench.practice.unfinished()
    assert (session.end, session.position_s) == (SessionEnd.OPEN, 12.0)
    assert bench.speaker.closed


def test_a_set_more_for_one_leg_is_written_down_and_comes_back_with_the_session(bench):
    drill = shipped_drill("side-hip-lift")
    bench.players.start_drill(drill, sides=(Side.LEFT, Side.RIGHT, Side.LEFT)).start()
    bench.players.close()
    session = bench.practice.unfinished()
    assert session.sides == (Side.LEFT, Side.RIGHT, Side.LEFT)
    assert session.total_s == drill.total_seconds + 70
    assert bench.factory().resume(session).timeline.total == session.total_s


# ------------------------------------------------------------- sound
def test_tones_are_handed_over_from_the_position_to_the_next_check(bench):
    service = start_calf(bench)
    service.start()
    ((position, notes),) = bench.speaker.played
    assert position == 0.0
    assert [(note.at, note.tone) for note in notes] == [
        (0.0, Tone.REST),
        (27.0, Tone.TICK),
        (28.0, Tone.TICK),
        (29.0, Tone.TICK),
        (30.0, Tone.PREPARE),
    ]


def test_a_step_that_runs_out_leaves_the_stream_alone(bench):
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    service.answer({TENDER: 5})
    bench.run(100)
    assert len(bench.speaker.played) == 2
    assert bench.speaker.stops == 0


@pytest.mark.parametrize("action", ["back", "skip"])
def test_a_jump_begins_the_stream_anew(bench, action):
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    service.answer({TENDER: 5})
    bench.run(10)
    getattr(service, action)()
    assert bench.speaker.played[-1][0] == service.snapshot.segment.start


def test_pausing_falls_silent_and_resuming_goes_on_from_there(bench):
    service = start_calf(bench)
    service.start()
    bench.run(12)
    service.pause()
    assert bench.speaker.stops == 1
    bench.clock.advance(300)
    service.resume()
    assert bench.speaker.played[-1][0] == 12.0


def test_the_picture_waits_for_the_sound_and_follows_it(bench):
    bench.late = 0.4
    service = start_calf(bench)
    service.start()
    bench.run(0.4)
    assert service.snapshot.position == 0.0
    bench.run(5)
    assert service.snapshot.position == pytest.approx(5.0)


def test_the_delay_of_the_speaker_holds_the_picture_back(bench):
    bench.settings.choose(sound_delay_ms=200)
    service = start_calf(bench)
    service.start()
    bench.run(5)
    assert service.snapshot.position == pytest.approx(4.8)


def test_without_a_device_it_runs_silently_and_says_so_once(bench):
    bench.silent = True
    service = start_calf(bench)
    service.start()
    bench.play_to_end(5, 4)
    assert bench.heard["noticed"] == [NO_SOUND]
    assert bench.heard["finished"][0].end is SessionEnd.DONE


def test_without_a_device_a_drill_speaks_of_the_screen_alone(bench):
    bench.silent = True
    service = bench.watch(bench.players.start_drill(shipped_drill("quick-step-metronome")))
    service.start()
    assert bench.heard["noticed"] == ["No sound output was found. The screen still guides you."]


def test_a_device_that_dies_leaves_the_clock_leading(bench):
    service = start_calf(bench)
    service.start()
    bench.run(5)
    lost, bench.silent = bench.speaker, True
    lost.alive = False
    bench.run(5)
    assert service.snapshot.position == pytest.approx(10.0)
    assert bench.heard["noticed"] == [NO_SOUND]
    assert lost.closed


def test_beeps_and_metronome_can_be_off_each_by_itself(bench):
    service = bench.watch(bench.players.start_drill(shipped_drill("quick-step-metronome")))
    service.start()
    bench.run(61)

    def tones():
        return {note.tone for note in bench.speaker.played[-1][1]}

    service.set_beeps(False)
    assert tones() == {Tone.CLICK, Tone.ACCENT}
    service.set_metronome(False)
    assert tones() == set()
    service.set_beeps(True)
    assert tones() == {Tone.TICK, Tone.REST, Tone.WORK, Tone.HALFWAY, Tone.LAST_TEN, Tone.PREPARE}


def test_volume_follows_the_choices(bench):
    start_calf(bench)
    assert (bench.speaker.volume, bench.voice.volume) == (80, 80)
    bench.settings.choose(volume=35)
    assert (bench.speaker.volume, bench.voice.volume) == (35, 35)


def test_the_last_tone_rings_out_before_the_device_is_let_go(bench, qtbot):
    service = bench.watch(bench.players.start_routine(a_routine([a_step("a", 3)], breathing=None)))
    service.start()
    bench.run(3)
    assert service.state is PlayerState.DONE
    assert (bench.speaker.stops, bench.speaker.closed) == (0, False)
    qtbot.waitUntil(lambda: bench.speaker.closed, timeout=3000)


def test_after_the_end_no_timer_runs(bench):
    service = start_calf(bench)
    service.start()
    service.end()
    assert not service._timer.isActive()
    assert not service._last_tone.isActive()
    assert bench.speaker.closed


# ------------------------------------------------------------- beat and foot
def test_each_click_is_a_foot_contact(bench):
    service = bench.watch(bench.players.start_drill(shipped_drill("quick-step-metronome"), bpm=160))
    service.start()
    assert service.snapshot.beats is None
    service.jump(1)
    clicks = [note.at for note in bench.speaker.played[-1][1] if note.tone in {Tone.CLICK, Tone.ACCENT}]
    for k, second in enumerate(clicks[:8]):
        bench.run(second - service.snapshot.position) if k else None
        snapshot = service.snapshot
        assert snapshot.beats == pytest.approx(k)
        assert snapshot.beat_phase == pytest.approx(k / 2 % 1)


def test_another_tempo_goes_on_from_the_same_beat(bench):
    service = bench.watch(bench.players.start_drill(shipped_drill("quick-step-metronome"), bpm=160))
    service.start()
    service.jump(1)
    bench.run(10.1)
    before = service.snapshot.beats
    service.set_bpm(180)
    after = service.snapshot
    assert (after.beats, after.bpm) == (pytest.approx(before), 180)
    position, notes = bench.speaker.played[-1]
    assert position == pytest.approx(70.1)
    first = next(note.at for note in notes if note.tone is Tone.CLICK)
    assert first - position == pytest.approx((1 - before % 1) * 60 / 180)


def test_the_tempo_begins_at_the_own_step_rate(bench):
    bench.settings.choose(step_rate_spm=160)
    service = bench.watch(bench.players.start_drill(shipped_drill("quick-step-metronome")))
    assert service.snapshot.bpm == bench.practice.unfinished().bpm == 168


def test_a_drill_without_a_beat_takes_no_tempo(bench):
    service = bench.watch(bench.players.start_drill(shipped_drill("glute-bridge")))
    service.set_bpm(120)
    assert service.snapshot.bpm is None


# ------------------------------------------------------------- voice and words
def test_each_step_is_said_with_its_leg_and_ceiling(bench):
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    service.answer({TENDER: 5})
    bench.run(120)
    words = " ".join(bench.voice.said)
    assert "{" not in words
    assert "four" in words
    assert not any(character.isdigit() for character in words)


def test_prompts_are_said_and_shown(bench):
    service = start_calf(bench)
    service.start()
    bench.play_to_end(5, 4)
    assert bench.heard["prompted"]
    assert "{" not in " ".join(bench.heard["prompted"])


def test_the_voice_can_be_off_and_the_cue_repeated(bench):
    service = start_calf(bench)
    service.set_voice(False)
    service.start()
    bench.run(5)
    service.set_voice(True)
    bench.run(1)
    assert bench.voice.said == []
    service.repeat_cue()
    bench.run(1)
    assert bench.voice.said == [shipped_routine().steps[0].say]


def test_a_check_is_said_by_a_live_voice_when_its_tone_has_rung_out(bench, qtbot):
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    words = wording(service.timeline, service.snapshot.segment, 4).spoken(service.snapshot.segment.step.say)
    assert words not in bench.voice.said
    qtbot.waitUntil(lambda: bench.voice.said[-1] == words, timeout=2000)


def test_rendered_words_are_part_of_the_stream_and_no_live_voice_is_asked(bench):
    bench.renderer = FakeRenderer()
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    assert bench.voice.said == []
    (words,) = bench.speaker.words
    assert words[0].at == pytest.approx(SECONDS[Tone.REST] + PAUSE_S)
    assert words[-1].at > 30  # the check's own words ring out while it waits
    assert all(one.samples() is not None for one in words)


def test_a_check_that_was_jumped_to_is_said_at_once(bench):
    bench.renderer = FakeRenderer()
    service = start_calf(bench)
    service.start()
    service.skip()
    assert service.state is PlayerState.WAITING
    assert [len(words) for words in bench.speaker.words] == [len(bench.speaker.words[0]), 1]


def test_all_words_are_asked_for_before_the_session_starts(bench):
    bench.renderer = FakeRenderer()
    service = start_calf(bench)
    before = set(bench.renderer.asked)
    service.start()
    bench.play_to_end(5, 4)
    assert set(bench.renderer.asked) == before


def test_after_too_much_the_words_name_the_lower_ceiling(bench):
    bench.renderer = FakeRenderer()
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    service.answer({TENDER: 5})
    bench.run(20)
    asked = len(bench.renderer.asked)
    service.too_much()
    service.resume()
    assert any("three" in text for text in bench.renderer.asked[asked:])


def test_what_the_voice_tells_and_how_it_sounds_follow_the_choices(bench):
    bench.renderer = FakeRenderer()
    service = start_calf(bench)
    service.start()
    bench.settings.choose(voice_cue=False, voice_next=False, voice_side=False, tone_set=ToneSet.QUIET)
    assert bench.speaker.style is ToneSet.QUIET
    assert bench.speaker.words[-1] == ()
    bench.settings.choose(voice_name="en-us", voice_rate=120, sound_output="abc")
    assert bench.renderer.manner == ("en-us", 120)
    assert bench.speaker.output == "abc"


def test_another_device_is_taken_when_the_first_is_lost(bench):
    service = start_calf(bench)
    service.start()
    bench.run(5)
    first = bench.speaker
    first.alive = False
    bench.run(5)
    assert bench.speaker is not first
    assert first.closed
    position, _ = bench.speaker.played[-1]
    assert 8 < position <= 10
    assert service.snapshot.position == pytest.approx(10.0)


def test_a_computer_without_a_voice_says_so_once(bench):
    bench.voice = FakeVoice(available=None)
    service = start_calf(bench)
    service.start()
    assert bench.heard["noticed"] == []
    bench.voice.available = False
    bench.run(5)
    assert bench.heard["noticed"] == ["No voice was found. Tones and the screen still guide you."]


def test_a_pulse_goes_with_every_tone(bench):
    service = bench.watch(bench.players.start_routine(a_routine([a_step("a", 5), a_step("b", 3)])))
    service.start()
    bench.run(8)
    assert bench.heard["pulsed"] == ["work", "tick", "tick", "tick", "work", "tick", "tick", "end"]


# ------------------------------------------------------------- what is shown
def test_a_snapshot_tells_all_a_player_draws(bench):
    service = start_calf(bench, sides=(Side.RIGHT, Side.LEFT))
    service.start()
    bench.until(PlayerState.WAITING)
    service.answer({TENDER: 5})
    bench.run(20)
    now = service.snapshot
    assert (now.state, now.segment.step.id, now.side, now.block) == (
        PlayerState.RUNNING,
        "pin_1",
        Side.RIGHT,
        1,
    )
    assert (now.position, now.in_step, now.left_in_step) == (65.0, 2.0, 43.0)
    assert now.left_in_all == 540 - 65
    assert now.fraction == pytest.approx(65 / 540)
    assert (now.breath.inward, now.breath.fraction) == (True, 0.5)
    assert (now.next_segment.step.id, now.next_cue) == ("move_1", service.timeline.segments[4].step.cue)
    assert "{" not in now.cue + now.text + now.next_cue


def test_being_away_asks_and_both_answers_work(bench):
    service = start_calf(bench)
    service.start()
    bench.run(5)
    bench.clock.advance(900)
    service._tick()
    assert (service.state, round(service.snapshot.away_s)) == (PlayerState.AWAY, 900)
    assert bench.speaker.stops == 1
    assert bench.practice.session(service.session.id).position_s == 5.0
    service.go_on()
    assert (service.state, service.snapshot.position) == (PlayerState.RUNNING, 5.0)
    bench.clock.advance(900)
    service._tick()
    service.end()
    assert bench.heard["finished"][0].done_s == 5.0


def test_toggle_does_what_fits(bench):
    service = start_calf(bench)
    for state in (PlayerState.RUNNING, PlayerState.PAUSED, PlayerState.RUNNING):
        service.toggle()
        assert service.state is state
    bench.until(PlayerState.WAITING)
    service.toggle()
    assert service.state is PlayerState.WAITING


def test_states_and_steps_are_told_as_they_change(bench):
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    service.answer({TENDER: 5})
    service.pause()
    assert bench.heard["state_changed"] == [
        PlayerState.RUNNING,
        PlayerState.WAITING,
        PlayerState.RUNNING,
        PlayerState.PAUSED,
    ]
    assert [s.step.id for s in bench.heard["step_started"]] == ["settle", "before", "find"]
    assert bench.heard["moved"][-1].state is PlayerState.PAUSED


def test_a_routine_that_presses_nothing_has_no_ceiling(bench):
    service = bench.watch(bench.players.start_routine(shipped_routine("after-release-stretch"), ceiling=4))
    assert service.snapshot.ceiling is None
    assert service.session.ceiling is None


def test_starting_another_session_lets_go_of_the_one_before(bench):
    first = start_calf(bench)
    first.start()
    bench.run(5)
    speaker = bench.speaker
    second = start_calf(bench)
    assert speaker.closed
    assert bench.players.running is second
    assert bench.practice.session(first.session.id).end is SessionEnd.PARTIAL


def test_the_recheck_rates_the_knot_at_the_place_of_its_step(bench):
    knot = bench.mark()
    here = a_check("here", place=knot.place, per_side=True)
    elsewhere = a_check("elsewhere", place="tensor_fasciae_latae", per_side=True)
    steps = [here, elsewhere, a_step("switch", 10, StepKind.SWITCH_SIDE)]
    service = bench.watch(
        bench.players.start_routine(a_routine(steps), sides=(Side.RIGHT,), knot_ids=[knot.id])
    )
    service.start()
    service.answer({TENDER: 3})
    service.answer({TENDER: 9})
    assert [c.tenderness for c in bench.journal.knot(knot.id).checks[1:]] == [3]
    assert service.state is PlayerState.DONE


def test_the_timer_really_runs(bench, qtbot):
    service = start_calf(bench)
    service.start()
    with qtbot.waitSignal(service.moved, timeout=2000):
        bench.clock.advance(0.1)


def test_sound_that_was_woken_before_is_used_for_the_session(bench, qtbot):
    bench.players.prepare()
    assert bench.speaker is None
    qtbot.waitUntil(lambda: bench.speaker is not None, timeout=3000)
    woken = bench.speaker
    bench.players.prepare()
    start_calf(bench)
    assert bench.speaker is woken
    assert not woken.closed


def test_a_session_that_starts_before_the_sound_is_woken_opens_it_once(bench, qtbot):
    bench.players.prepare()
    start_calf(bench)
    opened = bench.speaker
    qtbot.wait(300)
    assert bench.speaker is opened


def test_sound_that_was_woken_for_nothing_is_let_go(bench, qtbot):
    bench.players.prepare()
    qtbot.waitUntil(lambda: bench.speaker is not None, timeout=3000)
    bench.players._idle.timeout.emit()
    assert bench.speaker.closed
    bench.players.close()


# ------------------------------------------------------------- getting ready, and sets
def test_a_session_begins_with_time_to_get_ready_and_is_resumed_with_it(bench):
    bench.settings.choose(prepare_s=12)
    service = start_calf(bench)
    first = service.snapshot.segment
    assert (first.step.kind, first.seconds) == (StepKind.PREPARE, 12)
    service.start()
    bench.run(20)
    bench.settings.choose(prepare_s=0)
    timeline = service.timeline
    crash(bench)
    again = bench.players.resume(bench.practice.unfinished())
    assert again.timeline == timeline
    assert again.snapshot.done_s == 8  # getting ready does not count


def test_an_item_of_a_set_says_what_comes_and_what_to_pick_up(bench):
    stretch, calf = shipped_routine("after-release-stretch"), shipped_routine()
    bench.settings.choose(prepare_s=5)
    service = bench.watch(
        bench.players.start_routine(calf, sides=(Side.RIGHT,), after=stretch, set_id=uuid4())
    )
    first = service.snapshot.segment
    assert (first.step.kind, first.seconds) == (StepKind.PREPARE, 15)
    assert first.step.cue == "Take the ball"
    assert first.step.say == f"Next: {calf.title}. Take the ball."
    assert all(line.text in first.step.text for line in calf.setup)


def test_between_a_routine_and_a_drill_the_ball_is_put_away_and_taken_up_again(bench):
    calf, bridge = shipped_routine(), shipped_drill("glute-bridge")
    service = bench.watch(bench.players.start_drill(bridge, after=calf, set_id=uuid4()))
    ready = service.snapshot.segment.step
    assert (ready.kind, ready.seconds, ready.cue) == (StepKind.PREPARE, 15, "Put the ball away")
    assert ready.say == f"Next: {bridge.title}. Put the ball away."
    setup = " ".join(line.text for line in bridge.setup)
    assert ready.text == f"Next: {bridge.title}. About 6 min. You need: mat or carpet. {setup}"
    service = bench.watch(bench.players.start_routine(calf, sides=(Side.RIGHT,), after=bridge))
    assert service.snapshot.segment.step.cue == "Take the ball"
    service = bench.watch(bench.players.start_routine(calf, sides=(Side.RIGHT,), after=calf))
    ready = service.snapshot.segment.step
    assert (ready.cue, ready.say) == (
        f"Next: {calf.title}",
        f"Next: {calf.title}.",
    )  # the ball is in the hand


def test_an_item_that_was_cut_off_while_getting_ready_says_again_what_to_take(bench):
    bridge, calf = shipped_drill("glute-bridge"), shipped_routine()
    item = Planned(calf.id, (Side.RIGHT,))
    first = bench.watch(bench.players.start_drill(bridge, following=(item,)))
    first.start()
    bench.run(5)
    first.end()
    set_id = first.session.id
    bench.run(1)
    second = bench.watch(bench.players.start_routine(calf, sides=(Side.RIGHT,), after=bridge, set_id=set_id))
    second.start()
    bench.run(3)
    ready = second.snapshot
    crash(bench)
    again = bench.players.resume(bench.practice.unfinished())
    assert (again.snapshot.cue, again.snapshot.text) == (ready.cue, ready.text)
    assert again.snapshot.cue == "Take the ball"


def test_near_its_end_an_item_names_the_next_one_and_its_tool_and_no_tone_tells_an_end(bench):
    bridge = Planned("glute-bridge", kind=SessionKind.DRILL)
    stretch = shipped_routine("after-release-stretch")
    service = bench.watch(bench.players.start_routine(stretch, sides=(Side.RIGHT,), following=(bridge,)))
    service.start()
    service.jump(len(service.timeline.segments) - 1)
    title = shipped_drill("glute-bridge").title
    assert service.snapshot.next_cue == title
    bench.voice.said.clear()
    bench.until(PlayerState.DONE)
    assert bench.voice.said == [f"Next: {title}"]
    calf = Planned("calf-outer-ball", (Side.RIGHT,))
    service = bench.watch(bench.players.start_drill(shipped_drill("glute-bridge"), following=(calf,)))
    service.jump(len(service.timeline.segments) - 1)
    assert service.snapshot.next_tool == "ball"


def test_a_switched_off_next_is_not_spoken_between_items_either(bench):
    bench.settings.choose(voice_next=False)
    bridge = Planned("glute-bridge", kind=SessionKind.DRILL)
    stretch = shipped_routine("after-release-stretch")
    service = bench.watch(bench.players.start_routine(stretch, sides=(Side.RIGHT,), following=(bridge,)))
    service.start()
    service.jump(len(service.timeline.segments) - 1)
    bench.voice.said.clear()
    bench.until(PlayerState.DONE)
    assert bench.voice.said == []


def test_that_there_is_no_sound_is_said_with_the_first_item_of_a_set_only(bench):
    bench.silent = True
    item = Planned("glute-bridge", kind=SessionKind.DRILL)
    calf = shipped_routine()
    service = bench.watch(bench.players.start_routine(calf, sides=(Side.RIGHT,), following=(item,)))
    service.start()
    set_id = service.session.id
    assert len(bench.heard["noticed"]) == 1
    service.end()
    service = bench.watch(bench.players.start_drill(shipped_drill("glute-bridge"), set_id=set_id))
    service.start()
    assert bench.heard["noticed"] == []
    service = bench.watch(bench.players.start_routine(calf))
    service.start()
    assert len(bench.heard["noticed"]) == 1


def test_what_follows_counts_in_the_time_left_and_is_kept(bench):
    item = Planned("after-release-stretch", (Side.RIGHT,))
    alone = start_calf(bench).snapshot.left_in_all
    service = bench.watch(
        bench.players.start_routine(shipped_routine(), sides=(Side.RIGHT,), following=(item,))
    )
    stretch = unfold_routine(shipped_routine("after-release-stretch"), (Side.RIGHT,)).total
    assert service.snapshot.left_in_all == pytest.approx(alone + stretch + 15)
    kept = bench.practice.session(service.session.id)
    assert (kept.following, kept.set_id) == ((item,), kept.id)


# ------------------------------------------------------------- what is felt
def test_pain_noted_in_a_press_is_on_disk_at_its_second(bench):
    service = start_calf(bench)
    service.start()
    bench.until(PlayerState.WAITING)
    service.answer({TENDER: 5})
    while service.snapshot.segment.step.kind is not StepKind.PRESS:
        bench.run(1)
    bench.run(6)
    felt = []
    service.felt.connect(felt.append)
    assert service.feel(6)
    bench.run(10)
    assert service.feel(4)
    presses = bench.practice.session(service.session.id).presses
    assert [press.pain for press in presses] == felt == [6, 4]
    assert presses[1].position_s - presses[0].position_s == pytest.approx(10)
    assert presses[0].index == service.snapshot.segment.index


def test_outside_a_press_nothing_is_noted(bench):
    service = start_calf(bench)
    service.start()
    assert not service.feel(6)
    assert bench.practice.session(service.session.id).presses == ()


def test_the_next_step_names_the_tool_to_pick_up(bench):
    first, wall = a_step("a", 20, tool="ball"), a_step("b", 20, cue="Lean on the wall", tool="wall")
    routine = a_routine([first, a_step("c", 20), wall], breathing=None)
    service = bench.watch(bench.players.start_routine(routine))
    service.start()
    assert service.snapshot.next_tool == ""
    bench.run(21)
    assert service.snapshot.next_tool == "wall"
    bench.run(18)
    assert "Next, take the wall: Lean on the wall" in bench.voice.said
