"""Reads the key poses, contacts and scenes of drills and release positions (poses.toml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomli
from msgspec import Struct

from unknot.domain.poses import (
    ROOT,
    SIDED,
    Activity,
    Contact,
    DrillPoses,
    Key,
    Motion,
    OnBody,
    Pose,
    Prop,
    RoutinePoses,
    Tool,
    Value,
    Vector,
)

Raw = dict[str, Any]


class PosesFile(Struct, frozen=True):
    """The whole of poses.toml."""

    motions: dict[str, Motion]
    drills: dict[str, DrillPoses]
    routines: dict[str, RoutinePoses]


def read_poses(path: Path) -> PosesFile:
    """Every motion, and which step of which drill or routine shows it. Raises ValueError naming the place."""
    raw: Raw = tomli.loads(path.read_text(encoding="utf-8"))
    motions = {}
    for name, motion in raw["motion"].items():
        try:
            motions[name] = _motion(name, motion)
        except (KeyError, TypeError, IndexError) as error:
            raise ValueError(
                f"{path.name}: motion.{name}: expected a motion, missing or wrong: {error}"
            ) from error
    drills = {name: DrillPoses(**entry) for name, entry in raw["drill"].items()}
    routines = {
        name: RoutinePoses(entry["default"], entry.get("steps", {})) for name, entry in raw["routine"].items()
    }
    for name, entry in routines.items():
        for wanted in (entry.default, *entry.steps.values()):
            if wanted not in motions:
                raise ValueError(
                    f"{path.name}: routine.{name}: expected the name of a motion, found {wanted}"
                )
    return PosesFile(motions, drills, routines)


def _motion(name: str, raw: Raw) -> Motion:
    base = raw.get("base", {})
    return Motion(
        id=name,
        view=raw["view"],
        working=raw["working"],
        support=raw["support"],
        period_s=float(raw["period_s"]),
        keys=tuple(Key(float(k["at"]), float(k.get("hold", 0)), _pose(base, k)) for k in raw["keys"]),
        contacts=tuple(_contact(c) for c in raw.get("contacts", [])),
        tools=tuple(_tool(t) for t in raw.get("tools", [])),
        props=tuple(_prop(p) for p in raw.get("props", [])),
        activity=tuple(
            Activity(a["muscle"], a["side"], float(a.get("from", 0)), float(a.get("to", 1)))
            for a in raw.get("active", [])
        ),
        moments=tuple(float(m) for m in raw.get("moments", [0.0])),
        ease=raw.get("ease", "smooth"),
        loop=raw.get("loop", True),
        reps_per_period=raw.get("reps_per_period", 1),
        side_view=raw.get("side_view", ""),
        then_style=raw.get("then_style", ""),
    )


def _pose(base: Raw, key: Raw) -> Pose:
    """One flat pose: a number counts for both sides, [R, L] for each; missing is 0."""
    pose: Pose = dict.fromkeys(ROOT, 0.0) | {k + s: 0.0 for k in SIDED for s in "RL"}
    for source in (base, key):
        for name, value in source.items():
            if name in ROOT:
                pose[name] = float(value)
            elif name in SIDED:
                right, left = value if isinstance(value, list) else (value, value)
                pose[name + "R"], pose[name + "L"] = float(right), float(left)
    return pose


def _contact(raw: Raw) -> Contact:
    on = raw.get("on")
    return Contact(
        point=raw["point"],
        solve=raw.get("solve", ""),
        at=_vector(raw.get("at", ())),
        on=OnBody(on["seg"], _value(on["frac"]), _value(on.get("around", 0)), on.get("gap", 0.0))
        if on
        else None,
        start=float(raw.get("from", 0)),
        end=float(raw.get("to", 1)),
        vel=_vector(raw.get("vel", ())),
        pole=_pole(raw.get("pole", [])),
        level=raw.get("level", False),
        axis=raw.get("axis", "xy"),
    )


def _tool(raw: Raw) -> Tool:
    on_body = None
    if "at" not in raw:
        on_body = OnBody(raw["seg"], _value(raw["frac"]), _value(raw.get("around", 180)))
    return Tool(
        kind=raw["kind"],
        on_body=on_body,
        at=_vector(raw.get("at", ())),
        r=float(raw.get("r", 0)),
        indent=float(raw.get("indent", 0)),
        front=raw.get("front", True),
        start=float(raw.get("from", 0)),
        end=float(raw.get("to", 1)),
    )


def _prop(raw: Raw) -> Prop:
    x = raw.get("x", ())
    return Prop(
        kind=raw["kind"],
        x=_vector(x if isinstance(x, list) else (x,) if x != () else ()),
        h=float(raw.get("h", 0)),
        seat=float(raw.get("seat", 0)),
        back=raw.get("back", False),
        face=raw.get("face", ""),
        z=raw.get("z", ""),
        slope_deg=float(raw.get("slope_deg", 0)),
        y=float(raw.get("y", 0)),
    )


def _value(raw: Any) -> Value:
    if isinstance(raw, list):
        return tuple((float(at), float(value)) for at, value in raw)
    return float(raw)


def _vector(raw: Any) -> Vector:
    return tuple(float(v) for v in raw)


def _pole(raw: list[Any]) -> tuple[tuple[float, Vector], ...]:
    """One direction, or [[phase, direction], ...]."""
    if raw and isinstance(raw[0], list):
        return tuple((float(at), _vector(value)) for at, value in raw)
    return ((0.0, _vector(raw)),) if raw else ()
