"""Reads the map file (resources/anatomy/regions.json) with the named spots of the content's regions.json."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from unknot.content.reading import read_table, typed
from unknot.domain.anatomy import Anatomy, AnatomyView, Beneath, Closeup, Outline, Point, Ring
from unknot.domain.body import View


class _Polygon(Struct, frozen=True):
    outer: Ring
    holes: tuple[Ring, ...] = ()


class _SeenRegion(Struct, frozen=True):
    id: str
    anchor: Point
    polygons: tuple[_Polygon, ...]
    beneath: tuple[tuple[str, float], ...] = ()


class _SeenZone(Struct, frozen=True):
    id: str
    polygon: Ring
    note: str = ""


class _Landmark(Struct, frozen=True):
    at: Point


class MapView(Struct, frozen=True):
    """One view as the map file has it."""

    picture: str
    picture_mono: str
    ids: str
    width: int
    height: int
    aspect: float
    mm_per_u: float
    mm_per_v: float
    midline: str | None
    skin_outline: tuple[Ring, ...]
    regions: tuple[_SeenRegion, ...]
    zones: tuple[_SeenZone, ...]
    landmarks: dict[str, _Landmark]


class _MapRegion(Struct, frozen=True):
    id: int
    anatomical: str


class MapFile(Struct, frozen=True):
    """The map file."""

    views: dict[View, MapView]
    regions: dict[str, _MapRegion]
    id_map: dict[str, str]
    closeups: dict[str, Closeup]


class SeenSpot(Struct, frozen=True):
    """Where a named spot lies in a view, and where a new knot goes."""

    at: Point
    polygon: Ring


class _Spot(Struct, frozen=True):
    views: dict[View, SeenSpot]


class _Spots(Struct, frozen=True):
    spots: dict[str, _Spot]


def read_map(resources: Path) -> MapFile:
    """The map file as it is. Raises ContentError."""
    path = resources / "anatomy" / "regions.json"
    return typed(read_table(path), MapFile, path)


def load_anatomy(resources: Path, language: str = "en") -> Anatomy:
    """Pictures, outlines and landmarks of the leg. Raises ContentError."""
    file = read_map(resources)
    path = resources / "content" / language / "regions.json"
    spots = typed(read_table(path), _Spots, path).spots
    return Anatomy(
        views={view: _view(view, seen, spots) for view, seen in file.views.items()},
        names={int(number): region for number, region in file.id_map.items()},
        closeups=file.closeups,
    )


def _view(view: View, seen: MapView, spots: dict[str, _Spot]) -> AnatomyView:
    return AnatomyView(
        view=view,
        picture=seen.picture,
        picture_mono=seen.picture_mono,
        ids=seen.ids,
        width=seen.width,
        height=seen.height,
        aspect=seen.aspect,
        mm_per_u=seen.mm_per_u,
        mm_per_v=seen.mm_per_v,
        midline=seen.midline or "",
        skin=seen.skin_outline,
        spots=tuple(
            Outline(name, (spot.views[view].polygon,)) for name, spot in spots.items() if view in spot.views
        ),
        zones=tuple(Outline(zone.id, (zone.polygon,)) for zone in seen.zones),
        regions=tuple(
            Outline(
                region.id,
                tuple(ring for polygon in region.polygons for ring in (polygon.outer, *polygon.holes)),
            )
            for region in seen.regions
        ),
        anchors={region.id: region.anchor for region in seen.regions},
        landmarks={name: mark.at for name, mark in seen.landmarks.items()},
        beneath={
            region.id: tuple(Beneath(name, share) for name, share in region.beneath)
            for region in seen.regions
        },
    )
