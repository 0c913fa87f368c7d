"""The contact sheets hold every style, every drill and every release position, at all of their moments."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from helpers.packaging_modules import packaging_module
from unknot import paths
from unknot.content.gait import load_gait
from unknot.content.library import load_library
from unknot.ui.theme import Theme

GAIT, LIBRARY = load_gait(paths.resources()), load_library(paths.resources())


@pytest.fixture(scope="module")
def figures():
    return packaging_module("screenshot_figures")


def test_every_style_and_drill_and_routine_has_its_sheet(figures):
    names = set(figures.sheets(GAIT, LIBRARY))
    wanted = {f"figure-style-{name}" for name in GAIT.styles}
    wanted |= {f"figure-drill-{name}" for name in LIBRARY.drills}
    wanted |= {f"figure-release-{name}" for name in LIBRARY.routines}
    assert names == wanted


def test_a_sheet_shows_each_position_that_its_steps_show(figures):
    sheets = figures.sheets(GAIT, LIBRARY)
    for routine in LIBRARY.routines.values():
        shown = {cell.motion for cell in sheets[f"figure-release-{routine.id}"]}
        assert {GAIT.motion_for_routine(routine.id, step.id).id for step in routine.steps} <= shown


def test_a_sheet_is_a_grid_of_pictures_of_the_size_asked_for(figures, qtbot: QtBot, theme: Theme):
    cells = figures.sheets(GAIT, LIBRARY)["figure-style-reference"]
    sheet = figures.draw_sheet(cells, theme, GAIT, QSize(120, 100))
    assert cells[0].caption == "reference, contact"
    assert sheet.size().width() == 4 * (120 + figures.GAP)
    assert sheet.size().height() == 100 + figures.GAP + figures.CAPTION
