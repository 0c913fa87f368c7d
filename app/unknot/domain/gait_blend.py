"""A running style between two others, with the foot kept on the ground."""

from __future__ import annotations

import numpy as np

from unknot.domain.gait import POINTS, Body, FloatArray, Style, leg_points, turned

_HEIGHT = 9  # row of hip_height_m in Style.curves


def blend(a: Style, b: Style, share: float, body: Body) -> Style:
    """The style `share` (0..1) of the way from a to b.

    Mixed angles alone would lift or sink the planted foot, so the hip height is worked out again: through
    each stance the lowest point of that foot lies on the ground; in flight the correction runs on evenly
    from toe-off to the next contact.
    """
    if not 0.0 <= share <= 1.0:
        raise ValueError(f"a blend needs a share from 0 to 1, not {share}")
    if share in (0.0, 1.0):
        return b if share else a
    curves = a.curves + (b.curves - a.curves) * share
    events = {name: _mix(a.events[name], b.events[name], share) for name in a.events if name in b.events}
    grade = _mix(a.grade_deg, b.grade_deg, share)
    curves[_HEIGHT] += _lift(curves, events["toe_off"], grade, body)
    nearer = a if share < 0.5 else b
    return Style(
        id=f"{a.id}+{b.id}",
        title=nearer.title,
        cadence_spm=_mix(a.cadence_spm, b.cadence_spm, share),
        speed_mps=_mix(a.speed_mps, b.speed_mps, share),
        duty_factor=_mix(a.duty_factor, b.duty_factor, share),
        grade_deg=grade,
        stride_time_s=_mix(a.stride_time_s, b.stride_time_s, share),
        events=events,
        markers=nearer.markers,
        curves=curves,
    )


def _mix(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def _lift(curves: FloatArray, toe_off: float, grade: float, body: Body) -> FloatArray:
    """What to add to the hip height at each of the 100 points; the same for both halves of the stride."""
    half = POINTS // 2
    planted = [i for i in range(half) if i / POINTS < toe_off]
    gaps = np.array([-lowest_point(curves, i, grade, body) for i in planted])
    places = np.array([*planted, planted[0] + half], float)
    one = np.interp(np.arange(half), places, np.append(gaps, gaps[0]))
    return np.concatenate([one, one])


def lowest_point(curves: FloatArray, index: int, grade: float, body: Body) -> float:
    """Height above the ground of the lowest point of the right foot, metres."""
    flexion, knee, ankle, toes = (float(curves[row, index]) for row in range(4))
    tilt, height = float(curves[6, index]), float(curves[_HEIGHT, index])
    hip = turned(0.0, height, grade)
    leg = leg_points(body, hip, (flexion - tilt, knee, ankle, toes))
    return min(turned(*leg[name], -grade)[1] for name in ("heel", "ball", "toe"))
