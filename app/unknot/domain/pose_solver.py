"""Keeps hands and feet where they belong: key poses plus contacts give the solved pose of a motion."""

from __future__ import annotations

import math
from itertools import pairwise

from unknot.domain.gait import Body
from unknot.domain.pose_body import Frame, Placed, on_skin, place
from unknot.domain.pose_keys import eased, key_values, value_at
from unknot.domain.poses import Contact, Motion, Pose
from unknot.domain.vectors import Vec, dot, norm, plus, times, turn, unit

_LEG = ("hip", "knee", "ankle", "abd", "hrot")
_ARM = ("shoulder", "elbow", "wrist", "sabd", "srot")


def pose_at(motion: Motion, phase: float, body: Body) -> Pose:
    """Pose of a motion at phase 0..1 with its contacts kept: the root first, then legs, then hands."""
    p = key_values(motion, phase)
    for want in ("root", "leg", "arm"):
        for contact in motion.contacts:
            if contact.solve != want or not contact.active(phase):
                continue
            now = place(p, body)
            target = _target(motion, contact, phase, now)
            if want == "root":
                at = now.points[contact.point]
                p["x"] += (target[0] - at[0]) * ("x" in contact.axis)
                p["y"] += (target[1] - at[1]) * ("y" in contact.axis)
            elif contact.pole:
                _reach_in_space(p, contact, target, _pole(motion, contact, phase), body, now)
            else:
                _reach_in_plane(p, contact, target, body, now)
    return p


def _target(motion: Motion, contact: Contact, phase: float, now: Placed) -> Vec:
    """Where the point has to be; without a depth of its own it keeps the one it has."""
    depth = now.points[contact.point][2]
    if contact.on is not None:
        frac = value_at(contact.on.frac, phase, motion.ease)
        around = value_at(contact.on.around, phase, motion.ease)
        x, y, z = on_skin(now.frames[contact.on.seg], frac, around, contact.on.gap)
        return (x, y, z if contact.pole else depth)
    x, y = contact.at[0], contact.at[1]
    if contact.vel:
        t = (phase - contact.start) * motion.period_s
        x, y = x + contact.vel[0] * t, y + contact.vel[1] * t
    return (x, y, contact.at[2] if len(contact.at) == 3 else depth)


def _pole(motion: Motion, contact: Contact, phase: float) -> Vec:
    pairs = contact.pole
    for (t0, a), (t1, b) in pairwise(pairs):
        if t0 <= phase <= t1:
            share = eased(motion.ease, (phase - t0) / (t1 - t0) if t1 > t0 else 1.0)
            return plus(_vec(a), plus(_vec(b), _vec(a), -1.0), share)
    return _vec(pairs[-1][1])


def _vec(v: tuple[float, ...]) -> Vec:
    return v[0], v[1], v[2]


def _reach_in_plane(p: Pose, contact: Contact, target: Vec, body: Body, now: Placed) -> None:
    """Two-link reach in the limb's own plane: knee forward, elbow back; foot or hand keep their direction."""
    leg, s = contact.solve == "leg", contact.point[-1]
    upper, lower, end, *_ = _LEG if leg else _ARM
    frame = now.frames["pelvis" if leg else "trunk"]
    l1, l2 = _lengths(body, leg=leg)
    last = now.points[("ankle" if leg else "wrist") + s]
    root = now.points[("hip" if leg else "shoulder") + s]
    way = plus(plus(target, plus(now.points[contact.point], last, -1.0), -1.0), root, -1.0)
    x, y = dot(way, frame.front), dot(way, frame.along)
    bend, flexion = _triangle(l1, l2, math.hypot(x, y))
    line = math.degrees(math.atan2(x, -y))
    new = line + bend if leg else line - bend
    turn_of = -1.0 if leg else 1.0
    old = p[upper + s] + turn_of * p[lower + s] + p[end + s]
    new += 360 * round((p[upper + s] - new) / 360)
    p[upper + s], p[lower + s] = new, flexion
    p[end + s] = old - new - turn_of * flexion


def _reach_in_space(p: Pose, contact: Contact, target: Vec, pole: Vec, body: Body, now: Placed) -> None:
    """Two-link reach with knee or elbow pointing towards the pole; a straight wrist lengthens the forearm."""
    leg, s = contact.solve == "leg", contact.point[-1]
    l1, l2 = _lengths(body, leg=leg)
    frame = now.frames["pelvis" if leg else "trunk"]
    way = plus(target, now.points[("hip" if leg else "shoulder") + s], -1.0)
    if not leg and contact.point[:-1] in ("hand", "tip"):
        p["wrist" + s] = 0.0
        l2 += (0.45 if contact.point[:-1] == "hand" else 1.0) * body.segments.hand * body.height_m
    reach = min(max(norm(way), abs(l1 - l2) + 1e-4), (l1 + l2) * 0.99995)
    bend, flexion = _triangle(l1, l2, reach)
    d = unit(way)
    w = unit(plus(pole, d, -dot(pole, d)))
    c, sn = math.cos(math.radians(bend)), math.sin(math.radians(bend))
    a = plus(times(d, c), w, sn)
    b = times(plus(times(d, reach), a, -l1), 1.0 / l2)
    _set_limb(p, s, leg=leg, frame=frame, links=(a, b), flexion=flexion)
    if leg and contact.level:
        shank = place(p, body).frames["shank" + s]
        down = (0.0, -1.0, 0.0)
        q = unit(plus(down, shank.front, -dot(shank.front, down)))
        p["inv" + s] = math.degrees(-math.atan2(dot(q, shank.outer), dot(q, shank.along)))
        p["ankle" + s] = math.degrees(math.atan2(dot(shank.front, down), dot(q, down)))


def _set_limb(p: Pose, s: str, *, leg: bool, frame: Frame, links: tuple[Vec, Vec], flexion: float) -> None:
    """Set the ball-joint angles from the directions of the upper and lower part.

    A bent knee lies in front of the line from hip to ankle, a bent elbow behind that from shoulder to hand.
    """
    a, b = links
    upper, lower, _, spread, rotation = _LEG if leg else _ARM
    out = times(frame.outer, 1.0 if s == "R" else -1.0)
    p[upper + s] = math.degrees(math.asin(min(max(dot(a, frame.front), -1.0), 1.0)))
    p[spread + s] = math.degrees(math.atan2(dot(a, out), -dot(a, frame.along)))
    down, outer = turn(times(frame.along, -1.0), out, p[spread + s])
    n = turn(down, frame.front, p[upper + s])[1]
    q = plus(a, b, -1.0) if leg else plus(b, a, -1.0)
    q = plus(q, a, -dot(q, a))
    p[rotation + s] = math.degrees(math.atan2(dot(q, outer), dot(q, n))) if norm(q) > 1e-6 else 0.0
    p[lower + s] = flexion


def _lengths(body: Body, *, leg: bool) -> tuple[float, float]:
    seg, h = body.segments, body.height_m
    return (seg.thigh * h, seg.shank * h) if leg else (seg.upper_arm * h, seg.forearm * h)


def _triangle(l1: float, l2: float, reach: float) -> tuple[float, float]:
    """Angle of the upper part off the straight line, and flexion of the joint between, both in degrees."""
    d = min(max(reach, abs(l1 - l2) + 1e-4), (l1 + l2) * 0.99995)
    off = (l1 * l1 + d * d - l2 * l2) / (2 * l1 * d)
    inside = (l1 * l1 + l2 * l2 - d * d) / (2 * l1 * l2)
    return (
        math.degrees(math.acos(min(max(off, -1.0), 1.0))),
        180.0 - math.degrees(math.acos(min(max(inside, -1.0), 1.0))),
    )
