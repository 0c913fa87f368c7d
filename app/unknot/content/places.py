"""Reads regions.json: what may be marked, pressed or only warned about, and what it is called."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from unknot.content.anatomy import MapFile, SeenSpot
from unknot.content.errors import ContentError
from unknot.content.reading import read_table, shown, typed
from unknot.domain.anatomy import Point, WarnPlace
from unknot.domain.body import Place, Pressure, PressWindow, Use, View


class ClearOf(Struct, frozen=True):
    """How far a spot keeps from a landmark, in mm, view by view."""

    landmark: str
    mm: dict[View, float]


class PlaceRow(Struct, frozen=True):
    """A place as regions.json has it."""

    label: str
    use: Use
    mark_as: str | None
    role: str
    pressure: Pressure
    max_pressure_pain: int
    part: str
    press_window: PressWindow | None
    caution: str
    cautions: tuple[str, ...]
    find: str
    instead: tuple[str, ...]
    mark: str
    default_at: dict[View, Point] | None = None
    anatomical: str = ""  # the map's own words where there is none
    no_tap: str = ""
    inside: tuple[str, ...] = ()  # spots only: the regions it lies in
    views: dict[View, SeenSpot] | None = None  # spots only
    clear_of: ClearOf | None = None  # spots only


class WarnRow(Struct, frozen=True):
    """A place that is only warned about, as regions.json has it."""

    label: str
    caution: str
    landmark: str | None
    cautions: tuple[str, ...]
    mark: str


class LockRow(Struct, frozen=True):
    """What an answer locks, as regions.json has it."""

    parts: tuple[str, ...]
    sides: str
    max_pressure_pain: int
    radius_cm: float = 0.0
    tools: str = ""
    time_factor: float = 1.0


class PlacesFile(Struct, frozen=True):
    """regions.json."""

    parts: tuple[str, ...]
    regions: dict[str, PlaceRow]
    zones: dict[str, PlaceRow]
    spots: dict[str, PlaceRow]
    warn_places: dict[str, WarnRow]
    pressure_lock: dict[str, LockRow]
    knee_place: dict[str, str]
    roles: dict[str, str]


def read_places_file(path: Path) -> PlacesFile:
    """regions.json as it is. Raises ContentError."""
    return typed(read_table(path), PlacesFile, path)


def places_of(file: PlacesFile, anatomy: MapFile, path: Path) -> dict[str, Place]:
    """Every place of the map by its id: spots first, then zones, then regions, as a tap is read."""
    found: dict[str, Place] = {}
    notes = {zone.id: zone.note for seen in anatomy.views.values() for zone in seen.zones}
    for kind, rows in (("spot", file.spots), ("zone", file.zones), ("region", file.regions)):
        for name, row in rows.items():
            if name in found:
                raise ContentError(shown(path), name, "the id is used twice")
            if kind == "region" and name not in anatomy.regions:
                raise ContentError(shown(path), f"regions.{name}", "expected a region of the map")
            note = notes.get(name, "") if kind == "zone" else ""
            anatomical = row.anatomical or note[:1].upper() + note[1:] or _latin(name, anatomy)
            found[name] = _place(name, kind, anatomical, row, _default_at(name, row, anatomy))
    return found


def warn_places_of(file: PlacesFile) -> dict[str, WarnPlace]:
    """Places that are only warned about, by id."""
    return {
        name: WarnPlace(name, row.label, row.caution, row.landmark or "", row.cautions)
        for name, row in file.warn_places.items()
    }


def _place(name: str, kind: str, anatomical: str, row: PlaceRow, default_at: dict[View, Point]) -> Place:
    return Place(
        id=name,
        kind=kind,
        label=row.label,
        anatomical=anatomical,
        use=row.use,
        mark_as=row.mark_as or "",
        pressure=row.pressure,
        max_pressure_pain=row.max_pressure_pain,
        part=row.part,
        press_window=row.press_window,
        caution=row.caution,
        cautions=row.cautions,
        find=row.find,
        instead=row.instead,
        default_at=default_at,
        no_tap=bool(row.no_tap),
    )


def _latin(name: str, anatomy: MapFile) -> str:
    known = anatomy.regions.get(name)
    return known.anatomical if known else ""


def _default_at(name: str, row: PlaceRow, anatomy: MapFile) -> dict[View, Point]:
    """Where a new knot goes, by view: given points win over the map's anchors and the middle of a zone."""
    found: dict[View, Point] = {}
    for view, seen in anatomy.views.items():
        anchor = next((region.anchor for region in seen.regions if region.id == name), None)
        ring = next((zone.polygon for zone in seen.zones if zone.id == name), None)
        at = (
            row.views[view].at
            if row.views and view in row.views
            else (row.default_at or {}).get(view) or anchor or (_middle(ring) if ring else None)
        )
        if at is not None:
            found[view] = at
    if row.use is not Use.PRESS or row.press_window is None:
        return found
    inside = {view: at for view, at in found.items() if row.press_window.holds(at[1])}
    return inside or found  # a knot chosen from a list lies where it may be pressed


def _middle(ring: tuple[Point, ...]) -> Point:
    """The centre of area of a zone's outline; the zones are near enough to convex that it lies inside."""
    pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)]
    area = sum(cross for *_, cross in pairs)
    u = sum((a[0] + b[0]) * cross for a, b, cross in pairs) / (3 * area)
    v = sum((a[1] + b[1]) * cross for a, b, cross in pairs) / (3 * area)
    return round(u, 4), round(v, 4)
