"""How every bone of the turned figure lies in space, read from the joints alone."""

from __future__ import annotations

import numpy as np

from unknot.domain.gait import FloatArray, Joints
from unknot.domain.turned_model import FRAMES

_Axes = tuple[FloatArray, FloatArray, FloatArray]  # along the bone, to its front, outward


def frames(points: Joints, depth: dict[str, float], height: float) -> FloatArray:
    """(frames, 4, 3): origin, then length * along, height * front, height * outward of every frame.

    How a limb is turned about its own axis is told by knee, toes and elbow.
    """
    builder = _Frames({k: np.array([*points[k][:2], depth[k]]) for k in points}, height)
    for name, a, b, right in (
        ("pelvis", "hip", "waist", "hip"),
        ("chest", "waist", "shoulder", "shoulder"),
        ("neck", "shoulder", "neck", "shoulder"),
        ("head", "neck", "head", "shoulder"),
    ):
        builder.trunk(name, a, b, right)
    for side, sign in (("R", 1.0), ("L", -1.0)):
        builder.leg(side, sign)
        builder.arm(side, sign)
        for name, joint, a, b in (
            ("hip", "hip", "hip0", "thigh"),
            ("knee", "knee", "thigh", "shank"),
            ("mtp", "ball", "foot", "toe"),
            ("elbow", "elbow", "upper_arm", "forearm"),
        ):
            builder.between(name + side, joint + side, a + side, b + side)
    return builder.out


class _Frames:
    """Fills the table bone by bone."""

    def __init__(self, points: dict[str, FloatArray], height: float) -> None:
        self.out = np.zeros((len(FRAMES), 4, 3))
        self._p = points
        self._height = height
        self._unit = height / 1000
        self._axes: dict[str, _Axes] = {}

    def trunk(self, name: str, a: str, b: str, right: str) -> None:
        p = self._p
        d = _unit(p[b] - p[a])
        o = _square(d, p[right + "R"] - p[right + "L"])
        self._put(name, p[a], self._length(a, b), (d, _cross(d, o), o))

    def leg(self, s: str, sign: float) -> None:
        p = self._p
        up, front, right = self._axes["pelvis"]
        self._put("hip0" + s, p["hip" + s], self._length("hip", "waist"), (-up, front, right * sign))
        toes = _unit(p["ball" + s] - p["heel" + s])  # they tell where the knee's hinge lies
        hinge = sign * _cross(_unit(p["ankle" + s] - p["knee" + s]), toes)
        self._bone("thigh", "hip", "knee", hinge, s, sign)
        self._bone("shank", "knee", "ankle", hinge, s, sign)
        level = sign * _cross(toes, _square(toes, p["ankle" + s] - p["ball" + s]))
        self._bone("foot", "heel", "ball", level, s, sign, fixed=True)
        self._bone("toe", "ball", "toe", level, s, sign, fixed=True)

    def arm(self, s: str, sign: float) -> None:
        p = self._p
        upper = _unit(p["elbow" + s] - p["shoulder" + s])
        lower = _unit(p["wrist" + s] - p["elbow" + s])
        # a straight arm has its hinge as the chest lies
        bend = lower - upper * (lower @ upper) + 0.1 * self._axes["chest"][1]
        hinge = sign * _cross(upper, _square(upper, bend))
        self._bone("upper_arm", "shoulder", "elbow", hinge, s, sign)
        self._bone("forearm", "elbow", "wrist", hinge, s, sign)
        d = _unit(p["tip" + s] - p["wrist" + s])  # the hand turns its flat side towards the viewer
        n = _square(d, 0.5 * self._axes["forearm" + s][1] + np.array([0.0, 0.0, 1.0]))
        o = _cross(d, n)
        thumb_side = o if o @ (p["neck"] - p["wrist" + s]) >= 0 else -o
        self._put("hand" + s, p["wrist" + s], self._length("wrist" + s, "tip" + s), (d, n, thumb_side))

    def between(self, name: str, joint: str, a: str, b: str) -> None:
        d, n, o = (u + v for u, v in zip(self._axes[a], self._axes[b], strict=True))
        d = _unit(d)
        n = _square(d, n)
        self._put(name, self._p[joint], self._unit, (d, n, _square(n, _square(d, o))))

    def _bone(
        self, name: str, a: str, b: str, outward: FloatArray, s: str, sign: float, *, fixed: bool = False
    ) -> None:
        p = self._p
        d = _unit(p[b + s] - p[a + s])
        o = _square(d, outward)
        at = p["ball" + s] if fixed else p[a + s]
        length = self._unit if fixed else self._length(a + s, b + s)
        self._put(name + s, at, length, (d, sign * _cross(o, d), o))

    def _put(self, name: str, at: FloatArray, length: float, axes: _Axes) -> None:
        d, n, o = axes
        self._axes[name] = axes
        self.out[FRAMES[name]] = at, d * length, n * self._height, o * self._height

    def _length(self, a: str, b: str) -> float:
        return float(np.linalg.norm(self._p[b] - self._p[a]))


def _unit(v: FloatArray) -> FloatArray:
    return np.asarray(v / max(float(np.sqrt(v @ v)), 1e-9))


def _square(d: FloatArray, v: FloatArray) -> FloatArray:
    """Unit vector across d, as near to v as can be."""
    return _unit(v - d * (v @ d))


def _cross(a: FloatArray, b: FloatArray) -> FloatArray:
    """Cross product, plainly: numpy's own takes ten times as long for one pair."""
    return np.array(
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]],
    )
