"""Where the body's joints are in space for one pose (forward kinematics), and places on its skin."""

from __future__ import annotations

import math

from msgspec import Struct

from unknot.domain.gait import Body
from unknot.domain.poses import Pose
from unknot.domain.vectors import Vec, plus, times, turn

# half widths between the joints and radii of the drawn body, as fractions of height
_HALF_HIP, _HALF_SHOULDER = 0.052, 0.105
_RADIUS = {
    "hip": 0.070, "knee": 0.043, "ankle": 0.023, "waist": 0.062, "shoulder": 0.070, "elbow": 0.024,
    "wrist": 0.018, "arm": 0.030, "head": 0.052, "hand": 0.014,
}  # fmt: skip
_X, _Y, _Z = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)


class Frame(Struct, frozen=True):
    """A segment: where it starts, its direction, its front, its outer side, its length and end radii."""

    start: Vec
    along: Vec
    front: Vec
    outer: Vec
    length: float
    radius: float
    end_radius: float


class Placed(Struct, frozen=True):
    """A pose in space: points by name (x right, y up, z towards the viewer) and segments."""

    points: dict[str, Vec]
    frames: dict[str, Frame]


def place(p: Pose, body: Body) -> Placed:
    """All joints and segments of a pose."""
    h, seg = body.height_m, body.segments
    r = {k: v * h for k, v in _RADIUS.items()}
    front, right = turn(_X, _Z, p["yaw"])
    spun_x, spun_y = turn(_X, _Y, p["rot"])
    front, up, right = (plus(plus(times(spun_x, v[0]), spun_y, v[1]), _Z, v[2]) for v in (front, _Y, right))
    hip = (p["x"], p["y"], 0.0)
    up_pelvis, front_pelvis = turn(up, front, p["pelvis"])
    waist = plus(hip, up_pelvis, seg.pelvis * h)
    up_trunk, front_trunk = turn(up, front, p["trunk"])
    up_trunk, right_trunk = turn(up_trunk, right, p["bend"])
    chest = (seg.trunk - seg.pelvis) * h
    shoulder = plus(waist, up_trunk, chest)
    up_head, front_head = turn(up, front, p["head"])
    up_head, _ = turn(up_head, right, p["bend"] + p["hbend"])
    neck = plus(shoulder, up_head, seg.neck * h)
    out = Placed(
        {"hip": hip, "waist": waist, "shoulder": shoulder, "neck": neck,
         "head": plus(shoulder, up_head, (seg.neck + seg.head / 2) * h)},
        {"head": Frame(neck, up_head, front_head, right_trunk, seg.head * h, r["head"], r["head"]),
         "pelvis": Frame(hip, up_pelvis, front_pelvis, right, seg.pelvis * h, r["hip"], r["waist"]),
         "trunk": Frame(waist, up_trunk, front_trunk, right_trunk, chest, r["waist"], r["shoulder"])},
    )  # fmt: skip
    for side, sign in (("R", 1.0), ("L", -1.0)):
        _place_leg(out, p, body, side, times(right, sign), r)
        _place_arm(out, p, body, side, times(right_trunk, sign), r)
    return out


def _place_leg(out: Placed, p: Pose, body: Body, s: str, outward: Vec, r: dict[str, float]) -> None:
    h, seg, pelvis = body.height_m, body.segments, out.frames["pelvis"]
    hip = plus(pelvis.start, outward, _HALF_HIP * h)
    out.frames["pelvis" + s] = Frame(
        hip, pelvis.along, pelvis.front, outward, seg.pelvis * h, r["hip"], r["waist"]
    )
    down, outer = turn(times(pelvis.along, -1.0), outward, p["abd" + s])
    thigh, n = turn(down, pelvis.front, p["hip" + s])
    n, outer = turn(n, outer, p["hrot" + s])
    knee = plus(hip, thigh, seg.thigh * h)
    shank, back = turn(thigh, times(n, -1.0), p["knee" + s])
    shin = times(back, -1.0)
    ankle = plus(knee, shank, seg.shank * h)
    level, _ = turn(shank, outer, -p["inv" + s])
    toes, heelward = turn(shin, times(level, -1.0), p["ankle" + s])
    sole = times(heelward, -1.0)
    heel = plus(plus(ankle, toes, -seg.heel_back * h), sole, seg.ankle_height * h)
    ball = plus(plus(ankle, toes, seg.ball_fwd * h), sole, seg.ankle_height * h)
    bent, _ = turn(toes, times(sole, -1.0), p["mtp" + s])
    points = {"hip": hip, "knee": knee, "ankle": ankle, "heel": heel, "ball": ball}
    out.points.update({name + s: point for name, point in points.items()})
    out.points["toe" + s] = plus(ball, bent, seg.toe_len * h)
    out.frames["thigh" + s] = Frame(hip, thigh, n, outer, seg.thigh * h, r["hip"], r["knee"])
    out.frames["shank" + s] = Frame(knee, shank, shin, outer, seg.shank * h, r["knee"], r["ankle"])
    out.frames["foot" + s] = Frame(ankle, toes, times(sole, -1.0), outer, seg.ball_fwd * h, 0.0, 0.0)


def _place_arm(out: Placed, p: Pose, body: Body, s: str, outward: Vec, r: dict[str, float]) -> None:
    h, seg, trunk = body.height_m, body.segments, out.frames["trunk"]
    shoulder = plus(out.points["shoulder"], outward, _HALF_SHOULDER * h)
    down, outer = turn(times(trunk.along, -1.0), outward, p["sabd" + s])
    upper, n = turn(down, trunk.front, p["shoulder" + s])
    n, outer = turn(n, outer, p["srot" + s])
    elbow = plus(shoulder, upper, seg.upper_arm * h)
    out.frames["upper_arm" + s] = Frame(shoulder, upper, n, outer, seg.upper_arm * h, r["arm"], r["elbow"])
    lower, n = turn(upper, n, p["elbow" + s])
    wrist = plus(elbow, lower, seg.forearm * h)
    out.frames["forearm" + s] = Frame(elbow, lower, n, outer, seg.forearm * h, r["elbow"], r["wrist"])
    hand, n = turn(lower, n, p["wrist" + s])
    out.frames["hand" + s] = Frame(wrist, hand, n, outer, seg.hand * h, r["wrist"], r["hand"])
    points = {
        "shoulder": shoulder, "elbow": elbow, "wrist": wrist,
        "hand": plus(wrist, hand, 0.45 * seg.hand * h), "tip": plus(wrist, hand, seg.hand * h),
    }  # fmt: skip
    out.points.update({name + s: point for name, point in points.items()})


def on_skin(frame: Frame, frac: float, around: float, gap: float = 0.0) -> Vec:
    """A point on a segment's skin, or `gap` outside it: see poses.OnBody."""
    a = math.radians(around)
    out = plus(times(frame.front, math.cos(a)), frame.outer, math.sin(a))
    radius = frame.radius + (frame.end_radius - frame.radius) * frac + gap
    return plus(plus(frame.start, frame.along, frame.length * frac), out, radius)
