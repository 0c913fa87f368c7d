from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF

from unknot.domain.body import Side, Spot, View
from unknot.ui.body_map.frame import LegChoice, PictureShape, StageFrame, lay_out

SHAPES = {
    View.BACK: PictureShape(0.1857, 0.0, 0.84, "left edge"),
    View.FRONT: PictureShape(0.1857, 0.16, 1.0, "right edge"),
    View.OUTER: PictureShape(0.2736, 0.15, 0.75),
    View.INNER: PictureShape(0.2736, 0.25, 0.85),
}
sizes = st.tuples(st.integers(300, 2600), st.integers(260, 1600))


def frame_of(view: View, legs: LegChoice, size: tuple[int, int], *, whole: bool = False) -> StageFrame:
    return lay_out(view, legs, QSizeF(*size), SHAPES[view], whole=whole)


@given(
    st.sampled_from(View),
    st.sampled_from(LegChoice),
    st.booleans(),
    sizes,
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from(Side),
)
def test_a_spot_is_found_again_where_it_is_drawn(view, legs, whole, size, u, v, side):
    frame = frame_of(view, legs, size, whole=whole)
    leg = frame.leg(side)
    if leg is None:
        return
    back = leg.place(leg.point(u, v))
    assert back == pytest.approx((u, v), abs=1e-9)


@given(st.sampled_from(View), st.sampled_from(LegChoice), st.booleans(), sizes)
def test_the_legs_keep_their_proportions_and_the_margins(view, legs, whole, size):
    frame = frame_of(view, legs, size, whole=whole)
    for leg in frame.legs:
        assert leg.picture.width() / leg.picture.height() == pytest.approx(SHAPES[view].aspect)
        ink = sorted((leg.point(SHAPES[view].left, 0).x(), leg.point(SHAPES[view].right, 0).x()))
        margin = min(150, 0.3 * size[0])
        assert ink[0] >= margin - 1e-6
        assert ink[1] <= size[0] - margin + 1e-6


def test_the_left_leg_is_the_mirror_image_of_the_right_one():
    frame = frame_of(View.BACK, LegChoice.BOTH, (760, 690))
    left, right = frame.leg(Side.LEFT), frame.leg(Side.RIGHT)
    for u, v in [(0.1, 0.3), (0.45, 0.63), (0.8, 0.5)]:
        assert left.point(u, v).x() - 380 == pytest.approx(380 - right.point(u, v).x())
        assert left.point(u, v).y() == right.point(u, v).y()


def test_seen_from_the_back_the_left_leg_stands_left_and_from_the_front_right():
    assert [leg.side for leg in frame_of(View.BACK, LegChoice.BOTH, (760, 690)).legs] == [
        Side.LEFT,
        Side.RIGHT,
    ]
    assert [leg.side for leg in frame_of(View.FRONT, LegChoice.BOTH, (760, 690)).legs] == [
        Side.RIGHT,
        Side.LEFT,
    ]


def test_a_tap_between_the_legs_belongs_to_the_nearer_one():
    frame = frame_of(View.BACK, LegChoice.BOTH, (760, 690))
    assert frame.spot(QPointF(370, 300)).side is Side.LEFT
    assert frame.spot(QPointF(390, 300)).side is Side.RIGHT


def test_a_spot_of_another_view_or_a_hidden_leg_is_not_on_the_stage():
    frame = frame_of(View.BACK, LegChoice.RIGHT, (500, 600))
    assert frame.point(Spot(View.OUTER, Side.RIGHT, 0.5, 0.5)) is None
    assert frame.point(Spot(View.BACK, Side.LEFT, 0.5, 0.5)) is None
    assert frame.point(Spot(View.BACK, Side.RIGHT, 0.5, 0.95)) is None  # below the crop


def test_the_crop_shows_from_the_buttock_fold_to_the_calf():
    frame = frame_of(View.BACK, LegChoice.BOTH, (760, 690))
    leg = frame.legs[0]
    assert leg.point(0.5, 0.26).y() == pytest.approx(0, abs=0.5)
    assert leg.point(0.5, 0.84).y() == pytest.approx(690, abs=0.5)
    assert frame.cut_top
    assert frame.cut_bottom
    whole = frame_of(View.BACK, LegChoice.BOTH, (760, 690), whole=True)
    assert not whole.cut_top
    assert not whole.cut_bottom
