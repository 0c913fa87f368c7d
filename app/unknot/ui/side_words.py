"""Left and right in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.body import Side

translate = QCoreApplication.translate


def side_word(side: Side) -> str:
    """At the beginning of a line: "Left", "Right"."""
    return translate("Sides", "Left") if side is Side.LEFT else translate("Sides", "Right")


def side_within(side: Side) -> str:
    """Within a sentence: "left", "right"."""
    return translate("Sides", "left") if side is Side.LEFT else translate("Sides", "right")


def leg_of(place: str, side: Side) -> str:
    """A place on one leg: "Outer calf, upper part, right leg"."""
    return translate("Sides", "{place}, {side} leg").format(place=place, side=side_within(side))
