"""Reads the outlines and colour mixes of the drawn body (figure.json)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from unknot.domain.figure import BONES, FRAMES, ControlPoint, Figure, OutlineShape, compile_figure

Raw = dict[str, Any]


class ColourMix(Struct, frozen=True):
    """A colour between two design tokens: `share` of the way from `base` to `other`, mixed in sRGB."""

    base: str
    other: str
    share: float


@cache
def _decoded(path: Path) -> Raw:
    raw: Raw = msgspec.json.decode(path.read_bytes())
    return raw


def read_figure(path: Path) -> Figure:
    """The side-view figure, compiled. Raises ValueError naming the shape that is wrong."""
    raw = _decoded(path)
    shapes = {
        name: OutlineShape(
            shape["role"], tuple(_point(row, f"{path.name}: shapes.{name}") for row in shape["points"])
        )
        for name, shape in raw["shapes"].items()
    }
    return compile_figure(shapes, raw["draw_order"], raw["hidden"], dict(raw["bones"]))


def _point(row: list[Any], where: str) -> ControlPoint:
    name = str(row[0]).partition(":")[0]
    if len(row) < 3 or (name not in BONES and name not in FRAMES):
        raise ValueError(f"{where}: expected [frame, along, across], found {row}")
    fix_of, fix = "hip", (0.0, 0.0)
    for extra in row[3:]:
        if isinstance(extra, dict):
            ((fix_of, (along, across)),) = extra.items()
            fix = (float(along), float(across))
    return ControlPoint(row[0], float(row[1]), float(row[2]), fix_of, fix, "corner" in row[3:])


def read_colours(figure: Path, turned: Path) -> dict[str, dict[str, ColourMix]]:
    """Theme -> role -> mix, of the side view with what the turned figure adds."""
    side, more = _decoded(figure)["colours"], _decoded(turned)["colours"]
    return {
        theme: {role: ColourMix(a, b, float(t)) for role, (a, b, t) in (side[theme] | more[theme]).items()}
        for theme in side
    }
