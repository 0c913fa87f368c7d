"""The player's states, stepped by hand: a whole routine in milliseconds."""

from __future__ import annotations

import pytest

from helpers.timelines import a_check, a_routine, a_step, a_timeline, shipped_routine
from unknot.domain.body import Side
from unknot.domain.player import Player, PlayerState
from unknot.domain.player_events import (
    Changed,
    Countdown,
    Finished,
    Gap,
    Halfway,
    LastTen,
    Lowered,
    PromptDue,
    StepFinished,
    StepStarted,
)
from unknot.domain.practice import SessionEnd, StepEnd
from unknot.domain.steps import Prompt, StepKind
from unknot.domain.unfold import unfold_routine


class Play:
    """A player and its clock."""

    def __init__(self, *steps, ceiling=None, **more):
        self.player = Player(a_timeline(*steps), ceiling, **more)
        self.now = 500.0
        self.heard = []
        self.do(self.player.start)

    def do(self, action, *arguments):
        """Do something now; returns what happened."""
        events = action(*arguments, self.now)
        self.heard += events
        return events

    def run(self, seconds, step=0.5):
        """Let time pass in ticks."""
        events = []
        end = self.now + seconds
        while self.now < end:
            self.now = min(end, self.now + step)
            events += self.do(self.player.tick)
        return events

    @property
    def step(self):
        return self.player.segment.step.id

    @property
    def position(self):
        return self.player.position(self.now)

    def finished(self):
        return [(e.segment.step.id, e.seconds, e.end) for e in self.heard if isinstance(e, StepFinished)]


def kinds(events):
    return [type(event) for event in events]


def test_a_step_counts_down_ends_and_the_next_is_on():
    play = Play(a_step("a", 5), a_step("b"))
    events = play.run(5)
    a, b = play.player.timeline.segments
    assert events == [
        Countdown(a, 3),
        Countdown(a, 2),
        Countdown(a, 1),
        StepFinished(a, 5.0, StepEnd.DONE, {}),
        Changed(b),
        StepStarted(b),
    ]


def test_a_step_of_three_seconds_has_no_tone_at_its_very_start():
    play = Play(a_step("a", 3), a_step("b"))
    assert [e.left for e in play.run(3) if isinstance(e, Countdown)] == [2, 1]


def test_prompts_come_at_their_second():
    play = Play(a_step("a", 20, prompts=(Prompt(0, "now"), Prompt(7, "later"))))
    assert [e.prompt.say for e in play.run(0.1) if isinstance(e, PromptDue)] == ["now"]
    assert not [e for e in play.run(6.8) if isinstance(e, PromptDue)]
    assert [e.prompt.say for e in play.run(0.1) if isinstance(e, PromptDue)] == ["later"]


def test_pausing_holds_the_clock():
    play = Play(a_step("a", 10), a_step("b"))
    play.run(4)
    play.do(play.player.pause)
    play.now += 1000
    assert (play.player.state, play.position) == (PlayerState.PAUSED, 4.0)
    play.do(play.player.resume)
    play.run(6)
    assert play.step == "b"
    assert play.finished() == [("a", 10.0, StepEnd.DONE)]


def test_a_check_holds_the_clock_until_it_is_answered():
    play = Play(a_step("a", 5), a_check("c"), a_step("b", 10))
    play.run(5)
    assert play.player.state is PlayerState.WAITING
    play.run(500)
    assert (play.step, play.position) == ("c", 5.0)
    events = play.do(play.player.answer, {"tenderness_0_10": 6})
    assert events[0].values == {"tenderness_0_10": 6}
    assert kinds(events) == [StepFinished, Changed, StepStarted]
    assert (play.step, play.position, play.player.state) == ("b", 20.0, PlayerState.RUNNING)


def test_the_wait_at_a_check_counts_at_most_its_planned_time():
    play = Play(a_check("c"), a_step("b", 10))
    play.run(4)
    play.do(play.player.answer, {})
    slow = Play(a_check("c"), a_step("b", 10))
    slow.run(400)
    slow.do(slow.player.answer, {})
    assert (play.finished(), slow.finished()) == (
        [("c", 4.0, StepEnd.DONE)],
        [("c", 15.0, StepEnd.DONE)],
    )


def test_a_skipped_check_is_not_rated():
    play = Play(a_check("c"), a_step("b", 10))
    events = play.do(play.player.skip)
    assert (events[0].end, events[0].values) == (StepEnd.SKIPPED, {})
    assert play.step == "b"


def test_a_gap_of_over_two_seconds_pauses_where_it_began():
    play = Play(a_step("a", 30))
    play.run(4)
    play.now += 3600
    assert play.do(play.player.tick) == [Gap(3600)]
    assert (play.player.state, play.position, play.player.away_s) == (PlayerState.AWAY, 4.0, 3600)
    play.do(play.player.go_on)
    play.run(1)
    assert (play.player.state, play.position) == (PlayerState.RUNNING, 5.0)


def test_two_seconds_are_no_gap_yet():
    play = Play(a_step("a", 30))
    play.now += 2
    play.do(play.player.tick)
    assert play.player.state is PlayerState.RUNNING


def test_after_a_gap_one_may_finish_with_what_was_done():
    play = Play(a_step("a", 30))
    play.run(4)
    play.now += 60
    play.do(play.player.tick)
    events = play.do(play.player.end)
    assert events == [
        StepFinished(play.player.segment, 4.0, StepEnd.CUT, {}),
        Finished(SessionEnd.PARTIAL),
    ]
    assert play.player.state is PlayerState.ENDED


def test_an_end_keeps_what_was_answered_of_the_check_that_is_open():
    play = Play(a_step("ask", 15, StepKind.CHECK, records=("a", "b")), a_step("b"))
    assert play.player.state is PlayerState.WAITING
    events = play.do(lambda now: play.player.end(now, values={"a": 3}))
    assert (events[0].end, events[0].values) == (StepEnd.CUT, {"a": 3})


@pytest.mark.parametrize("action", ["skip", "pause", "too_much", "back"])
def test_a_key_after_a_long_sleep_meets_the_gap_first(action):
    play = Play(a_step("a", 30), a_step("b"))
    play.run(4)
    play.now += 600
    assert kinds(play.do(getattr(play.player, action))) == [Gap]
    assert play.step == "a"


def test_a_pause_over_night_is_no_gap():
    play = Play(a_step("a", 30))
    play.do(play.player.pause)
    play.now += 40_000
    play.do(play.player.resume)
    play.do(play.player.tick)
    assert play.player.state is PlayerState.RUNNING


def test_back_restarts_the_step_and_again_goes_to_the_one_before():
    play = Play(a_step("a", 10), a_step("b", 10))
    play.run(14)
    play.do(play.player.back)
    assert (play.step, play.position) == ("b", 10.0)
    play.run(2.9)
    play.do(play.player.back)
    assert (play.step, play.position) == ("a", 0.0)


def test_back_after_three_seconds_restarts_again():
    play = Play(a_step("a", 10), a_step("b", 10))
    play.run(14)
    play.do(play.player.back)
    play.run(3.5)
    play.do(play.player.back)
    assert (play.step, play.position) == ("b", 10.0)


def test_back_at_the_first_step_stays_there():
    play = Play(a_step("a", 10), a_step("b"))
    play.do(play.player.back)
    play.do(play.player.back)
    assert (play.step, play.position) == ("a", 0.0)


def test_a_restarted_step_tells_its_countdown_and_prompts_again():
    play = Play(a_step("a", 8, prompts=(Prompt(2, "hold"),)))
    first = [e for e in play.run(6) if not isinstance(e, StepStarted)]
    play.do(play.player.back)
    assert [e for e in play.run(6) if not isinstance(e, StepStarted)] == first


def test_jumping_cuts_the_step_and_begins_the_other():
    play = Play(a_step("a", 10), a_step("b"), a_step("c"))
    play.run(4)
    events = play.do(play.player.jump, 2)
    assert kinds(events) == [StepFinished, StepStarted]
    assert (play.finished(), play.step) == ([("a", 4.0, StepEnd.CUT)], "c")


def test_jumping_to_a_check_waits_there():
    play = Play(a_step("a", 10), a_check("c"))
    play.do(play.player.jump, 1)
    assert play.player.state is PlayerState.WAITING


def test_skipping_while_paused_stays_paused():
    play = Play(a_step("a", 10), a_step("b", 10))
    play.run(2)
    play.do(play.player.pause)
    play.now += 30
    play.do(play.player.skip)
    assert (play.step, play.player.state, play.position) == ("b", PlayerState.PAUSED, 10.0)
    assert play.finished() == [("a", 2.0, StepEnd.SKIPPED)]


def test_a_check_reached_while_paused_waits_after_the_pause():
    play = Play(a_step("a", 10), a_check("c"))
    play.do(play.player.pause)
    play.do(play.player.skip)
    assert play.player.state is PlayerState.PAUSED
    play.do(play.player.resume)
    assert play.player.state is PlayerState.WAITING


def test_too_much_pauses_and_lowers_the_ceiling():
    play = Play(a_step("a", 10), a_step("b"), ceiling=4)
    play.run(3)
    assert play.do(play.player.too_much) == [Lowered(3)]
    assert (play.player.state, play.player.ceiling, play.player.lowered) == (PlayerState.PAUSED, 3, 1)


def test_skipping_after_too_much_goes_on_with_the_next_step():
    play = Play(a_step("a", 10), a_step("b", 10), ceiling=4)
    play.run(3)
    play.do(play.player.too_much)
    play.now += 20
    play.do(play.player.skip)
    assert (play.step, play.player.state) == ("b", PlayerState.RUNNING)
    assert play.finished() == [("a", 3.0, StepEnd.SKIPPED)]
    play.run(2)
    assert play.position == 12.0


def test_too_much_never_goes_below_zero_and_a_drill_has_no_ceiling():
    play = Play(a_step("a", 10), ceiling=0)
    assert play.do(play.player.too_much) == [Lowered(0)]
    drill = Play(a_step("a", 10))
    assert drill.do(drill.player.too_much) == [Lowered(None)]
    assert drill.player.lowered == 1


def test_too_much_at_a_check_keeps_waiting():
    play = Play(a_check("c"), a_step("b"), ceiling=5)
    play.do(play.player.too_much)
    assert (play.player.state, play.player.ceiling) == (PlayerState.WAITING, 4)


def test_the_last_step_finishes_the_session():
    play = Play(a_step("a", 4))
    assert kinds(play.run(5))[-2:] == [StepFinished, Finished]
    assert (play.player.state, play.position) == (PlayerState.DONE, 4.0)
    assert play.heard[-1] == Finished(SessionEnd.DONE)


def test_skipping_the_last_step_finishes_the_session():
    play = Play(a_step("a", 4))
    assert play.do(play.player.skip)[-1] == Finished(SessionEnd.DONE)


def test_ending_keeps_what_was_done():
    play = Play(a_step("a", 10), a_step("b", 10))
    play.run(13)
    assert play.do(play.player.end)[-1] == Finished(SessionEnd.PARTIAL)
    assert play.finished() == [("a", 10.0, StepEnd.DONE), ("b", 3.0, StepEnd.CUT)]
    assert play.player.done_s(play.now + 50) == 13.0


def test_a_stop_rule_ends_as_stopped():
    play = Play(a_step("a", 10))
    events = play.player.end(play.now, stopped=True)
    assert events == [Finished(SessionEnd.STOPPED)]


def test_after_the_end_nothing_does_anything():
    play = Play(a_step("a", 4), a_step("b"))
    play.do(play.player.end)
    actions = ("start", "pause", "resume", "skip", "back", "go_on", "too_much", "end", "tick")
    assert [getattr(play.player, name)(play.now) for name in actions] == [[]] * len(actions)
    assert play.player.jump(1, play.now) == play.player.answer({"x": 1}, play.now) == []


def test_an_open_ended_step_is_done_when_it_is_ended_and_its_time_is_the_value():
    play = Play(a_step("hold", 60, StepKind.HOLD, open_ended=True, records=("hold_s",)), a_step("b"))
    play.run(22.4)
    events = play.do(play.player.skip)
    assert (events[0].end, events[0].values) == (StepEnd.DONE, {"hold_s": 22})
    assert kinds(events) == [StepFinished, Changed, StepStarted]


def test_an_open_ended_step_ends_at_its_cap_with_the_cap_as_value():
    play = Play(a_step("hold", 60, StepKind.HOLD, open_ended=True, records=("hold_s",)), a_step("b"))
    assert [e.values for e in play.run(60) if isinstance(e, StepFinished)] == [{"hold_s": 60}]


def test_the_last_number_heard_may_be_entered_instead():
    play = Play(a_step("hold", 60, StepKind.HOLD, open_ended=True, records=("hold_s",)), a_step("b"))
    play.run(25)
    events = play.do(play.player.answer, {"hold_s": 20})
    assert events[0].values == {"hold_s": 20}
    assert play.step == "b"


def test_a_value_given_while_a_set_runs_is_kept_for_its_end():
    play = Play(a_step("set", 10, StepKind.RUN, records=("step_rate_spm",)), a_step("b"))
    play.run(5)
    assert play.do(play.player.answer, {"step_rate_spm": 168}) == []
    assert [e.values for e in play.run(5) if isinstance(e, StepFinished)] == [{"step_rate_spm": 168}]


def test_a_session_goes_on_where_it_was_cut_off():
    timeline = a_timeline(a_step("a", 10), a_step("b", 10, prompts=(Prompt(2, "past"), Prompt(6, "ahead"))))
    player = Player(timeline, 4, lowered=1, position=14.0, done_s=14.0)
    assert player.start(0.0) == [StepStarted(timeline.segments[1])]
    events = player.tick(1.9) + player.tick(3.5)
    assert [e.prompt.say for e in events if isinstance(e, PromptDue)] == ["ahead"]
    assert (player.position(3.5), player.done_s(3.5)) == (17.5, 17.5)


def test_before_the_start_another_step_may_be_chosen():
    timeline = a_timeline(a_step("a"), a_step("b"), a_step("c"))
    player = Player(timeline)
    assert player.jump(2, 0.0) == player.back(10.0) == player.skip(20.0) == []
    assert player.start(30.0) == [StepStarted(timeline.segments[2])]


def test_a_whole_routine_for_both_legs_takes_its_total_and_ends():
    timeline = unfold_routine(shipped_routine(), (Side.RIGHT, Side.LEFT))
    player = Player(timeline, 5)
    now, started = 0.0, [e.segment.step.id for e in player.start(0.0)]
    while not player.is_over:
        now += 0.25
        events = player.tick(now)
        if player.state is PlayerState.WAITING:
            now += 15
            events += player.answer({"tenderness_0_10": 5}, now)
        started += [e.segment.step.id for e in events if isinstance(e, StepStarted)]
    assert started == [segment.step.id for segment in timeline.segments]
    assert now == player.done_s(now) == timeline.total == shipped_routine().total_seconds


def test_a_long_press_tells_its_half_and_its_last_ten_seconds_once():
    play = Play(a_step("a", 40), a_step("b"))
    assert not [e for e in play.run(19.9) if isinstance(e, Halfway)]
    assert [e for e in play.run(0.1) if isinstance(e, Halfway)]
    assert [type(e) for e in play.run(20) if isinstance(e, Halfway | LastTen)] == [LastTen]


# ------------------------------------------------------------- ten seconds on and back
def test_ten_seconds_on_and_back_within_a_step():
    play = Play(a_step("a", 60))
    play.run(20)
    play.player.seek(10, play.now)
    assert play.player.position(play.now) == 30
    play.player.seek(-10, play.now)
    play.player.seek(-10, play.now)
    assert play.player.position(play.now) == 10
    assert play.player.done_s(play.now) == 20  # only what was really done


def test_on_past_the_end_is_the_start_of_the_next_step():
    play = Play(a_step("a", 15), a_step("b", 20))
    play.run(8)
    events = play.player.seek(10, play.now)
    assert play.player.position(play.now) == 15
    assert [type(event) for event in events] == [StepFinished, StepStarted]
    assert events[0].end is StepEnd.CUT


def test_back_past_the_start_goes_so_far_into_the_step_before():
    play = Play(a_step("a", 15), a_step("b", 20))
    play.run(19)
    play.player.seek(-10, play.now)
    assert (play.player.segment.step.id, play.player.position(play.now)) == ("a", 9)


def test_back_does_not_go_into_a_check_nor_past_the_first_second():
    play = Play(a_check("c"), a_step("b", 20))
    play.player.answer({"tenderness_0_10": 5}, play.now)
    play.run(4)
    play.player.seek(-10, play.now)
    assert (play.player.segment.step.id, play.player.in_step(play.now)) == ("b", 0)


def test_a_pause_stays_a_pause_and_what_is_ahead_is_told_again():
    play = Play(a_step("a", 40))
    play.run(25)
    play.player.pause(play.now)
    play.player.seek(-10, play.now)
    assert play.player.state is PlayerState.PAUSED
    play.player.resume(play.now)
    assert [type(e) for e in play.run(6) if isinstance(e, Halfway)] == [Halfway]


def test_getting_ready_is_no_time_done():
    timeline = unfold_routine(a_routine([a_step("a", 20)]), prepare_s=10)
    player = Player(timeline)
    player.start(0.0)
    now = 0.0
    while now < 15:
        now += 0.5
        player.tick(now)
    assert (player.position(now), player.done_s(now)) == (15, 5)
