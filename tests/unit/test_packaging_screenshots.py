"""The pictures of the README come from the script, and no scene hides another of the same name."""

from __future__ import annotations

import re

from helpers.packaging_modules import FOLDER, ROOT, packaging_module

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_each_picture_of_the_readme_is_drawn_by_the_script():
    script, scenes = packaging_module("screenshots"), packaging_module("screenshot_scenes")
    shown = set(re.findall(r"packaging/screenshots/([\w-]+)-light\.png", README))
    assert shown == set(script.IN_README)
    assert shown <= set(scenes.SCENES)
    assert {path.name for path in (FOLDER / "screenshots").iterdir()} == {f"{one}-light.png" for one in shown}


def test_each_scene_has_a_name_of_its_own():
    rooms = [
        packaging_module("screenshot_pages").PAGE_SCENES,
        packaging_module("screenshot_pages").FIRST_PAGES,
        packaging_module("screenshot_gates").GATE_SCENES,
        packaging_module("screenshot_routines").ROUTINE_SCENES,
        packaging_module("screenshot_drills").DRILL_SCENES,
        packaging_module("screenshot_mini").MINI_SCENES,
        packaging_module("screenshot_metronome").METRONOME_SCENES,
        packaging_module("screenshot_cues").CUE_SCENES,
        packaging_module("screenshot_editor").EDITOR_SCENES,
    ]
    scenes = packaging_module("screenshot_scenes")
    assert len(scenes.SCENES | scenes.FIRST_VISIT) == sum(len(room) for room in rooms)
