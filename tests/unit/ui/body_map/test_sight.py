from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF

from unknot.domain.body import View
from unknot.ui.body_map.frame import LegChoice, PictureShape, StageFrame, lay_out
from unknot.ui.body_map.sight import NEAREST, PLAIN, Sight, about, between, bounded, panned, seen, turned_to

SHAPES = {
    View.BACK: PictureShape(0.1857, 0.0, 0.84, "left edge"),
    View.FRONT: PictureShape(0.1857, 0.16, 1.0, "right edge"),
    View.OUTER: PictureShape(0.2736, 0.15, 0.75),
    View.INNER: PictureShape(0.2736, 0.25, 0.85),
}
bases = st.builds(
    lambda view, legs, wide, high, whole: lay_out(view, legs, QSizeF(wide, high), SHAPES[view], whole=whole),
    st.sampled_from(View),
    st.sampled_from(LegChoice),
    st.integers(300, 2600),
    st.integers(260, 1600),
    st.booleans(),
)
moves = st.lists(
    st.tuples(
        st.sampled_from(["zoom", "pan", "turn"]), st.floats(0, 1), st.floats(0, 1), st.floats(0.3, 3.0)
    ),
    max_size=12,
)


def moved(base: StageFrame, steps: list[tuple[str, float, float, float]]) -> Sight:
    sight = PLAIN
    for kind, across, down, factor in steps:
        point = QPointF(across * base.size.width(), down * base.size.height())
        if kind == "zoom":
            sight = about(base, sight, point, sight.zoom * factor)
        elif kind == "pan":
            sight = panned(base, sight, (point - base.middle) * factor)
        else:
            sight = turned_to(base, sight, point)
    return sight


@given(bases, moves)
def test_however_one_zooms_and_pans_a_leg_is_in_sight(base, steps):
    sight = moved(base, steps)
    frame = seen(base, sight)
    assert 1 <= sight.zoom <= NEAREST
    left, right = frame.edges
    assert left - 0.01 <= frame.middle.x() <= right + 0.01
    picture, high = frame.legs[0].picture, base.size.height()
    if picture.height() >= high + 0.01:
        assert picture.top() <= 0.01
        assert picture.bottom() >= high - 0.01
    else:
        assert picture.center().y() == pytest.approx(high / 2, abs=0.01)


@given(bases, moves)
def test_a_spot_is_found_again_where_it_is_drawn_at_every_zoom(base, steps):
    frame = seen(base, moved(base, steps))
    for leg in frame.legs:
        for place in ((0.2, 0.3), (0.51, 0.458), (0.7, 0.9)):
            assert leg.place(leg.point(*place)) == pytest.approx(place, abs=1e-9)


def test_what_lies_under_the_pointer_stays_there():
    base = lay_out(View.BACK, LegChoice.BOTH, QSizeF(760, 690), SHAPES[View.BACK])
    sight = PLAIN
    pointer = QPointF(470, 330)
    spot = base.spot(pointer)
    for zoom in (1.5, 2.4, 4.0, 3.0, 2.0):
        sight = about(base, sight, pointer, zoom)
        away = seen(base, sight).point(spot) - pointer
        assert away.manhattanLength() < 1e-6


def test_dragging_moves_the_legs_along_with_the_pointer():
    base = lay_out(View.OUTER, LegChoice.RIGHT, QSizeF(760, 690), SHAPES[View.OUTER])
    near = about(base, PLAIN, base.middle, 3.0)
    before = seen(base, near).legs[0].point(0.4, 0.5)
    after = seen(base, panned(base, near, QPointF(30, -50))).legs[0].point(0.4, 0.5)
    assert (after - before - QPointF(30, -50)).manhattanLength() < 1e-6


def test_without_zoom_the_leg_can_be_dragged_up_to_the_foot_but_not_aside():
    base = lay_out(View.BACK, LegChoice.BOTH, QSizeF(760, 690), SHAPES[View.BACK])
    frame = seen(base, panned(base, PLAIN, QPointF(400, -5000)))
    assert frame.legs[0].picture.bottom() == pytest.approx(690)
    assert frame.legs[0].picture.left() == base.legs[0].picture.left()


def test_all_four_views_show_the_same_height_at_the_same_sight():
    sight = Sight(2.0, 0.0, 0.05)
    heights = []
    for view in View:
        base = lay_out(view, LegChoice.BOTH, QSizeF(760, 690), SHAPES[view])
        heights.append(seen(base, bounded(base, sight)).legs[0].place(QPointF(380, 345))[1])
    assert heights == pytest.approx([heights[0]] * 4)


@given(bases, moves, moves, st.floats(0, 1))
def test_a_motion_begins_and_ends_where_it_should(base, first, second, share):
    start, end = moved(base, first), moved(base, second)
    for share_of, wanted in ((0.0, start), (1.0, end)):
        there = between(start, end, share_of)
        assert (there.zoom, there.x, there.y) == pytest.approx((wanted.zoom, wanted.x, wanted.y), abs=1e-6)
    low, high = sorted((start.zoom, end.zoom))
    assert low - 1e-9 <= between(start, end, share).zoom <= high + 1e-9
