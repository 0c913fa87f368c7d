from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from unknot.ui.body_map.walk import is_arrow, next_that_way

POINTS = [QPointF(100, 100), QPointF(300, 110), QPointF(100, 300), QPointF(320, 320)]


def test_each_arrow_leads_to_the_nearest_knot_that_way():
    assert next_that_way(Qt.Key.Key_Right, POINTS[0], POINTS) == 1
    assert next_that_way(Qt.Key.Key_Down, POINTS[0], POINTS) == 2
    assert next_that_way(Qt.Key.Key_Up, POINTS[3], POINTS) == 1
    assert next_that_way(Qt.Key.Key_Left, POINTS[3], POINTS) == 2


def test_at_the_end_there_is_nowhere_to_go():
    assert next_that_way(Qt.Key.Key_Left, POINTS[0], POINTS) is None
    assert next_that_way(Qt.Key.Key_Up, POINTS[0], POINTS) is None


def test_only_arrows_are_arrows():
    assert is_arrow(Qt.Key.Key_Left)
    assert not is_arrow(Qt.Key.Key_A)
