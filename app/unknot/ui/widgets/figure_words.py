"""What a figure shows, in words: for screen readers, and for the labels beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.body import Side
from unknot.domain.poses import Motion


def say(text: str) -> str:
    """A translated word of the figure."""
    return QCoreApplication.translate("Figure", text)


def muscle_word(muscle: str) -> str:
    """A muscle group's name as shown."""
    names = {
        "glute": say("Glute"),
        "hamstrings": say("Hamstrings"),
        "quads": say("Front thigh"),
        "calf": say("Calf"),
        "hip_flexors": say("Hip flexors"),
        "side_hip": say("Side of the hip"),
        "inner_thigh": say("Inner thigh"),
    }
    return names.get(muscle, muscle)


def motion_words(motion: Motion, side: Side | None) -> str:
    """One or two sentences: how the body is, what is around it, which leg and which muscle work."""
    places = {
        "standing": say("A person standing"),
        "kneeling": say("A person kneeling"),
        "wall": say("A person leaning on a wall"),
        "sitting": say("A person sitting on a chair"),
        "lying": say("A person on the floor"),
        "gait": say("A person walking"),
        "falling": say("A person leaning into the first step"),
    }
    on_chair = any(prop.kind == "chair" for prop in motion.props)
    if motion.support == "sitting" and not on_chair:
        places["sitting"] = say("A person sitting on the floor")
    parts = [places.get(motion.support, say("A person"))]
    kinds = {tool.kind for tool in motion.tools}
    if "ball" in kinds:
        parts.append(say("with a ball"))
    elif "roller" in kinds:
        parts.append(say("with a roller"))
    elif kinds & {"thumbs", "fingers", "fist", "hand"}:
        parts.append(say("pressing with the hand"))
    sentence = " ".join(parts) + "."
    if side is not None and motion.working != "both" and (motion.tools or motion.activity):
        leg = say("The left leg works.") if side is Side.LEFT else say("The right leg works.")
        sentence += " " + leg
    muscles = sorted({muscle_word(activity.muscle) for activity in motion.activity})
    if muscles:
        sentence += " " + say("At work: {muscles}.").format(muscles=", ".join(muscles).lower())
    return sentence
