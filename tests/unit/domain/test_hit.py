"""The points come from the outlines of the anatomy file, read here, not from the code under test."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage

from unknot.content.anatomy import load_anatomy, read_map
from unknot.content.places import places_of, read_places_file
from unknot.domain.body import View
from unknot.domain.hit import HitMap

RESOURCES = Path(__file__).parents[3] / "resources"
MAP = json.loads((RESOURCES / "anatomy/regions.json").read_text())
PLACES = json.loads((RESOURCES / "content/en/regions.json").read_text())
CLEAR = 1.0  # px of the picture a point must keep from the borders around it
Rings = list[list[list[float]]]


def ids_of(view: str) -> np.ndarray:
    image = QImage(str(RESOURCES / f"anatomy/{view}_ids.png")).convertToFormat(
        QImage.Format.Format_Grayscale8
    )
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width()].copy()


@pytest.fixture(scope="module")
def hits() -> HitMap:
    path = RESOURCES / "content/en/regions.json"
    places = places_of(read_places_file(path), read_map(RESOURCES), path)
    return HitMap(load_anatomy(RESOURCES), {view: ids_of(view.value) for view in View}, places)


def inside(rings: Rings, u: float, v: float) -> bool:
    """Even-odd, by counting the crossings of a ray to the right."""
    crossings = 0
    for ring in rings:
        for (u0, v0), (u1, v1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (v0 > v) != (v1 > v) and u < u0 + (v - v0) / (v1 - v0) * (u1 - u0):
                crossings += 1
    return crossings % 2 == 1


def is_far(rings: Rings, u: float, v: float) -> bool:
    return not any(abs(u - a) < 0.1 and abs(v - b) < 0.05 for ring in rings for a, b in ring)


def px_from_border(rings: Rings, u: float, v: float, size: tuple[int, int]) -> float:
    if is_far(rings, u, v) and not inside(rings, u, v):
        return 9.0
    point, nearest = np.array([u, v]) * size, np.inf
    for ring in rings:
        start = np.array(ring) * size
        way = np.roll(start, -1, axis=0) - start
        share = np.clip(((point - start) * way).sum(1) / np.maximum((way**2).sum(1), 1e-9), 0, 1)
        nearest = min(nearest, np.hypot(*(start + way * share[:, None] - point).T).min())
    return float(nearest)


def shapes(view: str) -> dict[str, dict[str, Rings]]:
    seen = MAP["views"][view]
    return {
        "spot": {
            name: [spot["views"][view]["polygon"]]
            for name, spot in PLACES["spots"].items()
            if view in spot["views"]
        },
        "zone": {zone["id"]: [zone["polygon"]] for zone in seen["zones"]},
        "region": {
            region["id"]: [ring for part in region["polygons"] for ring in (part["outer"], *part["holes"])]
            for region in seen["regions"]
        },
    }


def points(view: str, kind: str, each: int) -> Iterator[tuple[str, float, float]]:
    """Random points inside places of a kind, clear of every border of their own and of the kinds above."""
    seen, dice = shapes(view), Random(f"{view} {kind}")
    size = (MAP["views"][view]["width"], MAP["views"][view]["height"])
    above: dict[str, Any] = {"spot": {}, "zone": seen["spot"], "region": seen["spot"] | seen["zone"]}[kind]
    for name, rings in seen[kind].items():
        flat = [point for ring in rings for point in ring]
        (left, right), (top, bottom) = ((min(axis), max(axis)) for axis in zip(*flat, strict=True))
        found = tries = 0
        while found < each and tries < 400:
            tries += 1
            u, v = dice.uniform(left, right), dice.uniform(top, bottom)
            if not inside(rings, u, v) or px_from_border(rings, u, v, size) <= CLEAR:
                continue
            others = [ring for other, ring in (above | seen[kind]).items() if other != name or other in above]
            if any(inside(other, u, v) or px_from_border(other, u, v, size) <= CLEAR for other in others):
                continue
            found += 1
            yield name, u, v


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("kind", ["spot", "zone"])
def test_every_point_of_a_spot_or_zone_finds_it(hits: HitMap, view: View, kind: str) -> None:
    wrong = [
        (name, hits.place_at(view, u, v), u, v)
        for name, u, v in points(view.value, kind, 60)
        if hits.place_at(view, u, v) != name
    ]
    assert wrong == []


def test_of_a_thousand_points_in_any_view_at_most_one_misses_its_region(hits: HitMap) -> None:
    found = [
        hits.place_at(view, u, v) == name for view in View for name, u, v in points(view.value, "region", 30)
    ]
    assert len(found) > 3000
    assert sum(found) / len(found) >= 0.999


def test_the_named_spots_win_over_what_lies_below_them(hits: HitMap) -> None:
    for name, spot in PLACES["spots"].items():
        for view, seen in spot["views"].items():
            u, v = seen["at"]
            assert hits.place_at(View(view), u, v) == name
            assert hits.region_at(View(view), u, v) in spot["inside"]


def test_where_zones_overlap_the_one_that_must_not_be_pressed_wins(hits: HitMap) -> None:
    seam, bump = (
        shapes("outer")["zone"]["itb_hamstring_interface"],
        shapes("outer")["zone"]["lateral_epicondyle"],
    )
    dice = Random("overlap")
    both = [(dice.uniform(0.3, 0.5), dice.uniform(0.5, 0.6)) for _ in range(4000)]
    both = [point for point in both if inside(seam, *point) and inside(bump, *point)]
    assert both
    assert {hits.place_at(View.OUTER, *point) for point in both} == {"lateral_epicondyle"}


def test_beside_the_leg_and_outside_the_picture_there_is_nothing(hits: HitMap) -> None:
    assert hits.place_at(View.OUTER, 0.01, 0.5) is None
    for u, v in [(-0.001, 0.5), (1.0, 0.5), (0.5, -0.2), (0.5, 1.0), (7, 7)]:
        assert hits.place_at(View.BACK, u, v) is None


def test_pressing_is_refused_below_the_window_of_the_seam(hits: HitMap) -> None:
    u, v = 0.631, 0.4189
    assert hits.place_at(View.BACK, u, v) == "itb_hamstring_interface"
    assert hits.may_press(View.BACK, u, v)
    assert hits.place_at(View.BACK, 0.595, 0.51) == "itb_hamstring_interface"
    assert not hits.may_press(View.BACK, 0.595, 0.51)


def test_pressing_is_refused_where_a_place_must_not_be_pressed(hits: HitMap) -> None:
    for view in View:
        for kind in ("zone", "region"):
            for name, u, v in points(view.value, kind, 2):
                rule = (PLACES["zones"] | PLACES["regions"])[name]
                if rule["pressure"] == "none":
                    assert not hits.may_press(view, u, v), name


def test_the_nearest_useful_place_is_measured_in_millimetres(hits: HitMap) -> None:
    spots = {"gastrocnemius_lateral_belly_upper", "biceps_femoris_junction"}
    assert hits.nearest(View.BACK, 0.5, 0.56, spots) == "gastrocnemius_lateral_belly_upper"
    assert hits.nearest(View.BACK, 0.5, 0.50, spots) == "biceps_femoris_junction"
    assert hits.nearest(View.FRONT, 0.5, 0.5, spots) is None


def test_a_hit_takes_far_less_than_a_frame(hits: HitMap) -> None:
    dice = Random("speed")
    taps = [(View.OUTER, dice.random(), dice.random()) for _ in range(2000)]
    start = perf_counter()
    for tap in taps:
        hits.place_at(*tap)
    assert (perf_counter() - start) / len(taps) < 500e-6  # ten times the goal: the machine may be busy
