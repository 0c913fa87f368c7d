"""Laws of the player's clock: pauses lose nothing, the spacing of ticks tells nothing."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.timelines import routines
from unknot.domain.body import Side
from unknot.domain.player import Player, PlayerState
from unknot.domain.player_events import Gap, StepFinished
from unknot.domain.unfold import unfold_routine

TWENTIETH = Fraction(1, 64)  # exact in binary, so that equal means equal
gaps = st.lists(st.integers(1, 128), min_size=1, max_size=40)  # in 64ths of a second: up to two seconds


def seconds(parts):
    return float(parts * TWENTIETH)


def play_through(timeline, spacing, *, pauses=(), answer_after=64):
    """Every event from start to end, with ticks `spacing` apart; waits are answered after one second.

    `pauses` are (moment, length): paused when the clock first passes the moment.
    """
    player, now, held = Player(timeline), 0.0, 0.0
    ahead = list(pauses)
    events = player.start(0.0)
    ticks = 0
    while not player.is_over:
        if player.state is PlayerState.WAITING:
            # a check began somewhere between two ticks: answer a second after it did
            began = player._since
            now = max(now, began + seconds(answer_after))
            events += player.answer({"tenderness_0_10": 3}, began + seconds(answer_after))
            player._seen = now = began + seconds(answer_after)
            continue
        now += seconds(spacing[ticks % len(spacing)])
        ticks += 1
        if ahead and now - held >= ahead[0][0]:
            _, length = ahead.pop(0)
            events += player.pause(now)
            if player.state is PlayerState.PAUSED:
                now += length
                held += length
                events += player.resume(now)
            continue
        events += player.tick(now)
    return events, now - held, player


@settings(deadline=None, max_examples=60)
@given(routines(), gaps, gaps)
def test_ticks_of_any_spacing_tell_the_same(routine, one, other):
    timeline = unfold_routine(routine, (Side.LEFT, Side.RIGHT))
    first, _, _ = play_through(timeline, one)
    second, _, _ = play_through(timeline, other)
    assert first == second
    assert not [event for event in first if isinstance(event, Gap)]


pauses = st.lists(st.tuples(st.integers(1, 200), st.integers(0, 100_000)), max_size=5)


@settings(deadline=None, max_examples=60)
@given(routines(), gaps, pauses)
def test_pausing_never_loses_or_gains_time(routine, spacing, when):
    timeline = unfold_routine(routine, (Side.RIGHT,))
    straight, _, there = play_through(timeline, [16])
    paused, _, player = play_through(timeline, spacing, pauses=sorted((m, float(s)) for m, s in when))
    assert paused == straight
    assert player.done_s(1e9) == there.done_s(1e9)
    assert [e.seconds for e in paused if isinstance(e, StepFinished) and not e.segment.waits] == [
        s.seconds for s in timeline.segments if not s.waits
    ]


@given(routines(), gaps)
def test_the_position_never_goes_back_while_it_runs(routine, spacing):
    player = Player(unfold_routine(routine))
    player.start(0.0)
    now, last = 0.0, 0.0
    for gap in spacing:
        now += seconds(gap)
        player.tick(now)
        assert player.position(now) >= last
        assert player.segment.start <= player.position(now) <= player.segment.end
        last = player.position(now)


@given(
    routines(),
    st.lists(st.sampled_from(["skip", "back", "pause", "resume", "too_much", "tick"]), max_size=30),
)
def test_no_order_of_keys_breaks_it_or_counts_time_twice(routine, keys):
    player = Player(unfold_routine(routine), 5)
    player.start(0.0)
    now, spent = 0.0, 0.0
    events = []
    for key in keys:
        now += 0.75
        events += getattr(player, key)(now)
        assert player.segment.start <= player.position(now) <= player.segment.end
    events += player.end(now)
    spent = sum(event.seconds for event in events if isinstance(event, StepFinished))
    assert spent <= now + 1e-9
    assert abs(spent - player.done_s(now)) < 1e-9
