"""What a drill's scores say: per leg, the difference between the legs, and the band each value lies in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.drill import Drill, Threshold
from unknot.domain.practice import SessionStep

DIFFERENCE = "difference_percent"
Given = Mapping[tuple[str, Side | None], int]  # score id and leg -> value


class Finding(Struct, frozen=True):
    """A measure with what it means; `side` is None where it is of both legs or of none."""

    measure: str
    side: Side | None
    value: int
    band: Threshold


def given_in(steps: Iterable[SessionStep]) -> dict[tuple[str, Side | None], int]:
    """Every score of a session, the last one given for each leg."""
    return {(name, step.side): value for step in steps for name, value in step.values.items()}


def difference_percent(given: Given, score_id: str) -> int | None:
    """How far the weaker leg is behind the better one; None with one leg, or where the better one has 0."""
    left, right = given.get((score_id, Side.LEFT)), given.get((score_id, Side.RIGHT))
    if left is None or right is None or max(left, right) <= 0:
        return None
    return round(100 * abs(left - right) / max(left, right))


def weaker(given: Given, score_id: str) -> Side | None:
    """The leg with less, None where there is none."""
    left, right = given.get((score_id, Side.LEFT)), given.get((score_id, Side.RIGHT))
    if left is None or right is None or left == right:
        return None
    return Side.LEFT if left < right else Side.RIGHT


def compared(drill: Drill) -> str:
    """The score whose legs are compared: the first one given per leg, empty if none is."""
    return next((score.id for score in drill.score if score.per_side), "")


def findings(drill: Drill, given: Given) -> tuple[Finding, ...]:
    """The band of every measure that the drill has thresholds for, in the order of its file."""
    measured = [(name, side, value) for (name, side), value in given.items()]
    difference = difference_percent(given, compared(drill))
    if difference is not None:
        measured.append((DIFFERENCE, None, difference))
    order = list(dict.fromkeys(threshold.measure for threshold in drill.thresholds))
    found = [
        Finding(name, side, value, band)
        for name, side, value in measured
        for band in drill.thresholds
        if band.measure == name and band.min <= value <= band.max
    ]
    return tuple(sorted(found, key=lambda finding: order.index(finding.measure)))
