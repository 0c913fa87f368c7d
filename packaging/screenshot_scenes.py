"""Every scene by the name of its picture: on the demo history, and on an empty one."""

from __future__ import annotations

from screenshot_cues import CUE_SCENES
from screenshot_drills import DRILL_SCENES
from screenshot_editor import EDITOR_SCENES
from screenshot_gates import GATE_SCENES
from screenshot_metronome import METRONOME_SCENES
from screenshot_mini import MINI_SCENES
from screenshot_pages import FIRST_PAGES, PAGE_SCENES
from screenshot_routines import ROUTINE_SCENES
from screenshot_studio import Scene

SCENES: dict[str, Scene] = (
    PAGE_SCENES
    | GATE_SCENES
    | ROUTINE_SCENES
    | EDITOR_SCENES
    | DRILL_SCENES
    | MINI_SCENES
    | METRONOME_SCENES
    | CUE_SCENES
)
FIRST_VISIT: dict[str, Scene] = FIRST_PAGES
