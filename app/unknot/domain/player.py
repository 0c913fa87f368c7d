"""The player: a session's state machine on a clock that is handed in. Knows no timer, sound or window.

Every call takes `now`, seconds of a clock that never goes back, first moves on to it, and returns what
happened, in order. The position is computed from the clock (where the clock was last set, plus the time
since), never accumulated.
"""

from __future__ import annotations

from collections.abc import Mapping

from unknot.domain.player_events import (
    Changed,
    Finished,
    Gap,
    Lowered,
    PlayerEvent,
    StepFinished,
    StepStarted,
)
from unknot.domain.player_marks import Mark, marks_of
from unknot.domain.practice import SessionEnd, StepEnd
from unknot.domain.snapshot import PlayerState, Snapshot
from unknot.domain.steps import StepKind
from unknot.domain.timeline import Segment, Timeline

__all__ = ["BACK_AGAIN_S", "GAP_S", "Player", "PlayerState", "Snapshot"]

GAP_S = 2.0  # longer without a look at the clock: asleep or frozen
BACK_AGAIN_S = 3.0  # a second "back" within this goes to the step before

_ON = (PlayerState.RUNNING, PlayerState.PAUSED, PlayerState.WAITING)
_MOVES = (PlayerState.RUNNING, PlayerState.PAUSED)
_OVER = (PlayerState.DONE, PlayerState.ENDED)


class Player:
    """Plays a timeline. `position` and `done_s` are where a session cut off by a crash goes on."""

    def __init__(
        self,
        timeline: Timeline,
        ceiling: int | None = None,
        *,
        lowered: int = 0,
        position: float = 0.0,
        done_s: float = 0.0,
    ) -> None:
        self.timeline = timeline
        self.state = PlayerState.READY
        self.ceiling = ceiling
        self.lowered = lowered
        self.away_s = 0.0
        self.segment = timeline.at(position)
        self._held = min(max(position, self.segment.start), self.segment.end)  # the position when last set,
        self._since = 0.0  # and the clock then
        self._seen = 0.0
        self._ahead: list[Mark] = []
        self._values: dict[str, int] = {}
        self._spent = 0.0  # in this step, before the clock was last set
        self._done = done_s  # in the steps before
        self._back_at = float("-inf")
        self._eased = False  # paused by "too much"
        self._look_ahead()

    # ------------------------------------------------------------- what it is doing
    def position(self, now: float) -> float:
        """The place in the timeline in seconds."""
        if self.state is not PlayerState.RUNNING:
            return self._held
        return min(self._held + max(0.0, now - self._since), self.segment.end)

    def in_step(self, now: float) -> float:
        """Seconds of the current step that are over."""
        return self.position(now) - self.segment.start

    def done_s(self, now: float) -> float:
        """Seconds really done so far."""
        preparing = self.segment.step.kind is StepKind.PREPARE
        return self._done + (0.0 if preparing else self._spent_here(now))

    @property
    def following(self) -> Segment | None:
        """The step after this one."""
        return self.timeline.following(self.segment)

    @property
    def is_over(self) -> bool:
        """Whether the session has ended, played through or not."""
        return self.state in _OVER

    # ------------------------------------------------------------- the clock
    def tick(self, now: float) -> list[PlayerEvent]:
        """Move on to `now`. Any spacing up to two seconds tells the same."""
        last, self._seen = self._seen, max(now, self._seen)
        if self.state is not PlayerState.RUNNING:
            return []
        if now - last > GAP_S:
            self._hold(last)
            self.state = PlayerState.AWAY
            self.away_s = now - last
            return [Gap(self.away_s)]
        return self._run_to(now)

    # ------------------------------------------------------------- what the user does
    def start(self, now: float) -> list[PlayerEvent]:
        """Begin, or go on where a session was cut off."""
        if self.state is not PlayerState.READY:
            return []
        self._seen = now
        self._go(now)
        return [StepStarted(self.segment)]

    def pause(self, now: float) -> list[PlayerEvent]:
        """Hold the clock. A check holds it already."""
        events = self.tick(now)
        if self.state is PlayerState.RUNNING:
            self._hold(now)
            self.state = PlayerState.PAUSED
        return events

    def resume(self, now: float) -> list[PlayerEvent]:
        """Let the clock go on."""
        if self.state is PlayerState.PAUSED:
            self._seen = now
            self._go(now)
        return []

    def go_on(self, now: float) -> list[PlayerEvent]:
        """After a gap: go on where it began."""
        if self.state is PlayerState.AWAY:
            self._seen = now
            self._go(now)
        return []

    def skip(self, now: float) -> list[PlayerEvent]:
        """To the next step. An open-ended one is done with it, a check is kept as not rated.

        After "too much" the session goes on with the next step; otherwise a pause stays a pause.
        """
        events = self.tick(now)
        if self.state is PlayerState.READY:
            return events + self._move(self.segment.index + 1)
        if self.state not in _ON:
            return events
        if self.segment.step.open_ended and self.state is PlayerState.RUNNING:
            return events + self._step_over(now, StepEnd.DONE, changed=True)
        waited = self.state is PlayerState.WAITING
        return events + self._step_over(now, StepEnd.SKIPPED, changed=waited)

    def back(self, now: float) -> list[PlayerEvent]:
        """To the start of this step; a second time within three seconds to the step before."""
        events = self.tick(now)
        again = now - self._back_at <= BACK_AGAIN_S
        self._back_at = now
        index = max(0, self.segment.index - 1) if again else self.segment.index
        return events + self._jump(index, now)

    def jump(self, index: int, now: float) -> list[PlayerEvent]:
        """To the start of any step."""
        return self.tick(now) + self._jump(min(max(index, 0), len(self.timeline.segments) - 1), now)

    def seek(self, seconds: float, now: float) -> list[PlayerEvent]:
        """So many seconds on, or back where negative; not past the start of a neighbouring step.

        Beyond the end of this step: to the start of the next one. Before its start: so far back into the
        one before, to its start at most; a check is not gone back into.
        """
        events = self.tick(now)
        if self.state not in _MOVES:
            return events
        target = self.position(now) + seconds
        segment = self.segment
        if target >= segment.end:
            following = self.following
            return events if following is None else events + self._jump(following.index, now)
        if target < segment.start and segment.index > 0:
            before = self.timeline.segments[segment.index - 1]
            if not before.waits:
                events += self._jump(before.index, now)
                self._set(max(target, before.start), now)
                return events
        self._set(max(target, segment.start), now)
        return events

    def answer(self, values: Mapping[str, int], now: float) -> list[PlayerEvent]:
        """Answer the check and go on after it, or end an open-ended step; else keep them for its end."""
        events = self.tick(now)
        if self.state in _ON:
            self._values.update(values)
        if self.state is PlayerState.WAITING:
            return events + self._step_over(now, StepEnd.DONE, changed=True)
        if self.state is PlayerState.RUNNING and self.segment.step.open_ended:
            return events + self._step_over(now, StepEnd.DONE, changed=True)
        return events

    def finish_step(self, now: float) -> list[PlayerEvent]:
        """The step is done before its time: its repetitions were counted."""
        events = self.tick(now)
        if self.state is not PlayerState.RUNNING:
            return events
        return events + self._step_over(now, StepEnd.DONE, changed=True)

    def too_much(self, now: float) -> list[PlayerEvent]:
        """Pause, and take one off the pressure ceiling for the rest of the session."""
        events = self.pause(now)
        if self.state not in _ON:
            return events
        self.lowered += 1
        self._eased = self.state is PlayerState.PAUSED
        if self.ceiling is not None:
            self.ceiling = max(0, self.ceiling - 1)
        return [*events, Lowered(self.ceiling)]

    def cap(self, ceiling: int) -> None:
        """Press no firmer than this from here on: what a rating just before the first press allows."""
        if self.ceiling is not None:
            self.ceiling = min(self.ceiling, max(0, ceiling))

    def end(
        self, now: float, *, stopped: bool = False, values: Mapping[str, int] | None = None
    ) -> list[PlayerEvent]:
        """End before the last step and keep what was done; `stopped` by a stop rule.

        After a gap that is what was done before it. `values` are the answers of a check that is still open.
        """
        events = self.tick(now) if self.state is not PlayerState.AWAY else []
        if self.is_over:
            return events
        self._values.update(values or {})
        events += [self._closed(now, StepEnd.CUT)] if values else self._cut(now)
        self._held = self.position(now)
        self.state = PlayerState.ENDED
        return [*events, Finished(SessionEnd.STOPPED if stopped else SessionEnd.PARTIAL)]

    # ------------------------------------------------------------- inside
    def _run_to(self, now: float) -> list[PlayerEvent]:
        events: list[PlayerEvent] = []
        while self.state is PlayerState.RUNNING:
            target = self._held + now - self._since
            while self._ahead and self._ahead[0].at <= target:
                events.append(self._ahead.pop(0).event)
            if target < self.segment.end:
                break
            ended_at = self._since + self.segment.end - self._held
            events += self._step_over(ended_at, StepEnd.DONE, changed=True)
        return events

    def _step_over(self, now: float, how: StepEnd, *, changed: bool) -> list[PlayerEvent]:
        """Close this step and enter the next one, or finish."""
        events = [self._closed(now, how)]
        following = self.following
        if following is None:
            self._held, self.state = self.segment.end, PlayerState.DONE
            return [*events, Finished(SessionEnd.DONE)]
        if self._eased:
            self.state = PlayerState.RUNNING
        self._enter(following, now)
        if changed:
            events.append(Changed(following))
        return [*events, StepStarted(following)]

    def _closed(self, now: float, how: StepEnd) -> PlayerEvent:
        step, spent = self.segment.step, self._spent_here(now)
        if step.open_ended and how is StepEnd.DONE and len(step.records) == 1:
            self._values.setdefault(step.records[0], round(spent))
        values = {} if how is StepEnd.SKIPPED else self._values
        if step.kind is not StepKind.PREPARE:  # getting ready is no time done
            self._done += spent
        self._spent, self._values = 0.0, {}
        self._held, self._since = self.position(now), now  # what follows counts no second twice
        return StepFinished(self.segment, spent, how, values)

    def _cut(self, now: float) -> list[PlayerEvent]:
        """Close a step that is left before its end, if anything was done of it."""
        return [self._closed(now, StepEnd.CUT)] if self._spent_here(now) > 0 else []

    def _jump(self, index: int, now: float) -> list[PlayerEvent]:
        if self.state is PlayerState.READY:
            return self._move(index)
        if self.state not in _ON:
            return []
        events = self._cut(now)
        self._enter(self.timeline.segments[index], now)
        return [*events, StepStarted(self.segment)]

    def _move(self, index: int) -> list[PlayerEvent]:
        """Before the start: begin with another step."""
        self.segment = self.timeline.segments[min(index, len(self.timeline.segments) - 1)]
        self._held = self.segment.start
        self._look_ahead()
        return []

    def _enter(self, segment: Segment, now: float) -> None:
        self.segment = segment
        self._held, self._spent, self._values = segment.start, 0.0, {}
        self._look_ahead()
        if self.state is not PlayerState.PAUSED:
            self._go(now)
        self._eased = False

    def _set(self, position: float, now: float) -> None:
        """Stand elsewhere in this step; the seconds really spent in it stay what they are."""
        self._spent = self._spent_here(now)
        self._held, self._since = position, now
        self._look_ahead()

    def _go(self, now: float) -> None:
        """Let the clock run from here, or wait if this is a check."""
        self._since = now
        self._eased = False
        self.state = PlayerState.WAITING if self.segment.waits else PlayerState.RUNNING

    def _hold(self, now: float) -> None:
        self._spent = self._spent_here(now)
        self._held, self._since = self.position(now), now

    def _spent_here(self, now: float) -> float:
        if self.state is PlayerState.RUNNING:
            return self._spent + self.position(now) - self._held
        if self.state is PlayerState.WAITING:
            return min(self._spent + max(0.0, now - self._since), self.segment.seconds)
        return self._spent

    def _look_ahead(self) -> None:
        at_start = self._held == self.segment.start
        marks = marks_of(self.segment)
        self._ahead = [mark for mark in marks if at_start or mark.at > self._held]
