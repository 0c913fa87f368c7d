"""Reads selection.toml: which routine for which place, and the limits of a day."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from unknot.content.errors import ContentError
from unknot.content.reading import read_format, shown, typed
from unknot.domain.knots import Size
from unknot.domain.selection import Band, KnotRule, Occasion, Pace, SelectionRules, SessionEnding, TooMuch
from unknot.domain.stride import RateRule, StrideFault


class OuterCalf(Struct, frozen=True):
    """Which routine comes first on the outer calf, and which never."""

    first: str
    week_1: str
    not_for: str
    tested_hold_s: int
    refs: tuple[str, ...]


class EndingRow(SessionEnding, frozen=True):
    """The closing stretch with its sources."""

    refs: tuple[str, ...]


class FaultRow(Struct, frozen=True):
    """Drills for a fault of the stride."""

    id: str
    claims: tuple[str, ...]
    screening: tuple[str, ...]
    cues: tuple[str, ...]
    drills: tuple[str, ...]
    see: str
    step_rate: str
    note: str
    style: str = ""
    wake_up: bool = False


class StrengthRow(Struct, frozen=True):
    """Drills for an area of a strength day."""

    area: str
    drills: tuple[str, ...]


class OfferRow(Struct, frozen=True):
    """A file that is offered for another reason than a knot or a fault."""

    file: str
    phases: tuple[int, ...]
    when: str
    occasion: Occasion | None = None


class SelectionFile(Struct, frozen=True):
    """selection.toml."""

    session_order: tuple[str, ...]
    max_places_per_session: int
    calf_day_routines: tuple[str, ...]
    session_end: EndingRow
    outer_calf: OuterCalf
    size_points: dict[Size, int]
    ceiling_by_tenderness: tuple[Band, ...]
    too_much: TooMuch
    pace: Pace
    knot: tuple[KnotRule, ...]
    fault: tuple[FaultRow, ...]
    strength: tuple[StrengthRow, ...]
    check: tuple[OfferRow, ...]
    extra: tuple[OfferRow, ...]


RATES = {  # what the words of `step_rate` mean, as shares of the own steps a minute
    "own": RateRule(),
    "own to +5 %": RateRule(1.0, 1.05),
    "own +5 %, later up to +10 %": RateRule(1.05, 1.1),
}


def read_selection_file(path: Path) -> SelectionFile:
    """selection.toml as it is. Raises ContentError."""
    return typed(read_format(path, "selection"), SelectionFile, path)


def selection_of(file: SelectionFile, path: Path) -> SelectionRules:
    """The rules that a release goes by.

    Raises ContentError where a tenderness has no band, or two, and where an occasion has no file, or two.
    """
    covered = [score for band in file.ceiling_by_tenderness for score in range(band.min, band.max + 1)]
    if covered != list(range(11)):
        raise ContentError(shown(path), "ceiling_by_tenderness", f"expected 0 to 10 once each, got {covered}")
    knots: dict[str, KnotRule] = {}
    for row in file.knot:
        if row.place in knots:
            raise ContentError(shown(path), f"knot.{row.place}", "the place is there twice")
        knots[row.place] = row
    named = [(row.occasion, row.file) for row in (*file.check, *file.extra) if row.occasion is not None]
    if sorted(occasion for occasion, _ in named) != sorted(Occasion):
        raise ContentError(shown(path), "extra.occasion", "expected each occasion once")
    return SelectionRules(
        session_order=file.session_order,
        max_places_per_session=file.max_places_per_session,
        size_points=file.size_points,
        bands=file.ceiling_by_tenderness,
        too_much=file.too_much,
        knots=knots,
        calf_day_routines=file.calf_day_routines,
        session_end=SessionEnding(
            file.session_end.routine, file.session_end.inside, file.session_end.minutes
        ),
        pace=file.pace,
        occasions=dict(named),
    )


def faults_of(file: SelectionFile, path: Path) -> tuple[StrideFault, ...]:
    """What can be seen of a stride, with its drills. Raises ContentError for a step rate of unknown words."""
    for row in file.fault:
        if row.step_rate not in RATES:
            expected = ", ".join(map(repr, RATES))
            raise ContentError(
                shown(path), f"fault.{row.id}.step_rate", f"expected one of {expected}, got {row.step_rate!r}"
            )
    return tuple(
        StrideFault(
            id=row.id,
            see=row.see,
            claims=row.claims,
            screening=row.screening,
            cues=row.cues,
            drills=row.drills,
            rate=RATES[row.step_rate],
            note=row.note,
            style=row.style,
            wake_up=row.wake_up,
        )
        for row in file.fault
    )
