"""What the history holds of each routine."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from unknot.domain.practice import Session, SessionEnd, SessionKind
from unknot.domain.routine_past import routine_pasts

FIRST = datetime(2026, 11, 2, 18, tzinfo=UTC)


def session(day: int, *, name: str = "a", done_s: float = 60.0, lowered: int = 0, **other: object) -> Session:
    fields: dict[str, object] = {
        "id": uuid4(),
        "kind": SessionKind.RELEASE,
        "content_id": name,
        "title": name,
        "started_at": FIRST + timedelta(days=day),
        "ended_at": None,
        "end": SessionEnd.DONE,
        "sides": (),
        "places": (),
        "knot_ids": (),
        "total_s": 60.0,
        "done_s": done_s,
        "position_s": done_s,
        "lowered": lowered,
    }
    return Session(**(fields | other))


def test_times_the_last_day_and_how_often_it_was_too_much():
    pasts = routine_pasts([session(0, lowered=2), session(3), session(1, name="b")])
    assert set(pasts) == {"a", "b"}
    past = pasts["a"]
    assert (past.times, past.last) == (2, date(2026, 11, 5))
    assert (past.lowered, past.lowered_on) == (2, date(2026, 11, 2))
    assert len(past.sessions) == 2
    assert pasts["b"].lowered_on is None


def test_what_was_thrown_away_or_of_which_nothing_was_done_does_not_count():
    drill, discarded = SessionKind.DRILL, SessionEnd.DISCARDED
    assert routine_pasts([session(0, done_s=0.0), session(0, end=discarded), session(0, kind=drill)]) == {}
