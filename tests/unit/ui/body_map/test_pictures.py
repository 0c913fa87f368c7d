from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF

from unknot.domain.body import Side, View
from unknot.ui.body_map.frame import LegChoice, lay_out

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
