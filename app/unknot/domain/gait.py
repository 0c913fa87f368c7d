"""Running styles: joint angles over one gait cycle, and the body's joints at any phase of it.

Metres, x forward (to the right), y up, in the frame of a treadmill: the hips stay at x = 0 and the ground
runs back at the style's speed. Uphill, the ground line passes the origin and rises to the right. Phase 0..1
of a stride begins at the right foot's first contact; the left limbs follow half a stride later. Angles are
degrees: hip, knee and elbow flexion, ankle dorsiflexion, toe extension, arm forward, trunk lean and pelvis
tilt forward, all positive.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from msgspec import Struct

FloatArray = npt.NDArray[np.float64]
Point = tuple[float, float]
Joints = dict[str, Point]  # "hip", "kneeR" ... -> metres

CURVES = (
    "hip", "knee", "ankle", "mtp", "shoulder", "elbow",
    "pelvis_tilt", "trunk_lean", "head_pitch", "hip_height_m",
)  # fmt: skip
POINTS = 100  # samples of a cycle


class Segments(Struct, frozen=True):
    """Lengths of the body's parts as fractions of its height."""

    thigh: float
    shank: float
    ankle_height: float
    heel_back: float
    ball_fwd: float
    toe_len: float
    trunk: float
    pelvis: float
    neck: float
    head: float
    upper_arm: float
    forearm: float
    hand: float


class Body(Struct, frozen=True):
    """The one body all pictures show: 1.75 m tall. Scale the picture, never the numbers."""

    height_m: float
    segments: Segments


class Marker(Struct, frozen=True):
    """A teaching window of the right leg's cycle, as phases; `source` says how far it is known."""

    id: str
    label: str
    start: float
    end: float
    source: str

    def holds(self, phase: float) -> bool:
        """Whether the window is open at a phase of the same leg."""
        return self.start <= phase % 1.0 < self.end


class Style(Struct, frozen=True, eq=False):
    """One way of running: `curves` is (10, 100), rows in the order of CURVES, periodic.

    `events` are phases of the right leg's cycle ("toe_off" 0.36). Lengths in metres, times in seconds.
    """

    id: str
    title: str
    cadence_spm: float
    speed_mps: float
    duty_factor: float
    grade_deg: float
    stride_time_s: float
    events: Mapping[str, float]
    markers: Mapping[str, Marker]
    curves: FloatArray


def sample(curves: FloatArray, phase: float) -> list[float]:
    """Every curve at one phase, by periodic cubic interpolation (Catmull-Rom)."""
    place = (phase % 1.0) * POINTS
    i = int(place)
    f = place - i
    before, a, b, after = (curves[:, (i + k) % POINTS] for k in (-1, 0, 1, 2))
    mixed = a + 0.5 * f * (
        b - before + f * (2 * before - 5 * a + 4 * b - after + f * (3 * (a - b) + after - before))
    )
    values: list[float] = mixed.tolist()
    return values


def turned(x: float, y: float, degrees: float) -> Point:
    """A vector turned anticlockwise."""
    r = math.radians(degrees)
    return x * math.cos(r) - y * math.sin(r), x * math.sin(r) + y * math.cos(r)


def pose(style: Style, phase: float, body: Body) -> Joints:
    """All joints at one phase.

    Names: hip waist shoulder neck head, and with R or L knee ankle heel ball toe elbow wrist hand.
    """
    seg, h = body.segments, body.height_m
    right, left = sample(style.curves, phase), sample(style.curves, phase + 0.5)
    tilt, lean, pitch, height = right[6:]
    hip = turned(0.0, height, style.grade_deg)
    shoulder = _along(hip, -lean, seg.trunk * h)
    joints: Joints = {
        "hip": hip,
        "waist": _along(hip, -tilt, seg.pelvis * h),
        "shoulder": shoulder,
        "neck": _along(shoulder, -pitch, seg.neck * h),
        "head": _along(shoulder, -pitch, (seg.neck + seg.head / 2) * h),
    }
    for side, (flexion, knee, ankle, toes, arm, elbow, *_) in (("R", right), ("L", left)):
        leg = leg_points(body, hip, (flexion - tilt, knee, ankle, toes))
        joints |= {name + side: point for name, point in leg.items()}
        upper = arm - lean
        at_elbow = _along(shoulder, upper, -seg.upper_arm * h)
        wrist = _along(at_elbow, upper + elbow, -seg.forearm * h)
        joints["elbow" + side], joints["wrist" + side] = at_elbow, wrist
        joints["hand" + side] = _along(wrist, upper + elbow, -0.45 * seg.hand * h)
    return joints


def leg_points(body: Body, hip: Point, angles: tuple[float, float, float, float]) -> Joints:
    """Knee, ankle, heel, ball and toe of a leg: angles are the thigh from the vertical, knee, ankle, toes."""
    seg, h = body.segments, body.height_m
    thigh, knee, ankle, toes = angles
    foot = thigh - knee + ankle
    at_knee = _along(hip, thigh, -seg.thigh * h)
    at_ankle = _along(at_knee, thigh - knee, -seg.shank * h)
    heel = turned(-seg.heel_back * h, -seg.ankle_height * h, foot)
    ball = turned(seg.ball_fwd * h, -seg.ankle_height * h, foot)
    toe = turned(seg.toe_len * h, 0.0, foot + toes)
    at_ball = (at_ankle[0] + ball[0], at_ankle[1] + ball[1])
    return {
        "knee": at_knee,
        "ankle": at_ankle,
        "heel": (at_ankle[0] + heel[0], at_ankle[1] + heel[1]),
        "ball": at_ball,
        "toe": (at_ball[0] + toe[0], at_ball[1] + toe[1]),
    }


def _along(start: Point, degrees: float, length: float) -> Point:
    """From a joint along a bone that stands upright (length > 0) or hangs (< 0) and is turned forward."""
    x, y = turned(0.0, length, degrees)
    return start[0] + x, start[1] + y


def ankle_ahead_cm(style: Style, body: Body) -> float:
    """How far the ankle is ahead of the hip at first contact, along the ground, in centimetres."""
    joints = pose(style, 0.0, body)
    x, y = joints["ankleR"][0] - joints["hip"][0], joints["ankleR"][1] - joints["hip"][1]
    return turned(x, y, -style.grade_deg)[0] * 100.0
