"""Scenes of the mini-player and of floor mode: what they show in each state of a session."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from screenshot_drills import DRILL_SCENES
from screenshot_routines import ROUTINE_SCENES
from screenshot_studio import Scene, Studio


def _mini(scene: Scene, words: tuple[str, ...], studio: Studio) -> None:
    """The same moment, small; then buttons one after the other."""
    scene(studio)
    studio.press("Mini")
    for word in words:
        studio.press(word)


def _floor(scene: Scene, studio: Studio) -> None:
    """The same moment, read from far away."""
    scene(studio)
    studio.strike(Qt.Key.Key_Z)


MINI_SCENES: dict[str, Scene] = {
    "mini": partial(_mini, ROUTINE_SCENES["routine"], ()),
    "mini-settle": partial(_mini, ROUTINE_SCENES["routine-settle"], ()),
    "mini-paused": partial(_mini, ROUTINE_SCENES["routine"], ("Pause",)),
    "mini-too-much": partial(_mini, ROUTINE_SCENES["routine"], ("Too much",)),
    "mini-leave-alone": partial(_mini, ROUTINE_SCENES["routine-leave-alone"], ()),
    "mini-check": partial(_mini, ROUTINE_SCENES["routine-check"], ()),
    "mini-away": partial(_mini, ROUTINE_SCENES["routine-away"], ()),
    "floor": partial(_floor, ROUTINE_SCENES["routine"]),
    "floor-no-leg": partial(_floor, ROUTINE_SCENES["routine-settle"]),
    "mini-drill": partial(_mini, DRILL_SCENES["drill"], ()),
}
