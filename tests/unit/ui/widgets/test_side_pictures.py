"""Positions seen from the side are outlined once for each phase."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from unknot import paths
from unknot.content.gait import GaitLibrary, load_gait
from unknot.domain.choices import ThemeChoice
from unknot.ui.theme import Theme
from unknot.ui.widgets import side_pictures
from unknot.ui.widgets.figure_view import PoseView
from unknot.ui.widgets.side_pictures import side_steps


@pytest.fixture(scope="module")
def gait() -> GaitLibrary:
    return load_gait(paths.resources())


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, gait: GaitLibrary) -> PoseView:
    view = PoseView(theme, gait)
    qtbot.addWidget(view)
    view.resize(160, 120)
    view.show_motion(gait.motions["glute-bridge"])
    return view


def test_a_phase_is_outlined_once_in_a_theme(view: PoseView, theme: Theme, monkeypatch):
    made = []
    outline = side_pictures.outline
    monkeypatch.setattr(side_pictures, "outline", lambda *rest: made.append(1) or outline(*rest))
    for _ in range(3):
        for phase in (0.1, 0.2):
            view.set_phase(phase)
            view.grab()
    assert len(made) == 2
    theme.apply(ThemeChoice.DARK, 100)
    view.grab()
    theme.apply(ThemeChoice.LIGHT, 100)
    assert len(made) == 3


def test_there_is_a_picture_for_every_frame(view: PoseView, gait: GaitLibrary):
    assert side_steps(gait.motions["glute-bridge"]) == 60 * gait.motions["glute-bridge"].period_s
    assert side_steps(gait.motions["stand-tall"]) == 1
    view.set_phase(0.5 / side_steps(gait.motions["glute-bridge"]))
    view.grab()
    while view._side_on.prepare():
        pass
    assert len(view._side_on._made) == side_steps(gait.motions["glute-bridge"])
