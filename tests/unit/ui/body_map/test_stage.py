from __future__ import annotations

from random import Random
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from helpers.wall_clock import WallClock
from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import Knot, KnotCheck, KnotKind, KnotStory, Size
from unknot.ui.body_map.frame import LegChoice
from unknot.ui.body_map.mark_item import MarkItem
from unknot.ui.body_map.stage import BodyStage

NOW = WallClock().time
CALF = "gastrocnemius_lateral_belly_upper"


def story_at(spot: Spot, score: int = 0, size: Size = Size.MARBLE, *, place: str = CALF) -> KnotStory:
    knot = Knot(uuid4(), KnotKind.KNOT, place, spot, NOW)
    return KnotStory(knot, (KnotCheck(uuid4(), knot.id, NOW, score, size),))


@pytest.fixture
def stage(atlas, pictures, theme, qtbot):
    stage = BodyStage(atlas, pictures, theme)
    qtbot.addWidget(stage)
    stage.resize(760, 690)
    stage.show()
    return stage


def drawn_center(item: MarkItem, ratio: float) -> QPointF:
    """The middle of what is painted, in logical pixels of the stage."""
    size = QSize(round(item.width() * ratio), round(item.height() * ratio))
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    item.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    rows = [
        y for y in range(size.height()) if any(image.pixel(x, y) >> 24 > 127 for x in range(size.width()))
    ]
    columns = [
        x for x in range(size.width()) if any(image.pixel(x, y) >> 24 > 127 for y in range(size.height()))
    ]
    middle = QPointF((columns[0] + columns[-1] + 1) / 2, (rows[0] + rows[-1] + 1) / 2) / ratio
    return QPointF(item.pos()) + middle


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", [(320, 300), (500, 560), (761, 689), (1203, 1011)])
def test_a_knot_is_drawn_within_a_pixel_of_the_tap(stage, monkeypatch, size, ratio):
    monkeypatch.setattr(MarkItem, "devicePixelRatioF", lambda _item: ratio)
    stage.resize(*size)
    dice = Random(f"{size}{ratio}")
    for _ in range(6):
        tap = QPointF(dice.uniform(size[0] * 0.4, size[0] * 0.6), dice.uniform(90, size[1] - 90))
        spot = stage.frame.spot(tap)
        stage.show_stories([story_at(spot)], None)
        away = drawn_center(stage.items[0], ratio) - tap
        assert abs(away.x()) <= 1
        assert abs(away.y()) <= 1


def test_hovering_outlines_a_place_and_names_it(stage, qtbot):
    point = stage.frame.point(Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)).toPoint()
    plain = stage.grab().toImage()
    qtbot.mouseMove(stage, point)
    QApplication.processEvents()
    assert stage.hovered_name == "Outer calf, upper part"
    assert stage.grab().toImage() != plain
    qtbot.mouseMove(stage, QPoint(5, 5))
    assert stage.hovered_name == ""


def test_the_outline_goes_when_the_pointer_comes_to_a_knot_or_a_button_and_with_a_tap(stage, qtbot):
    stage.show_stories([story_at(Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284))], None)
    free = stage.frame.point(Spot(View.BACK, Side.LEFT, 0.4514, 0.6284)).toPoint()
    (item,) = stage.items
    for there in (item, stage.whole_button, stage.zoom_buttons.nearer):
        stage._hover_at(QPointF(free))
        assert stage.hovered_name == "Outer calf, upper part"
        enter = QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5))
        QApplication.sendEvent(there, enter)
        assert stage.hovered_name == ""
    stage._hover_at(QPointF(free))
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=free)
    assert stage.hovered_name == ""


def test_a_tap_tells_the_very_spot_and_a_tap_beside_says_so(stage, qtbot):
    wanted = Spot(View.BACK, Side.LEFT, 0.4514, 0.6284)
    with qtbot.waitSignal(stage.tapped) as told:
        qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=stage.frame.point(wanted).toPoint())
    spot = told.args[0]
    assert spot.side is Side.LEFT
    assert (spot.u, spot.v) == pytest.approx((wanted.u, wanted.v), abs=0.006)
    with qtbot.waitSignal(stage.tapped_beside):
        qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPoint(20, 300))


def test_a_press_that_slides_away_is_no_tap(stage, qtbot):
    taps = []
    stage.tapped.connect(taps.append)
    point = stage.frame.point(Spot(View.BACK, Side.LEFT, 0.45, 0.63)).toPoint()
    qtbot.mousePress(stage, Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=point + QPoint(0, 60))
    assert taps == []


def test_marks_are_real_children_in_reading_order_with_spoken_names(stage):
    low, high = Spot(View.BACK, Side.LEFT, 0.45, 0.63), Spot(View.BACK, Side.RIGHT, 0.51, 0.458)
    stage.show_stories([story_at(low, 4), story_at(high, 7, place="biceps_femoris_junction")], None)
    assert [item.accessibleName() for item in stage.items] == [
        "Outer hamstring, where the heads meet, right. Tenderness 7 of 10, strong. Marble.",
        "Outer calf, upper part, left. Tenderness 4 of 10, clear. Marble.",
    ]
    assert all(item.parent() is stage for item in stage.items)
    assert stage.items[0].nextInFocusChain() is stage.items[1]
    assert all(min(item.width(), item.height()) >= 44 for item in stage.items)


def test_a_mark_far_below_the_crop_shows_with_the_whole_leg(stage, qtbot):
    ankle = Spot(View.BACK, Side.RIGHT, 0.5, 0.95)
    stage.show_stories([story_at(ankle, place="achilles_tendon")], None)
    assert stage.items == ()
    assert stage.needs_whole(ankle)
    qtbot.mouseClick(stage.whole_button, Qt.MouseButton.LeftButton)
    assert len(stage.items) == 1


def test_what_is_no_longer_found_shows_only_while_it_is_chosen(stage):
    story = story_at(Spot(View.BACK, Side.RIGHT, 0.45, 0.63))
    closed = KnotStory(
        Knot(story.knot.id, KnotKind.KNOT, CALF, story.knot.spot, NOW, closed_at=NOW), story.checks
    )
    stage.show_stories([closed], None)
    assert stage.items == ()
    stage.show_stories([closed], closed.knot.id)
    assert len(stage.items) == 1


def test_a_place_this_version_does_not_know_is_kept_and_drawn(stage):
    stage.show_stories([story_at(Spot(View.BACK, Side.RIGHT, 0.4, 0.6), 3, place="a_new_place")], None)
    assert stage.items[0].accessibleName().startswith("Other place (from a newer version), right.")


def test_two_hundred_knots_are_all_on_the_stage(stage):
    dice = Random("many")
    many = [
        story_at(Spot(View.BACK, side, dice.uniform(0.2, 0.6), dice.uniform(0.3, 0.8)), dice.randrange(11))
        for side in Side
        for _ in range(100)
    ]
    stage.show_stories(many, None)
    assert len(stage.items) == 200


def test_the_view_can_be_turned_and_its_own_marks_are_the_full_ones(stage):
    back, outer = Spot(View.BACK, Side.RIGHT, 0.45, 0.63), Spot(View.OUTER, Side.RIGHT, 0.26, 0.63)
    stage.show_stories([story_at(back), story_at(outer)], None)
    assert [item.mark.spot for item in stage.items if item.mark.echo_of is None] == [back]
    stage.show_view(View.OUTER, LegChoice.RIGHT, quiet=False)
    assert [item.mark.spot for item in stage.items if item.mark.echo_of is None] == [outer]
