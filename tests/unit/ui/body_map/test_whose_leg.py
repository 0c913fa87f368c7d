"""The picture says whose leg it is and how it is seen, in every view and for every choice of legs."""

from __future__ import annotations

import pytest

from unknot.domain.body import Side, View
from unknot.ui.body_map.story_words import seen_words


@pytest.mark.parametrize("view", View)
def test_every_view_says_how_the_own_legs_are_seen(qapp, view):
    assert seen_words(view).startswith("your own")


def test_seen_from_behind_the_left_leg_stands_left_and_from_the_front_right(page):
    page.look.pick_view("back")
    assert [leg.side for leg in page.stage.frame.legs] == [Side.LEFT, Side.RIGHT]
    page.look.pick_view("front")
    assert [leg.side for leg in page.stage.frame.legs] == [Side.RIGHT, Side.LEFT]


def test_the_words_are_painted_beside_the_leg_and_change_with_the_view(page):
    pictures = []
    for view in ("back", "outer", "front", "inner"):
        page.look.pick_view(view)
        corner = page.stage.grab().toImage().copy(0, 46, 180, 40)
        ground = corner.pixel(0, 0)
        inked = [
            (x, y)
            for x in range(corner.width())
            for y in range(corner.height())
            if corner.pixel(x, y) != ground
        ]
        assert inked
        pictures.append(tuple(inked))
    assert len(set(pictures)) == 4
