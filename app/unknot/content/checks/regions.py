"""Rules for regions.json: places are those of the map, and what may be pressed lies where it may be."""

from __future__ import annotations

import math

from unknot.content.checks.findings import Findings
from unknot.content.checks.shelf import Shelf
from unknot.content.places import PlaceRow
from unknot.domain.anatomy import Point, Ring
from unknot.domain.body import Pressure, PressWindow, Use, View

FILE = "regions.json"
HIGHEST, HIGHEST_LIGHT = 6, 4
IT_BAND = "iliotibial_tract"
FROM_CREASE_MM, CREASE_ABOVE_JOINT_MM, MEASURED_MM = 30.0, 10.0, 0.5
BY_LINES, GRID = 8, 20  # how finely an outline is looked at
MARK_AS = {Use.PRESS: "knot", Use.MARK: "pain", Use.WARN: None}


def check_regions(shelf: Shelf, findings: Findings) -> None:
    """All places."""
    places = shelf.every_place
    _check_ids(shelf, findings)
    for name, row in places.items():
        _check_row(name, row, shelf, findings)
        if row.use is Use.PRESS and not row.no_tap:
            _check_first_place(name, row, shelf, findings)
        if row.use is Use.PRESS and row.no_tap:
            _check_no_tap(name, row, shelf, findings)
    for name in shelf.places.spots:
        _check_spot(name, shelf, findings)
    _check_crease(shelf, findings)
    landmarks = {mark for seen in shelf.anatomy.views.values() for mark in seen.landmarks}
    for name, warned in shelf.places.warn_places.items():
        if warned.landmark and warned.landmark not in landmarks:
            findings.add(FILE, f"warn_places.{name}.landmark", f"unknown landmark {warned.landmark!r}")
        _check_cautions(f"warn_places.{name}", warned.cautions, shelf, findings)


def _check_ids(shelf: Shelf, findings: Findings) -> None:
    zones = {zone.id for seen in shelf.anatomy.views.values() for zone in seen.zones}
    for key, have, want in (
        ("regions", set(shelf.places.regions), set(shelf.anatomy.regions)),
        ("zones", set(shelf.places.zones), zones),
    ):
        for name in sorted(have ^ want):
            fault = "is not on the map" if name in have else "is on the map and has no entry"
            findings.add(FILE, f"{key}.{name}", fault)
    labels = [row.label for row in shelf.every_place.values()]
    labels += [row.label for row in shelf.places.warn_places.values()]
    for label in sorted({label for label in labels if labels.count(label) > 1}):
        findings.add(FILE, "label", f"{label!r} is used twice")


def _check_row(name: str, row: PlaceRow, shelf: Shelf, findings: Findings) -> None:
    if row.part not in shelf.places.parts:
        findings.add(FILE, f"{name}.part", f"unknown part {row.part!r}")
    if row.role not in shelf.places.roles or row.mark not in {"S", "E", "C"}:
        findings.add(FILE, f"{name}.role", f"unknown role {row.role!r} or mark {row.mark!r}")
    pressed = row.use is Use.PRESS
    if pressed != (row.pressure is not Pressure.NONE) or pressed != (row.max_pressure_pain > 0):
        findings.add(FILE, f"{name}.use", "use, pressure and max_pressure_pain do not fit together")
    most = HIGHEST_LIGHT if row.pressure is Pressure.LIGHT else HIGHEST
    if not 0 <= row.max_pressure_pain <= most:
        findings.add(FILE, f"{name}.max_pressure_pain", f"expected 0 to {most}, got {row.max_pressure_pain}")
    if row.mark_as != MARK_AS[row.use]:
        findings.add(FILE, f"{name}.mark_as", f"expected {MARK_AS[row.use]!r}, got {row.mark_as!r}")
    _check_cautions(name, row.cautions, shelf, findings)
    for instead in row.instead:
        if instead not in shelf.pressed:
            findings.add(FILE, f"{name}.instead", f"{instead!r} may not be pressed")
    if name.startswith(IT_BAND) and row.use is not Use.MARK:
        findings.add(FILE, f"{name}.use", "the IT band is marked and never pressed")


def _check_cautions(key: str, cautions: tuple[str, ...], shelf: Shelf, findings: Findings) -> None:
    for caution in cautions:
        if caution not in shelf.vocabulary.cautions:
            findings.add(FILE, f"{key}.cautions", f"unknown caution {caution!r}")


def _check_first_place(name: str, row: PlaceRow, shelf: Shelf, findings: Findings) -> None:
    """A knot chosen by name lies inside the press window, and is not hidden by another place."""
    window = row.press_window or PressWindow()
    firsts = {view: at for view in View if (at := _first_at(name, row, view, shelf)) is not None}
    if not any(window.holds(at[1]) for at in firsts.values()):
        findings.add(FILE, f"{name}.default_at", "no first place inside the press window in any view")
    for view, at in firsts.items():
        if row.default_at and view in row.default_at and not _within(_outer(name, view, shelf), at):
            findings.add(FILE, f"{name}.default_at.{view.value}", "lies outside the outline")
        over = _owner(view, at, shelf)
        if over not in {None, name} and name not in shelf.places.spots:
            findings.add(FILE, f"{name}.default_at.{view.value}", f"lies in {over}, which wins")


def _first_at(name: str, row: PlaceRow, view: View, shelf: Shelf) -> Point | None:
    if row.views is not None:
        return row.views[view].at if view in row.views else None
    if row.default_at and view in row.default_at:
        return row.default_at[view]
    seen = shelf.anatomy.views[view]
    return next((region.anchor for region in seen.regions if region.id == name), None)


def _owner(view: View, at: Point, shelf: Shelf) -> str | None:
    """The spot or zone that a tap there belongs to."""
    for name, row in shelf.places.spots.items():
        if row.views and view in row.views and inside(row.views[view].polygon, at):
            return name
    zones = shelf.anatomy.views[view].zones
    return next((zone.id for zone in zones if inside(zone.polygon, at)), None)


def _outer(name: str, view: View, shelf: Shelf) -> list[Ring]:
    seen, row = shelf.anatomy.views[view], shelf.places.spots.get(name)
    if row is not None:
        return [row.views[view].polygon] if row.views and view in row.views else []
    rings = [polygon.outer for region in seen.regions if region.id == name for polygon in region.polygons]
    return rings + [zone.polygon for zone in seen.zones if zone.id == name]


def _check_spot(name: str, shelf: Shelf, findings: Findings) -> None:
    """A spot lies in its regions, outside zones, inside its press window and apart from other spots."""
    row = shelf.places.spots[name]
    for region in row.inside:
        if region not in shelf.places.regions:
            findings.add(FILE, f"spots.{name}.inside", f"unknown region {region!r}")
    for view, seen in (row.views or {}).items():
        key = f"spots.{name}.views.{view.value}"
        faults = (_fault_at(row, view, point, shelf) for point in (*samples(seen.polygon), seen.at))
        fault = next(filter(None, faults), "")
        if fault:
            findings.add(FILE, key, fault)
        if not inside(seen.polygon, seen.at):
            findings.add(FILE, f"{key}.at", "lies outside the spot")
        for other, beside in shelf.places.spots.items():
            there = beside.views.get(view) if other != name and beside.views else None
            if there is not None and any(inside(there.polygon, point) for point in samples(seen.polygon)):
                findings.add(FILE, key, f"overlaps the spot {other}")


def _fault_at(row: PlaceRow, view: View, point: Point, shelf: Shelf) -> str:
    """What is wrong with one point of a spot, empty where nothing is."""
    home = [ring for region in row.inside for ring in _outer(region, view, shelf)]
    zone, window = _owner_zone(view, point, shelf), row.press_window or PressWindow()
    if not _within(home, point):
        return f"{point} lies outside {' and '.join(row.inside)}"
    if zone is not None:
        return f"{point} lies inside the zone {zone}"
    if not window.holds(point[1]):
        return f"{point} lies outside the press window"
    if _too_near(row, view, point, shelf):
        return f"{point} lies too near to what the spot keeps clear of"
    return ""


def _too_near(row: PlaceRow, view: View, point: Point, shelf: Shelf) -> bool:
    """Whether a point of a spot comes nearer to its landmark than it says."""
    seen, clear = shelf.anatomy.views[view], row.clear_of
    if clear is None or view not in clear.mm or clear.landmark not in seen.landmarks:
        return False
    u, v = seen.landmarks[clear.landmark].at
    far = math.hypot((point[0] - u) * seen.mm_per_u, (point[1] - v) * seen.mm_per_v)
    return far < clear.mm[view] - MEASURED_MM


def _check_no_tap(name: str, row: PlaceRow, shelf: Shelf, findings: Findings) -> None:
    """A place that is only chosen from the list is hidden by others wherever it may be pressed."""
    window = row.press_window or PressWindow()
    for view in View:
        for ring in _outer(name, view, shelf):
            free = (p for p in samples(ring)[BY_LINES * len(ring) :] if window.holds(p[1]))
            if any(_owner_zone(view, point, shelf) is None for point in free):
                findings.add(FILE, f"{name}.no_tap", "a part that may be pressed is free for a tap")
                return


def samples(ring: Ring) -> list[Point]:
    """Corners, points along the lines, and a grid inside."""
    found = [(u, v) for u, v in ring]
    for (u0, v0), (u1, v1) in zip(ring, (*ring[1:], ring[0]), strict=True):
        steps = range(1, BY_LINES)
        found += [(u0 + (u1 - u0) * i / BY_LINES, v0 + (v1 - v0) * i / BY_LINES) for i in steps]
    us, vs = [u for u, _ in ring], [v for _, v in ring]
    wide, high = max(us) - min(us), max(vs) - min(vs)
    grid = (
        (min(us) + wide * i / GRID, min(vs) + high * j / GRID)
        for i in range(GRID + 1)
        for j in range(GRID + 1)
    )
    return found + [point for point in grid if inside(ring, point)]


def _owner_zone(view: View, point: Point, shelf: Shelf) -> str | None:
    zones = shelf.anatomy.views[view].zones
    return next((zone.id for zone in zones if inside(zone.polygon, point)), None)


def _check_crease(shelf: Shelf, findings: Findings) -> None:
    """On the lower leg nothing is pressed less than 3 cm below the crease of the knee."""
    back = shelf.anatomy.views[View.BACK]
    crease = back.landmarks["lateral_joint_line"].at[1] - CREASE_ABOVE_JOINT_MM / back.mm_per_v
    for name in sorted(shelf.pressed):
        row = shelf.every_place[name]
        if row.part != "lower_leg":
            continue
        heights = [v for view in View for ring in _outer(name, view, shelf) for _, v in ring]
        window = row.press_window or PressWindow()
        top = max(min(heights, default=1.0), window.v_min or 0.0)
        if (top - crease) * back.mm_per_v < FROM_CREASE_MM - MEASURED_MM:
            findings.add(FILE, f"{name}.press_window", "allows less than 3 cm below the crease of the knee")


def _within(rings: list[Ring], point: Point) -> bool:
    """Inside one of the outlines, or within half a millimetre of a line where two of them meet."""
    return any(inside(ring, (point[0], point[1] + shift)) for ring in rings for shift in (0, -4e-4, 4e-4))


def inside(ring: Ring, point: Point) -> bool:
    """Whether a point lies in a ring (even-odd)."""
    hit, (u, v) = False, point
    for (u0, v0), (u1, v1) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (v0 > v) != (v1 > v) and u < u0 + (v - v0) / (v1 - v0) * (u1 - u0):
            hit = not hit
    return hit
