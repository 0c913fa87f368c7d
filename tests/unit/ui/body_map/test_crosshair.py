"""Marking a spot by keys alone: the crosshair names what it is over and marks where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from unknot.services.bundle import Services
from unknot.ui.body_map.body_map_page import BodyMapPage
from unknot.ui.body_map.crosshair import FINE, HALF, STEP, Crosshair

from .conftest import CALF, CALF_SPOT

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


def aim(page: BodyMapPage) -> Crosshair:
    """The crosshair, in the middle of a leg, with the keyboard."""
    QTest.keyClick(page, Key.Key_K)
    assert page.stage.crosshair.hasFocus()
    return page.stage.crosshair


def go_to(crosshair: Crosshair, target: QPointF) -> None:
    """By arrow keys alone, as near as the fine step allows."""
    for key, back, ahead in (
        (Key.Key_Right, Key.Key_Left, lambda: target.x() - crosshair.point.x()),
        (Key.Key_Down, Key.Key_Up, lambda: target.y() - crosshair.point.y()),
    ):
        while abs(ahead()) > STEP / 2:
            QTest.keyClick(crosshair, key if ahead() > 0 else back)
        while abs(ahead()) > FINE / 2:
            QTest.keyClick(crosshair, key if ahead() > 0 else back, Control)


def test_k_brings_it_over_a_leg_and_it_says_what_lies_there(page: BodyMapPage):
    crosshair = aim(page)
    assert crosshair.isVisible()
    assert page.stage.frame.spot(crosshair.point) is not None
    assert page.stage.hovered_name in crosshair.accessibleName()
    assert crosshair.accessibleName().endswith((", left", ", right"))


def test_arrows_move_it_by_a_step_and_with_ctrl_by_a_pixel(page: BodyMapPage):
    crosshair = aim(page)
    start = QPointF(crosshair.point)
    QTest.keyClick(crosshair, Key.Key_Left)
    assert crosshair.point == start - QPointF(STEP, 0)
    QTest.keyClick(crosshair, Key.Key_Down, Control)
    assert crosshair.point == start + QPointF(-STEP, FINE)


def test_a_knot_is_marked_by_keys_alone_within_a_pixel(page: BodyMapPage, services: Services, qtbot: QtBot):
    crosshair = aim(page)
    target = page.stage.frame.point(CALF_SPOT)
    go_to(crosshair, target)
    QTest.keyClick(crosshair, Key.Key_Return)
    assert page.marking.is_open
    QTest.keyClick(page.focusWidget() or page, Key.Key_6)
    story = services.journal.knots()[0]
    assert (story.knot.place, story.latest.tenderness) == (CALF, 6)
    drawn = page.stage.item(story.knot.id).center
    assert abs(drawn.x() - target.x()) <= 1
    assert abs(drawn.y() - target.y()) <= 1


def test_escape_leaves_it_and_k_brings_it_back_where_it_was(page: BodyMapPage):
    crosshair = aim(page)
    QTest.keyClick(crosshair, Key.Key_Left)
    kept = QPointF(crosshair.point)
    QTest.keyClick(crosshair, Key.Key_Escape)
    assert not crosshair.isVisible()
    assert page.stage.hasFocus()
    QTest.keyClick(page, Key.Key_K)
    assert crosshair.point == kept


def test_it_goes_when_the_keyboard_goes_elsewhere(page: BodyMapPage):
    crosshair = aim(page)
    page.list.setFocus()
    page.stage.setFocus()
    assert not crosshair.isVisible()


def test_at_the_edge_of_a_zoomed_map_the_legs_come(page: BodyMapPage, services: Services):
    crosshair = aim(page)
    services.settings.choose(reduced_motion=True)
    sight = page.stage.sight
    sight.zoom_about(page.stage.frame.middle, 3.0, smooth=False)
    QTest.keyClick(page, Key.Key_K)
    top = page.stage.frame.legs[0].picture.top()
    for _ in range(100):
        QTest.keyClick(crosshair, Key.Key_Up)
    assert crosshair.point.y() == HALF
    assert page.stage.frame.legs[0].picture.top() > top


@pytest.mark.parametrize("width", [1024, 1400])
def test_beside_the_legs_it_says_so(open_page: Callable[..., BodyMapPage], width: int):
    page = open_page(width)
    QTest.keyClick(page, Key.Key_K)
    for _ in range(200):
        QTest.keyClick(page.stage.crosshair, Key.Key_Left)
    assert page.stage.crosshair.accessibleName() == "Crosshair. Beside the legs"


def test_no_key_of_the_page_means_two_things(page: BodyMapPage):
    keys = [shortcut.key().toString() for shortcut in page.findChildren(QShortcut)]
    assert len(keys) == len(set(keys))
