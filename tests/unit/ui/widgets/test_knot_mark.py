from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import KnotKind, Size
from unknot.ui.theme import Theme
from unknot.ui.widgets.knot_mark import KnotMark, Mark, knot_reach, mark_words, paint_knot

RESOURCES = Path(__file__).parents[4] / "resources"
CENTER = QPointF(100, 100)


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, RESOURCES)
    theme.apply(ThemeChoice.LIGHT, 100)
    return theme


def picture_of(theme: Theme, size: Size | None, score: int, **more: object) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_knot(painter, CENTER, theme, size, score, **more)  # type: ignore[arg-type]  # keyword forwarding
    painter.end()
    return image


def disc_radius(theme: Theme, image: QImage, score: int) -> float:
    """Counted along a ray that the number does not touch."""
    fill = theme.tender(score)[0].rgb()
    inside = [x for x in range(100, 200) if image.pixel(x, 100) == fill]
    return inside[-1] - 99.0


@pytest.mark.parametrize(
    ("size", "radius"),
    [(Size.PEA, 12), (Size.MARBLE, 16), (Size.GOLF_BALL, 21), (Size.PLUM, 27), (Size.GRAPEFRUIT, 36)],
)
def test_the_disc_has_the_radius_of_its_size(theme: Theme, size: Size, radius: int) -> None:
    assert disc_radius(theme, picture_of(theme, size, 4), 4) == pytest.approx(radius, abs=1)


def test_the_scale_shrinks_the_disc_alone(theme: Theme) -> None:
    small = picture_of(theme, Size.PLUM, 4, scale=0.8)
    assert disc_radius(theme, small, 4) == pytest.approx(27 * 0.8, abs=1)


@pytest.mark.parametrize("score", range(11))
def test_the_arc_is_a_tenth_of_a_turn_for_each_point(theme: Theme, score: int) -> None:
    image = picture_of(theme, Size.GRAPEFRUIT, score)
    ink = theme.color("ink").rgb()
    from math import cos, pi, sin

    inked = 0
    for step in range(360):
        angle = step * pi / 180
        x, y = 100 + 39.5 * sin(angle), 100 - 39.5 * cos(angle)
        inked += image.pixel(round(x - 0.5), round(y - 0.5)) == ink
    assert inked / 360 == pytest.approx(score / 10, abs=0.03)


@pytest.mark.parametrize("selected", [False, True])
@pytest.mark.parametrize("size", list(Size))
def test_nothing_is_drawn_outside_its_reach(theme: Theme, size: Size, selected: bool) -> None:
    mark = Mark(7, size, Size.GOLF_BALL)
    reach = knot_reach(theme, mark, selected=selected)
    image = picture_of(theme, size, 7, first_size=Size.GOLF_BALL, selected=selected)
    drawn = [
        ((x - 99.5) ** 2 + (y - 99.5) ** 2) ** 0.5
        for x in range(200)
        for y in range(200)
        if QColor(image.pixelColor(x, y)).alpha()
    ]
    assert max(drawn) <= reach + 1


def test_the_mark_says_its_score_in_words(theme: Theme) -> None:
    assert mark_words(Mark(4)) == "Tenderness 4 of 10, clear."
    assert mark_words(Mark(9, kind=KnotKind.PAIN)) == "Pain 9 of 10, extreme."


def test_the_widget_makes_a_large_knot_small_enough_to_fit(qtbot: QtBot, theme: Theme) -> None:
    widget = KnotMark(theme)
    qtbot.addWidget(widget)
    widget.show_mark(Mark(8, Size.GRAPEFRUIT))
    widget.resize(widget.sizeHint())
    image = widget.grab().toImage()
    ground = image.pixel(0, 0)
    edge = [image.pixel(x, y) for x in range(60) for y in (0, 59)]
    assert set(edge) == {ground}
