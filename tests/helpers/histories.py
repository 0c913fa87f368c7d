"""Makes knots, runs and sessions for tests of what is kept."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import Knot, KnotCheck, KnotKind, KnotStory, Size
from unknot.domain.practice import Session, SessionEnd, SessionKind, SessionStep, StepEnd
from unknot.domain.runs import Run

CALF = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
SEAM = Spot(View.OUTER, Side.LEFT, 0.3686, 0.4189)


def a_story(at: datetime, tenderness: int = 6, *, note: str = "") -> KnotStory:
    """A knot found at that moment with one rating."""
    knot = Knot(uuid4(), KnotKind.KNOT, "gastrocnemius_lateral_belly_upper", CALF, at, note)
    return KnotStory(knot, (KnotCheck(uuid4(), knot.id, at, tenderness, Size.MARBLE),))


def a_run(at: datetime, *, note: str = "") -> Run:
    """A run with all its fields."""
    return Run(uuid4(), at, 42.5, 7.25, False, 18.0, 6, 3, 2, 1, note)


def a_session(at: datetime, knot_ids: tuple[UUID, ...] = (), **fields: object) -> Session:
    """An open release session."""
    known = {
        "id": uuid4(),
        "kind": SessionKind.RELEASE,
        "content_id": "calf-outer-ball",
        "title": "Outer calf: pin and move",
        "started_at": at,
        "ended_at": None,
        "end": SessionEnd.OPEN,
        "sides": (Side.RIGHT,),
        "places": ("gastrocnemius_lateral_belly_upper",),
        "knot_ids": knot_ids,
        "total_s": 297.0,
        "done_s": 0.0,
        "position_s": 0.0,
        "ceiling": 5,
    }
    return Session(**{**known, **fields})


def a_step(session_id: UUID, index: int, at: datetime, **fields: object) -> SessionStep:
    """A finished step."""
    known = {
        "session_id": session_id,
        "index": index,
        "step_id": f"step-{index}",
        "side": Side.RIGHT,
        "ended_at": at,
        "seconds": 30.0,
        "end": StepEnd.DONE,
        "values": {},
    }
    return SessionStep(**{**known, **fields})


def a_scored_drill(
    at: datetime, content_id: str, *scores: tuple[Side | None, dict[str, int]], **fields: object
) -> Session:
    """A drill that was done, with these scores, each of a leg or of none."""
    made = {
        "kind": SessionKind.DRILL,
        "content_id": content_id,
        "title": content_id,
        "sides": (),
        "places": (),
    }
    made |= {"end": SessionEnd.DONE, "ended_at": at, "done_s": 120.0, "ceiling": None, **fields}
    own_id = uuid4()
    steps = tuple(
        a_step(own_id, index, at, side=side, values=values) for index, (side, values) in enumerate(scores)
    )
    return a_session(at, id=own_id, steps=steps, **made)
