"""Zoom and pan on the stage itself: by wheel, pad, drag, buttons; what it shows then, and how exactly."""

from __future__ import annotations

from uuid import uuid4

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPointingDevice, QRegion, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from helpers.wall_clock import WallClock
from unknot.domain.body import Side, Spot, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import Knot, KnotCheck, KnotKind, KnotStory, Size
from unknot.ui.body_map.frame import LegChoice
from unknot.ui.body_map.mark_item import MarkItem
from unknot.ui.body_map.sight import NEAREST

NOW = WallClock().time
CALF = "gastrocnemius_lateral_belly_upper"
BELLY, JUNCTION = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284), Spot(View.BACK, Side.LEFT, 0.5109, 0.458)
LEFT = Qt.MouseButton.LeftButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def story_at(spot: Spot, score: int = 4, place: str = CALF) -> KnotStory:
    knot = Knot(uuid4(), KnotKind.KNOT, place, spot, NOW)
    return KnotStory(knot, (KnotCheck(uuid4(), knot.id, NOW, score, Size.MARBLE),))


def turn_wheel(stage, point, notches, *, modifiers=NONE, pad=False):
    pixels = QPoint(0, round(notches * 40)) if pad else QPoint()
    phase = Qt.ScrollPhase.ScrollUpdate if pad else Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        point,
        QPointF(stage.mapToGlobal(point)),
        pixels,
        QPoint(0, round(notches * 120)),
        Qt.MouseButton.NoButton,
        modifiers,
        phase,
        False,
        Qt.MouseEventSource.MouseEventNotSynthesized,
        QPointingDevice.primaryPointingDevice(),
    )
    QApplication.sendEvent(stage, event)
    return event.isAccepted()


def drag(stage, qtbot, start, way):
    qtbot.mousePress(stage, LEFT, pos=start)
    for part in (0.5, 1.0):
        point = start + QPoint(round(way.x() * part), round(way.y() * part))
        there, everywhere = QPointF(point), QPointF(stage.mapToGlobal(point))
        QApplication.sendEvent(
            stage,
            QMouseEvent(QEvent.Type.MouseMove, there, everywhere, Qt.MouseButton.NoButton, LEFT, NONE),
        )
    qtbot.mouseRelease(stage, LEFT, pos=start + way)


@pytest.mark.parametrize("modifiers", [NONE, CTRL])
def test_the_wheel_zooms_about_the_pointer(stage, modifiers):
    pointer = QPointF(480, 400)
    spot = stage.frame.spot(pointer)
    assert turn_wheel(stage, pointer, 2, modifiers=modifiers)
    assert stage.frame.zoom == pytest.approx(1.25**2)
    assert (stage.frame.point(spot) - pointer).manhattanLength() < 1e-6


def test_two_fingers_on_a_pad_pan_and_with_ctrl_zoom(stage):
    turn_wheel(stage, QPointF(480, 400), 3)
    zoom, spot = stage.frame.zoom, stage.frame.spot(QPointF(480, 400))
    turn_wheel(stage, QPointF(480, 400), -1, pad=True)
    assert stage.frame.zoom == zoom
    assert stage.frame.point(spot).y() == pytest.approx(360)
    turn_wheel(stage, QPointF(480, 400), 1, pad=True, modifiers=CTRL)
    assert stage.frame.zoom > zoom


def test_a_wheel_that_changes_nothing_is_left_to_the_page(stage):
    assert not turn_wheel(stage, QPointF(480, 400), -1)


def test_dragging_pans_and_is_no_tap(stage, qtbot):
    stage.sight.zoom_about(QPointF(480, 400), 2.0)
    taps = []
    stage.tapped.connect(taps.append)
    spot = stage.frame.spot(QPointF(480, 400))
    drag(stage, qtbot, QPoint(480, 400), QPoint(40, -60))
    assert (stage.frame.point(spot) - QPointF(520, 340)).manhattanLength() < 0.01
    assert taps == []


def test_the_buttons_zoom_and_offer_the_way_back_only_when_there_is_one(stage, qtbot):
    buttons = stage.zoom_buttons
    assert not buttons.reset.isVisible()
    assert not buttons.farther.isEnabled()
    for _ in range(5):
        buttons.nearer.click()
    assert stage.frame.zoom == NEAREST
    assert stage.accessibleDescription() == "Zoomed in 4.0 times."
    assert not buttons.nearer.isEnabled()
    assert buttons.reset.isVisible()
    assert buttons.geometry().right() <= stage.width() - 16
    buttons.farther.click()
    assert stage.frame.zoom < NEAREST
    buttons.reset.click()
    assert stage.frame.zoom == 1
    assert not buttons.reset.isVisible()
    names = [button.accessibleName() or button.text() for button in buttons.buttons]
    assert names == ["Reset view", "Zoom out", "Zoom in"]
    assert all(min(button.width(), button.height()) >= 44 for button in buttons.buttons)


def test_zooming_all_the_way_back_is_as_at_the_start(stage):
    turn_wheel(stage, QPointF(480, 600), 5)
    stage.sight.pan(QPointF(20, -200))
    turn_wheel(stage, QPointF(480, 300), -7)
    assert stage.sight.sight.is_plain
    assert not stage.zoom_buttons.reset.isVisible()


def test_a_zoom_moves_smoothly_and_ends_where_it_was_meant(stage, theme, qtbot):
    theme.apply(ThemeChoice.LIGHT, 100)
    stage.sight.zoom_about(QPointF(480, 400), 2.0)
    assert stage.frame.zoom < 2
    qtbot.waitUntil(lambda: stage.frame.zoom == pytest.approx(2.0))
    stage.sight.reset()
    stage.hide()
    assert stage.frame.zoom == 1


def test_the_zoom_is_kept_from_view_to_view_and_the_leg_looked_at_stays_in_sight(stage):
    leg = stage.frame.leg(Side.RIGHT)
    stage.sight.zoom_about(leg.point(0.45, 0.55), 3.0)
    height = stage.frame.legs[0].place(QPointF(0, 345))[1]
    for view in (View.OUTER, View.FRONT, View.INNER, View.BACK):
        stage.show_view(view, LegChoice.BOTH, quiet=False)
        left, right = stage.frame.leg(Side.RIGHT).edges
        assert left < 380 < right
        assert stage.frame.zoom == 3.0
        assert stage.frame.legs[0].place(QPointF(0, 345))[1] == pytest.approx(height)


def test_only_marks_in_sight_are_shown_and_named_and_no_names_overlap(stage):
    stage.show_stories([story_at(BELLY), story_at(JUNCTION, 3, "biceps_femoris_junction")], None)
    assert len(stage.labels) == 2
    stage.sight.zoom_about(stage.frame.point(BELLY), 4.0)
    assert [item.mark.spot for item in stage.items] == [BELLY]
    assert len(stage.labels) == 1
    item, box = stage.items[0], stage.labels[0].box
    around = QPointF(item.reach, item.reach)
    assert not box.intersects(QRectF(item.center - around, item.center + around))


def test_arrows_lead_to_marks_out_of_sight_and_bring_them_in(stage, qtbot):
    stage.show_stories([story_at(BELLY), story_at(JUNCTION, 3, "biceps_femoris_junction")], None)
    stage.sight.zoom_about(stage.frame.point(BELLY), 4.0)
    stage.activateWindow()
    stage.items[0].setFocus()
    qtbot.keyClick(stage.items[0], Qt.Key.Key_Up)
    assert [item.mark.spot for item in stage.items] == [JUNCTION]
    assert stage.items[0].hasFocus()


def drawn_center(item: MarkItem, ratio: float) -> QPointF:
    """The middle of what is painted, in logical pixels of the stage."""
    image = QImage(
        round(item.width() * ratio), round(item.height() * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    item.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    rows, columns = np.nonzero(flat[:, : image.width(), 3] > 127)
    middle = QPointF((columns.min() + columns.max() + 1) / 2, (rows.min() + rows.max() + 1) / 2)
    return QPointF(item.pos()) + middle / ratio


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_knot_is_drawn_within_a_pixel_of_the_tap_at_every_zoom_size_and_ratio(stage, monkeypatch, data):
    size = data.draw(st.tuples(st.integers(320, 1500), st.integers(300, 1100)))
    ratio = data.draw(st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0, 3.0]))
    view, legs = data.draw(st.sampled_from(list(View))), data.draw(st.sampled_from(list(LegChoice)))
    at = st.floats(0.05, 0.95)
    stage.resize(*size)
    stage.show_view(view, legs, quiet=False)
    stage.sight.reset()
    anchor = QPointF(data.draw(at) * size[0], data.draw(at) * size[1])
    stage.sight.zoom_about(anchor, data.draw(st.floats(1.0, NEAREST)))
    tap = QPointF(data.draw(at) * size[0], data.draw(at) * size[1])
    spot = stage.frame.spot(tap)
    if spot is None:
        return
    monkeypatch.setattr(MarkItem, "devicePixelRatioF", lambda _item: ratio)
    stage.show_stories([story_at(spot, 0)], None)
    away = drawn_center(stage.items[0], ratio) - tap
    assert abs(away.x()) <= 1
    assert abs(away.y()) <= 1
