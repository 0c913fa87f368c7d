"""Real taps on the picture, at points of the anatomy file worked out here: each leg finds its own place."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from unknot.domain.body import Side, View
from unknot.domain.choices import ThemeChoice
from unknot.ui.body_map.frame import LegChoice
from unknot.ui.body_map.stage import BodyStage

RESOURCES = Path(__file__).parents[4] / "resources"
MAP = json.loads((RESOURCES / "anatomy/regions.json").read_text())
SPOTS = json.loads((RESOURCES / "content/en/regions.json").read_text())["spots"]


@pytest.fixture
def stage(atlas, pictures, theme, qtbot):
    theme.apply(ThemeChoice.LIGHT, 100, reduced_motion=True)
    stage = BodyStage(atlas, pictures, theme)
    qtbot.addWidget(stage)
    stage.resize(1000, 800)
    stage.show()
    stage.show_whole(whole=True)
    return stage


def named_points(view: View) -> list[tuple[str, float, float]]:
    """Where the file says that a place is: spots, anchors of regions no spot or zone lies on."""
    spots = [
        (name, *spot["views"][view.value]["at"])
        for name, spot in SPOTS.items()
        if view.value in spot["views"]
    ]
    seen = MAP["views"][view.value]
    zones = [zone["polygon"] for zone in seen["zones"]]
    boxes = [[(min(axis), max(axis)) for axis in zip(*ring, strict=True)] for ring in zones]
    boxes += [
        [(min(axis), max(axis)) for axis in zip(*spot["views"][view.value]["polygon"], strict=True)]
        for spot in SPOTS.values()
        if view.value in spot["views"]
    ]
    free = [
        (region["id"], *region["anchor"])
        for region in seen["regions"]
        if region["area_mm2"] > 1500
        and not any(
            low <= region["anchor"][0] <= high and top <= region["anchor"][1] <= bottom
            for (low, high), (top, bottom) in boxes
        )
    ]
    return spots + free


def tapped(stage: BodyStage, point: QPointF) -> object:
    told: list[object] = []
    stage.tapped.connect(told.append)
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=point.toPoint())
    stage.tapped.disconnect(told.append)
    return told[0] if told else None


@pytest.mark.parametrize("zoom", [1.0, 2.7])
@pytest.mark.parametrize("view", list(View))
def test_a_tap_and_its_mirror_image_find_the_same_place_on_either_leg(stage, atlas, view, zoom):
    stage.show_view(view, LegChoice.BOTH, quiet=False)
    right = stage.frame.leg(Side.RIGHT).picture
    dice, taps = Random(view.value), 0
    for name, u, v in dice.sample(named_points(view), 8):
        stage.sight.reset()
        point = QPointF(right.left() + u * right.width(), right.top() + v * right.height())
        mirrored = QPointF(stage.width() - point.x(), point.y())  # the legs stand as mirror images
        for at, side in ((point, Side.RIGHT), (mirrored, Side.LEFT)):
            stage.sight.reset()
            stage.sight.zoom_about(at, zoom)
            there = stage.frame.leg(side).point(u, v)
            if zoom == 1.0:
                assert (there - at).manhattanLength() < 1e-6
            if not stage.rect().adjusted(0, 0, -1, -1).contains(there.toPoint()):
                continue
            spot = tapped(stage, there)
            if spot is None:
                continue  # a button of the stage lies there
            taps += 1
            assert spot.side is side
            assert spot.u == pytest.approx(u, abs=1 / stage.frame.leg(side).picture.width())
            assert atlas.hits.place_at(view, spot.u, spot.v) == name
    assert taps >= 10
