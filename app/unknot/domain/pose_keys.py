"""From key poses to the pose at any phase, eased between the keys."""

from __future__ import annotations

from itertools import pairwise

from unknot.domain.poses import Motion, Pose, Value

Timeline = list[tuple[float, Pose]]


def key_values(motion: Motion, phase: float) -> Pose:
    """The pose between the keys, before contacts are solved."""
    line = timeline(motion)
    place = phase % 1.0 if motion.loop else min(max(phase, 0.0), 1.0)
    if len(line) == 1:
        return dict(line[0][1])
    i = max(j for j, (at, _) in enumerate(line) if at <= place + 1e-12 or j == 0)
    if i == len(line) - 1:
        return dict(line[-1][1])
    (t0, a), (t1, b) = line[i], line[i + 1]
    t = (place - t0) / (t1 - t0)
    if motion.ease == "flow":
        return _flow(motion, line, i, t)
    e = eased(motion.ease, t)
    return {k: a[k] + (b[k] - a[k]) * e for k in a}


def timeline(motion: Motion) -> Timeline:
    """(phase, pose) of every key; a hold counts twice, a looped motion gets its first key again at 1."""
    line: Timeline = []
    for key in motion.keys:
        line.append((key.at, key.pose))
        if key.hold:
            line.append((key.at + key.hold, key.pose))
    if motion.loop and line[-1][0] < 1:
        line.append((1.0, line[0][1]))
    return line


def eased(name: str, t: float) -> float:
    """0..1 to 0..1: "linear", else a minimum-jerk curve that rests at both ends."""
    return t if name == "linear" else t * t * t * (10 - 15 * t + 6 * t * t)


def value_at(value: Value, phase: float, ease: str) -> float:
    """A number, or one given by (phase, value) pairs with the motion's easing."""
    if not isinstance(value, tuple):
        return value
    for (t0, a), (t1, b) in pairwise(value):
        if t0 <= phase <= t1:
            return a + (b - a) * eased(ease, (phase - t0) / (t1 - t0) if t1 > t0 else 1.0)
    return value[-1][1]


def _flow(motion: Motion, line: Timeline, i: int, t: float) -> Pose:
    """Through the keys without stopping: monotone cubic, and sole, toes and hand by their own direction."""
    n = len(line) - 1
    turns = [(at, pose | _directions(pose)) for at, pose in line]
    (t0, a), (t1, b) = turns[i], turns[i + 1]
    before, pa = turns[i - 1] if i else (turns[n - 1][0] - 1, turns[n - 1][1])
    after, pb = turns[i + 2] if i + 2 <= n else (turns[1][0] + 1, turns[1][1])
    h, out = t1 - t0, Pose()
    for k in a:
        d = (b[k] - a[k]) / h
        m0 = _slope((a[k] - pa[k]) / (t0 - before), d, t0 - before, h) * h if i or motion.loop else 0.0
        m1 = _slope(d, (pb[k] - b[k]) / (after - t1), h, after - t1) * h if i + 2 <= n or motion.loop else 0.0
        out[k] = a[k] + t * (
            m0 + t * (-3 * a[k] - 2 * m0 + 3 * b[k] - m1 + t * (2 * a[k] + m0 - 2 * b[k] + m1))
        )
    for side in "RL":
        for direction, joint in (("_f", "ankle"), ("_t", "mtp"), ("_h", "wrist")):
            wanted = out.pop(direction + side)
            out[joint + side] += wanted - _directions(out)[direction + side]
    return out


def _slope(d0: float, d1: float, h0: float, h1: float) -> float:
    """Slope at a key: flat at extremes and holds, so that nothing overshoots (PCHIP)."""
    return 0.0 if d0 * d1 <= 0 else 3 * (h0 + h1) / ((2 * h1 + h0) / d0 + (h1 + 2 * h0) / d1)


def _directions(p: Pose) -> Pose:
    """Directions in the picture of sole, toes and hand (turns out of the picture left aside)."""
    out = Pose()
    for s in "RL":
        out["_f" + s] = p["rot"] + p["hip" + s] - p["pelvis"] - p["knee" + s] + p["ankle" + s]
        out["_t" + s] = out["_f" + s] + p["mtp" + s]
        out["_h" + s] = p["rot"] + p["shoulder" + s] - p["trunk"] + p["elbow" + s] + p["wrist" + s]
    return out
