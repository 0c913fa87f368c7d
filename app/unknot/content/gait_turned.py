"""Reads the figure for front, back and oblique views (figure_turned.json)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from unknot.domain.turned_model import (
    DepthRule,
    Ring,
    TurnedFigure,
    TurnedPart,
    TurnedPatch,
    compile_turned,
)

Raw = dict[str, Any]


def read_turned(path: Path) -> TurnedFigure:
    """The turned figure, compiled. Raises ValueError naming the part that is wrong."""
    raw: Raw = msgspec.json.decode(path.read_bytes())
    try:
        parts = [_part(name, part) for name, part in raw["parts"].items()]
        patches = [_patch(name, patch) for name, patch in raw["patches"].items()]
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError(f"{path.name}: expected parts and patches, missing or wrong: {error}") from error
    lit = {begins: tuple(muscles) for begins, muscles in raw["lit"].items()}
    return compile_turned(parts, patches, raw["limb"], raw["follow"], lit)


def _part(name: str, raw: Raw) -> TurnedPart:
    rim = raw.get("rim", (0, 0))
    return TurnedPart(
        name=name,
        role=raw["role"],
        sides=raw.get("sides", "RL"),
        square=float(raw.get("square", 2.0)),
        rings=tuple(_ring(row) for row in raw["rings"]),
        depth=_depth(raw["depth"]),
        rim=(int(rim[0]), int(rim[1])),
    )


def _ring(row: list[Any]) -> Ring:
    along, front, back, outer, *inner = (float(value) for value in row[1:])
    return Ring(str(row[0]), along, front, back, outer, inner[0] if inner else outer)


def _depth(raw: list[Any]) -> DepthRule:
    return DepthRule(dict(raw[0]), float(raw[1]), float(raw[2]) if len(raw) > 2 else None)


def _patch(name: str, raw: Raw) -> TurnedPatch:
    return TurnedPatch(
        name=name,
        on=raw["on"],
        role=raw["role"],
        sides=raw.get("sides", "RL"),
        rows=tuple((float(a), float(b), float(c)) for a, b, c in raw["rows"]),
        scale=float(raw["scale"]),
        depth=_depth(raw["depth"]) if "depth" in raw else None,
    )
