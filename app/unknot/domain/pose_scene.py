"""All a picture of a motion needs at one phase: joints, their depth, tools in place, muscles at work."""

from __future__ import annotations

from msgspec import Struct

from unknot.domain.flat_hand import Surface, surface_under
from unknot.domain.gait import Body, Joints, Point
from unknot.domain.pose_body import on_skin, place
from unknot.domain.pose_keys import value_at
from unknot.domain.pose_solver import pose_at
from unknot.domain.poses import Contact, Motion, Prop, Tool
from unknot.domain.vectors import Vec


class PlacedTool(Struct, frozen=True):
    """A tool with its place in the picture, metres."""

    tool: Tool
    x: float
    y: float


class Scene(Struct, frozen=True):
    """One moment of a motion. `lit` names the muscles at work by side: {"R": {"glute"}, "L": set()}.

    `flat_hands` are the sides whose hand is open: flat on floor, wall or seat, which is named where it is
    known, or touching with its fingertips.
    """

    points: Joints
    depth: dict[str, float]
    tools: tuple[PlacedTool, ...]
    props: tuple[Prop, ...]
    lit: dict[str, frozenset[str]]
    flat_hands: dict[str, Surface | None]


def scene_at(motion: Motion, phase: float, body: Body) -> Scene:
    """The scene of a motion at phase 0..1."""
    placed = place(pose_at(motion, phase, body), body)
    tools = []
    for tool in motion.tools:
        if not tool.active(phase):
            continue
        if tool.on_body is None:
            tools.append(PlacedTool(tool, tool.at[0], tool.at[1]))
            continue
        frac = value_at(tool.on_body.frac, phase, motion.ease)
        around = value_at(tool.on_body.around, phase, motion.ease)
        spot = on_skin(placed.frames[tool.on_body.seg], frac, around, tool.r - tool.indent)
        tools.append(PlacedTool(tool, spot[0], spot[1]))
    return Scene(
        points={k: _flat(v) for k, v in placed.points.items()},
        depth={k: v[2] for k, v in placed.points.items()},
        tools=tuple(tools),
        props=motion.props,
        flat_hands={
            c.point[-1]: surface_under(_flat(placed.points["hand" + c.point[-1]]), motion.props)
            if c.at
            else None
            for c in motion.contacts
            if c.active(phase) and _is_open(c)
        },
        lit={
            s: frozenset(a.muscle for a in motion.activity if a.side == s and a.active(phase)) for s in "RL"
        },
    )


def _is_open(contact: Contact) -> bool:
    """Whether a hand is flat in this contact: on a surface, or with its fingertips on the body.

    One that is at an ankle holds it.
    """
    if contact.on is not None:
        return contact.point[:-1] == "tip" and not contact.on.seg.startswith("shank")
    return contact.point[:-1] in {"hand", "tip"}


def _flat(at: Vec) -> Point:
    return at[0], at[1]
