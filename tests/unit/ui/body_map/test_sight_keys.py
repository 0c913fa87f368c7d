"""The keys and the touch pad: what they do to the sight, and when plus, minus and 0 mean a knot instead."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from unknot.domain.body import Side, Spot, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import Size
from unknot.ui.body_map.stage import BodyStage

CALF = "gastrocnemius_lateral_belly_upper"
BELLY = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(open_page, theme):
    theme.apply(ThemeChoice.LIGHT, 100, reduced_motion=True)
    return open_page(1400)


def test_plus_minus_and_0_zoom_while_no_knot_is_chosen(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_Plus)
    assert page.stage.frame.zoom == pytest.approx(1.5)
    qtbot.keyClick(page, Qt.Key.Key_Plus)
    qtbot.keyClick(page, Qt.Key.Key_Minus)
    assert page.stage.frame.zoom == pytest.approx(1.5)
    qtbot.keyClick(page, Qt.Key.Key_0)
    assert page.stage.frame.zoom == 1


def test_with_a_knot_chosen_they_rate_it_and_z_zooms(page, services, qtbot):
    knot = services.journal.add_knot(BELLY, CALF, 4, Size.MARBLE)
    page.choose(knot.id)
    qtbot.keyClick(page, Qt.Key.Key_Plus)
    assert services.journal.knot(knot.id).latest.tenderness == 5
    assert page.stage.frame.zoom == 1
    qtbot.keyClick(page, Qt.Key.Key_Z)
    assert page.stage.frame.zoom == pytest.approx(1.5)
    qtbot.keyClick(page, Qt.Key.Key_Z, SHIFT)
    assert page.stage.frame.zoom == 1
    qtbot.keyClick(page, Qt.Key.Key_0)
    assert services.journal.knot(knot.id).latest.tenderness == 0


def test_shift_and_an_arrow_look_farther_that_way(page, qtbot):
    page.stage.sight.zoom_about(page.stage.frame.middle, 3.0)
    spot = page.stage.frame.spot(page.stage.frame.legs[1].point(0.4, 0.55))
    before = page.stage.frame.legs[1].point(spot.u, spot.v)
    qtbot.keyClick(page, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page, Qt.Key.Key_Right, SHIFT)
    way = page.stage.frame.legs[1].point(spot.u, spot.v) - before
    assert way.y() == pytest.approx(-page.stage.height() / 4)
    assert way.x() == pytest.approx(-page.stage.width() / 4)


def gesture(stage, kind, value, point):
    event = QNativeGestureEvent(
        kind,
        QPointingDevice.primaryPointingDevice(),
        2,
        point,
        point,
        QPointF(stage.mapToGlobal(point)),
        value,
        QPointF(),
    )
    QApplication.sendEvent(stage, event)


def test_a_pinch_on_the_pad_zooms_about_the_pointer(page):
    stage, pointer = page.stage, QPointF(420, 330)
    spot = stage.frame.spot(pointer)
    for _ in range(4):
        gesture(stage, Qt.NativeGestureType.ZoomNativeGesture, 0.1, pointer)
    assert stage.frame.zoom == pytest.approx(1.1**4)
    assert (stage.frame.point(spot) - pointer).manhattanLength() < 1e-6


def test_a_double_tap_with_two_fingers_zooms_in_and_back(page):
    stage = page.stage
    for wanted in (2.0, 1.0):
        gesture(stage, Qt.NativeGestureType.SmartZoomNativeGesture, 0.0, QPointF(420, 330))
        assert stage.frame.zoom == wanted


def test_getting_the_focus_paints_nothing(page, monkeypatch):
    """Qt paints what gets the focus anew: that would be the whole stage, just when it was tapped."""
    painted, paint = [], BodyStage.paintEvent

    def noted(stage, event):
        painted.append(event.rect())
        paint(stage, event)

    QApplication.processEvents()
    monkeypatch.setattr(BodyStage, "paintEvent", noted)
    page.stage.clearFocus()
    page.stage.setFocus()
    QApplication.processEvents()
    assert painted == []
