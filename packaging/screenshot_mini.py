"""Scenes of the mini-player: what it shows in each state of a session."""

from __future__ import annotations

from functools import partial

from screenshot_drills import DRILL_SCENES
from screenshot_routines import ROUTINE_SCENES
from screenshot_studio import Scene, Studio


def _mini(scene: Scene, words: tuple[str, ...], studio: Studio) -> None:
    """The same moment, small; then buttons one after the other."""
    scene(studio)
    studio.press("Mini")
    for word in words:
        studio.press(word)


MINI_SCENES: dict[str, Scene] = {
    "mini": partial(_mini, ROUTINE_SCENES["routine"], ()),
    "mini-settle": partial(_mini, ROUTINE_SCENES["routine-settle"], ()),
    "mini-paused": partial(_mini, ROUTINE_SCENES["routine"], ("Pause",)),
    "mini-too-much": partial(_mini, ROUTINE_SCENES["routine"], ("Too much",)),
    "mini-leave-alone": partial(_mini, ROUTINE_SCENES["routine-leave-alone"], ()),
    "mini-check": partial(_mini, ROUTINE_SCENES["routine-check"], ()),
    "mini-away": partial(_mini, ROUTINE_SCENES["routine-away"], ()),
    "mini-drill": partial(_mini, DRILL_SCENES["drill"], ()),
}
