"""Turned positions are drawn once for each phase and then shown from what is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform
from pytestqt.qtbot import QtBot

from unknot import paths
from unknot.content.gait import GaitLibrary, load_gait
from unknot.domain.choices import ThemeChoice
from unknot.ui.theme import Theme
from unknot.ui.widgets import turned_pictures
from unknot.ui.widgets.figure_paint import palette_of
from unknot.ui.widgets.figure_view import PoseView, motion_bounds
from unknot.ui.widgets.stage import fitted
from unknot.ui.widgets.turned_pictures import TurnedPictures, steps_of


@pytest.fixture(scope="module")
def gait() -> GaitLibrary:
    return load_gait(paths.resources())


def view_of(gait: GaitLibrary, name: str) -> QTransform:
    return fitted(motion_bounds(gait.motions[name], gait.body), QRectF(0, 0, 120, 90))


def made(gait: GaitLibrary, theme: Theme, name: str) -> TurnedPictures:
    tones = palette_of(theme, gait.colours)
    return TurnedPictures(gait, gait.motions[name], tones, view_of(gait, name), 1.0)


def test_a_phase_is_drawn_once(qtbot: QtBot, theme: Theme, gait: GaitLibrary, monkeypatch):
    drawn = []
    paint = turned_pictures.paint_turned
    monkeypatch.setattr(turned_pictures, "paint_turned", lambda *rest: (drawn.append(1), paint(*rest)))
    view = PoseView(theme, gait)
    qtbot.addWidget(view)
    view.resize(120, 90)
    view.show_motion(gait.motions["side-hip-lift"])
    for _ in range(3):
        for phase in (0.1, 0.2):
            view.set_phase(phase)
            view.grab()
    assert len(drawn) == 2
    theme.apply(ThemeChoice.DARK, 100)
    view.grab()
    theme.apply(ThemeChoice.LIGHT, 100)
    assert len(drawn) == 3


def test_all_phases_are_made_ahead_and_a_hold_is_one_picture(qtbot: QtBot, theme: Theme, gait: GaitLibrary):
    pictures = made(gait, theme, "side-hip-lift")
    count = 0
    while pictures.prepare():
        count += 1
    assert 10 < count < steps_of(gait.motions["side-hip-lift"])
    assert not pictures.prepare()


def test_no_more_are_kept_than_there_is_room_for(qtbot: QtBot, theme: Theme, gait: GaitLibrary, monkeypatch):
    monkeypatch.setattr(turned_pictures, "BUDGET", 60_000)
    pictures = made(gait, theme, "side-hip-lift")
    while pictures.prepare():
        assert pictures._bytes <= 60_000
    assert len(pictures._made) < 10


def test_pictures_are_made_ahead_only_while_it_moves_and_is_seen(
    qtbot: QtBot, theme: Theme, gait: GaitLibrary
):
    view = PoseView(theme, gait)
    qtbot.addWidget(view)
    view.resize(120, 90)
    view.show_motion(gait.motions["side-hip-lift"])
    view.show()
    view.grab()
    assert not view._idle.isActive()
    view.set_phase(0.2)
    assert not view._idle.isActive()  # a still picture may be set to its moment
    view.set_phase(0.21)
    assert view._idle.isActive()
    view.hide()
    assert not view._idle.isActive()
