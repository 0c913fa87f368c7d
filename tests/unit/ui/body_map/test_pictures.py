from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from unknot.domain.body import Side, View
from unknot.ui.body_map.frame import LegChoice, lay_out
from unknot.ui.body_map.pictures import Pictures, blend
from unknot.ui.body_map.sight import Sight, seen, turned_to

TALL = 700


@pytest.mark.parametrize("view", list(View))
def test_the_id_map_has_one_number_a_pixel_of_the_picture(services, pictures, view):
    seen = services.anatomy.views[view]
    assert pictures.ids(view).shape == (seen.height, seen.width)
    assert set(pictures.ids(view).flat) - {0} <= set(services.anatomy.names)


def test_the_left_leg_is_the_mirrored_picture(pictures):
    right = pictures.leg(View.BACK, Side.RIGHT, TALL, quiet=False)
    left = pictures.leg(View.BACK, Side.LEFT, TALL, quiet=False)
    assert left.size() == right.size()
    assert all(left.pixel(x, 400) == right.pixel(right.width() - 1 - x, 400) for x in range(left.width()))


def test_quiet_grey_is_grey(pictures):
    def colourful(quiet):
        image = pictures.leg(View.OUTER, Side.RIGHT, TALL, quiet=quiet)
        pixels = [image.pixelColor(x, 350) for x in range(image.width())]
        return max((pixel.saturationF() for pixel in pixels if pixel.alphaF() == 1), default=0)

    assert colourful(True) < 0.2 < colourful(False)


def test_a_dense_screen_gets_a_sharper_backdrop(pictures, atlas, theme):
    shape = atlas.shape(View.BACK, whole=False)
    frame = lay_out(View.BACK, LegChoice.BOTH, QSizeF(760, 690), shape)
    backdrop = pictures.backdrop(frame, theme, 2.0, quiet=False)
    assert (backdrop.width(), backdrop.height()) == (1520, 1380)
    assert backdrop.devicePixelRatio() == 2.0


def test_cut_ends_run_into_the_stage(pictures, atlas, theme):
    shape = atlas.shape(View.BACK, whole=False)
    frame = lay_out(View.BACK, LegChoice.RIGHT, QSizeF(500, 690), shape)
    image = pictures.backdrop(frame, theme, 1.0, quiet=False).toImage()
    stage = theme.color("stage")

    def away(y):
        return abs(image.pixelColor(250, y).lightness() - stage.lightness())

    assert away(1) < 10
    assert away(688) < 10
    assert away(345) > 30


def test_a_closeup_blends_in_without_a_step():
    assert blend(1.0) == blend(1.5) == 0
    shares = [blend(1 + step / 50) for step in range(151)]
    assert shares == sorted(shares)
    assert max(after - before for before, after in pairwise(shares)) < 0.05
    assert blend(2.5) == blend(4.0) == 1


def zoomed(atlas, view, zoom):
    """The stage, looking at the right knee."""
    base = lay_out(view, LegChoice.RIGHT, QSizeF(400, 400), atlas.shape(view, whole=False))
    return seen(base, turned_to(base, Sight(zoom), base.legs[0].point(0.45, 0.55)))


def pixels(pixmap):
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return flat[:, : image.width(), :3].astype(float)


@pytest.mark.parametrize("quiet", [False, True])
@pytest.mark.parametrize("view", [View.BACK, View.OUTER])
def test_half_way_both_pictures_show_by_half_and_nothing_gets_paler(pictures, atlas, theme, view, quiet):
    half = zoomed(atlas, view, 2.0)
    assert blend(half.zoom) == 0.5
    mixed = pixels(pictures.backdrop(half, theme, 1.0, quiet=quiet))
    plain = pixels(Pictures().backdrop(half, theme, 1.0, quiet=quiet))
    assert np.abs(mixed.mean(axis=(0, 1)) - plain.mean(axis=(0, 1))).max() < 1.0
    assert np.abs(mixed - plain).max() > 3


def test_the_closeup_shows_more_than_the_picture_and_lies_where_it_should(pictures, atlas, theme):
    near = zoomed(atlas, View.OUTER, 4.0)
    sharp = pixels(pictures.backdrop(near, theme, 1.0, quiet=False))
    plain = pixels(Pictures().backdrop(near, theme, 1.0, quiet=False))
    assert np.abs(np.diff(sharp, axis=1)).mean() > 1.02 * np.abs(np.diff(plain, axis=1)).mean()
    best = min(range(-6, 7), key=lambda aside: np.abs(np.roll(sharp, aside, axis=1) - plain).mean())
    assert abs(best) <= 1


def test_views_without_a_closeup_are_drawn_from_their_picture_alone(pictures, atlas, theme):
    near = zoomed(atlas, View.FRONT, 3.0)
    ours = pictures.backdrop(near, theme, 1.0, quiet=False).toImage()
    assert ours == Pictures().backdrop(near, theme, 1.0, quiet=False).toImage()
