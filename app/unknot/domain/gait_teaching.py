"""What a running style teaches at a phase: which muscle works, and when the foot pushes.

The windows are teaching simplifications (their `source` says from where); late in stance most of the forward
push comes from the calf, while the hip goes on extending.
"""

from __future__ import annotations

from unknot.domain.gait import Style

MUSCLES = {
    "glute_push": ("glute",),
    "hamstrings_push": ("hamstrings",),
    "glute_max_preload": ("glute", "hamstrings"),
    "calf_push": ("calf",),
    "quads_lift": ("hip_flexors",),
}
READY = 0.5  # how strongly a muscle is lit before landing
FADE = 0.02  # of a cycle: a light goes out within this, never at a stroke


def lit_muscles(style: Style, phase: float) -> dict[str, float]:
    """Muscle -> 0..1 for the leg whose first contact is at phase 0; only what works now."""
    place, lit = phase % 1.0, dict[str, float]()
    for name, muscles in MUSCLES.items():
        marker = style.markers.get(name)
        if marker is None or not marker.start <= place < marker.end:
            continue
        strength = READY if name == "glute_max_preload" else 1.0
        if marker.start > 0.0:
            strength *= min(1.0, (place - marker.start) / FADE)
        if marker.end < 1.0:
            strength *= min(1.0, (marker.end - place) / FADE)
        for muscle in muscles:
            lit[muscle] = max(lit.get(muscle, 0.0), strength)
    return {muscle: strength for muscle, strength in lit.items() if strength > 0.0}


def push_share(style: Style, phase: float) -> float | None:
    """How far the push-off is, 0..1 from the calf's push to toe-off; None outside it."""
    start, end = style.markers["calf_push"].start, style.events["toe_off"]
    place = phase % 1.0
    return (place - start) / (end - start) if start <= place < end else None


def phase_of_beats(beats: float, speed: float = 1.0) -> float:
    """Phase of the picture after so many beats since the right foot landed on beat 0.

    A stride is two beats; at half or quarter speed a landing meets every second or fourth beat.
    """
    return (beats * speed / 2.0) % 1.0
