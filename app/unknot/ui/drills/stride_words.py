"""The words of the short look at one's own stride: what to look for, and how often it is seen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def look_for(fault_id: str) -> str:
    """What it looks like, in one sentence; empty for a fault that is not looked for."""
    return {
        "toe_strike_heel_up": translate(
            "StrideCheck", "The heel stays up, or comes down only for a moment, before you push off."
        ),
        "short_quad_driven": translate("StrideCheck", "Steps are short and quick; the thighs lift them."),
        "overstride_heel_strike": translate("StrideCheck", "The foot lands well ahead of your hips."),
        "waist_hinge": translate("StrideCheck", "There is a fold between belly and thigh."),
        "uphill_hinge": translate("StrideCheck", "You bend forward at the hip on hills."),
        "loud_landing": translate("StrideCheck", "You hear your feet, or your head bobs up and down."),
        "glute_silent": translate("StrideCheck", "You hardly feel your buttock when you push."),
        "hip_drops": translate("StrideCheck", "From behind: one hip sinks, or your knees brush."),
        "short_push": translate(
            "StrideCheck", "The leg does not stay behind you. The picture shows the aim."
        ),
    }.get(fault_id, "")


def often_options() -> list[tuple[str, str]]:
    """How often it is seen, by the weight that is kept."""
    return [
        ("0", translate("StrideCheck", "No")),
        ("1", translate("StrideCheck", "Now and then")),
        ("2", translate("StrideCheck", "Most steps")),
    ]
