"""The landmarks and outlines are those of the anatomy file: they say where a point is in each view."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PySide6.QtGui import QImage

from unknot.content.anatomy import load_anatomy, read_map
from unknot.content.places import places_of, read_places_file
from unknot.domain.anatomy import Anatomy
from unknot.domain.body import Side, Spot, View
from unknot.domain.hit import HitMap
from unknot.domain.other_views import REACH_MM, seen_from, spans_at

RESOURCES = Path(__file__).parents[3] / "resources"
MAP = json.loads((RESOURCES / "anatomy/regions.json").read_text())
CALF = "gastrocnemius_lateral_belly_upper"


@pytest.fixture(scope="module")
def anatomy() -> Anatomy:
    return load_anatomy(RESOURCES)


@pytest.fixture(scope="module")
def hits(anatomy: Anatomy) -> HitMap:
    path = RESOURCES / "content/en/regions.json"
    ids = {}
    for view in View:
        image = QImage(str(RESOURCES / f"anatomy/{view.value}_ids.png"))
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        ids[view] = flat[:, : image.width()].copy()
    return HitMap(anatomy, ids, places_of(read_places_file(path), read_map(RESOURCES), path))


def test_the_named_calf_spot_shows_in_the_outer_view_at_its_height(anatomy, hits):
    back = Spot(View.BACK, Side.LEFT, 0.4514, 0.6284)
    outer = seen_from(View.OUTER, back, CALF, anatomy, hits)
    assert (outer.view, outer.side, outer.v) == (View.OUTER, Side.LEFT, 0.6284)
    assert hits.place_at(View.OUTER, outer.u, outer.v) == CALF


def test_a_spot_is_not_shown_where_its_place_cannot_be_seen(anatomy, hits):
    back = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
    assert seen_from(View.FRONT, back, CALF, anatomy, hits) is None
    assert seen_from(View.INNER, back, CALF, anatomy, hits) is None
    assert seen_from(View.OUTER, back, "a place of a newer version", anatomy, hits) is None


def test_in_its_own_view_a_spot_stays_what_it_is(anatomy, hits):
    spot = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
    assert seen_from(View.BACK, spot, "whatever", anatomy, hits) is spot


def test_wherever_it_shows_it_lies_in_its_place_at_its_height(anatomy, hits):
    dice, shown = Random("every view"), 0
    for _ in range(1500):
        spot = Spot(dice.choice(list(View)), dice.choice(list(Side)), dice.random(), dice.random())
        place = hits.place_at(spot.view, spot.u, spot.v)
        for view in View:
            other = seen_from(view, spot, place, anatomy, hits) if place else None
            if other is None or view is spot.view:
                continue
            shown += 1
            assert other.side is spot.side
            assert abs(other.v - spot.v) * anatomy.views[view].mm_per_v <= REACH_MM + 1e-6
            assert hits.place_at(view, other.u, other.v) == place
    assert shown > 300


@pytest.mark.parametrize("v", [0.3, 0.45, 0.65, 0.75])
def test_what_lies_at_the_outer_edge_of_the_back_comes_to_the_middle_from_outside(anatomy, hits, v):
    """Going round: the outer edge of a muscle seen from behind is nearer the front of the outer view."""
    left, right = spans_at(anatomy.views[View.BACK].skin, v)[-1]
    found = []
    for share in (0.55, 0.7, 0.8, 0.9):
        u = left + share * (right - left)
        place = hits.place_at(View.BACK, u, v)
        outer = seen_from(View.OUTER, Spot(View.BACK, Side.RIGHT, u, v), place, anatomy, hits)
        if outer is not None:
            found.append(outer.u)
    assert len(found) >= 2
    assert found == sorted(found)


def test_front_and_back_are_mirror_images_across(anatomy, hits):
    for name, mark in MAP["views"]["back"]["landmarks"].items():
        u, v = mark["at"]
        front = MAP["views"]["front"]["landmarks"][name]["at"]
        assert front == pytest.approx([1 - u, v], abs=1e-4)
    band = "iliotibial_tract_upper"
    left, right = spans_at(anatomy.views[View.FRONT].outline(band).rings, 0.35)[0]
    back = seen_from(View.BACK, Spot(View.FRONT, Side.RIGHT, (left + right) / 2, 0.35), band, anatomy, hits)
    assert back.u > 0.5  # the outer side: left in the front view, right in the back view


def test_spans_leave_out_holes():
    square = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    hole = ((0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6))
    assert spans_at((square, hole), 0.5) == [(0.0, 0.4), (0.6, 1.0)]
    assert spans_at((square, hole), 0.2) == [(0.0, 1.0)]
    assert spans_at((square,), 1.5) == []
