"""What the stage shows of knots: echoes in other views, marks pushed apart, another day, hatched places."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from helpers.wall_clock import WallClock
from unknot.domain.body import Pressure, Side, Spot, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import Knot, KnotCheck, KnotKind, KnotStory, Size
from unknot.ui.body_map.frame import LegChoice
from unknot.ui.body_map.hatching import Hatching
from unknot.ui.body_map.shown_mark import shown_mark
from unknot.ui.body_map.stage_mark import StageMark
from unknot.ui.widgets.knot_mark import Mark

NOW = WallClock().time
CALF, JUNCTION = "gastrocnemius_lateral_belly_upper", "biceps_femoris_junction"
BELLY = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
LEFT = Qt.MouseButton.LeftButton


def story_at(number: int, spot: Spot, score: int = 4, place: str = CALF) -> KnotStory:
    knot = Knot(UUID(int=number), KnotKind.KNOT, place, spot, NOW)
    return KnotStory(knot, (KnotCheck(UUID(int=number), knot.id, NOW, score, Size.MARBLE),))


def test_a_knot_shows_in_another_view_as_a_hollow_marker_that_says_where_it_was_marked(stage, atlas):
    stage.show_stories([story_at(1, BELLY)], None)
    full = stage.items[0]
    stage.show_view(View.OUTER, LegChoice.BOTH, quiet=False)
    (echo,) = stage.items
    assert echo.mark.knot_id == full.mark.knot_id
    assert echo.accessibleName() == (
        "Outer calf, upper part, right. Tenderness 4 of 10, clear. Marble. Marked in the back view."
    )
    spot = stage.frame.spot(echo.center)
    assert spot.side is Side.RIGHT
    assert spot.v == pytest.approx(BELLY.v)
    assert atlas.hits.place_at(View.OUTER, spot.u, spot.v) == CALF
    stage.show_view(View.FRONT, LegChoice.BOTH, quiet=False)
    assert stage.items == ()


def test_touching_a_hollow_marker_chooses_the_one_knot_and_the_view_stays(open_page, services, qtbot):
    knot = services.journal.add_knot(BELLY, CALF, 4, Size.MARBLE)
    page = open_page(1400)
    page.look.pick_view(View.OUTER.value)
    echo = page.stage.item(knot.id)
    qtbot.mouseClick(echo, LEFT, pos=echo.rect().center())
    assert page.chosen == knot.id
    assert page.look.view is View.OUTER
    assert len(services.journal.knots()) == 1
    page.choose(knot.id)
    assert page.look.view is View.BACK


def test_a_hollow_marker_is_not_dragged_away_from_what_it_echoes(stage, qtbot):
    stage.show_stories([story_at(1, BELLY)], None)
    stage.show_view(View.OUTER, LegChoice.BOTH, quiet=False)
    dropped = []
    stage.knot_dropped.connect(lambda *there: dropped.append(there))
    (echo,) = stage.items
    middle = echo.rect().center()
    qtbot.mousePress(echo, LEFT, pos=middle)
    qtbot.mouseMove(echo, middle * 3)
    qtbot.mouseRelease(echo, LEFT, pos=middle * 3)
    assert dropped == []


def test_marks_that_overlap_are_pushed_apart_with_a_thread_to_their_true_spots(stage):
    other = Spot(View.BACK, Side.RIGHT, 0.47, 0.63)
    stage.show_stories([story_at(1, BELLY), story_at(2, other, 7)], None)
    first, second = (stage.item(UUID(int=number)) for number in (1, 2))
    away = first.center - second.center
    assert (away.x() ** 2 + away.y() ** 2) ** 0.5 >= first.body + second.body - 1
    spots = {thread.spot.toTuple() for thread in stage.marks.threads}
    assert spots == {stage.frame.point(spot).toTuple() for spot in (BELLY, other)}
    stage.sight.zoom_about(stage.frame.point(BELLY), 4.0)
    gap = stage.frame.point(other) - stage.frame.point(BELLY)
    assert gap.manhattanLength() < first.body + second.body  # still too near for their true spots
    before = [item.center - stage.frame.point(item.mark.spot) for item in (first, second)]
    stage.sight.pan(QPointF(7, 5))
    after = [item.center - stage.frame.point(item.mark.spot) for item in (first, second)]
    assert all((one - two).manhattanLength() < 1e-6 for one, two in zip(before, after, strict=True))


def test_the_stage_shows_another_day_until_it_is_given_back(stage, atlas):
    today = story_at(1, BELLY, 2)
    stage.show_stories([today], None)
    past = StageMark(today.knot.id, BELLY, CALF, Mark(8, Size.PLUM, Size.PLUM), "Eight then.", opacity=0.4)
    stage.show_marks([past])
    assert stage.items[0].mark == past
    assert stage.items[0].accessibleName() == "Eight then."
    faint = stage.items[0].grab().toImage()
    stage.show_stories([today], None)
    assert stage.items[0].mark == past
    stage.show_marks(None)
    assert stage.items[0].mark == shown_mark(today, atlas)
    assert stage.items[0].grab().toImage() != faint


def test_a_fading_mark_lets_the_leg_show_through(stage):
    def blackness(opacity):
        stage.show_marks([StageMark(UUID(int=1), BELLY, CALF, Mark(10, Size.PLUM), "Ten.", opacity)])
        item = stage.items[0]
        return stage.grab().toImage().pixelColor((item.center + QPointF(12, 12)).toPoint()).lightness()

    assert blackness(1.0) < blackness(0.5) < blackness(0.1)


@pytest.mark.parametrize("view", list(View))
def test_what_is_hatched_is_what_a_touch_would_refuse(atlas, theme, stage, view):
    """Against the hit test, on a grid over the whole leg: but for what lies on a border."""
    none = frozenset(place.id for place in atlas.places.values() if place.pressure is Pressure.NONE)
    stage.show_view(view, LegChoice.RIGHT, quiet=False)
    stage.show_whole(whole=True)
    hatching = Hatching(atlas, theme)
    hatching.set_places(none)
    leg = stage.frame.legs[0]
    area = hatching.area(view, leg)
    wrong = count = 0
    for row in range(20, 380):
        for column in range(100):
            u, v = (column + 0.5) / 100, (row + 0.5) / 400
            place = atlas.hits.place_at(view, u, v)
            if place is not None:
                count += 1
                wrong += area.contains(leg.point(u, v)) is not (place in none)
    assert count > 3000
    assert wrong / count < 0.02


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_hatching_shows_on_both_legs_in_both_themes_and_goes_away(stage, theme, choice):
    theme.apply(choice, 100, reduced_motion=True)
    plain = stage.grab().toImage()
    stage.set_hatched({"popliteal_fossa"})
    hatched = stage.grab().toImage()
    for side in Side:
        around = stage.frame.leg(side).point(0.3325, 0.5355).toPoint()
        changed = sum(
            plain.pixel(around.x() + x, around.y() + y) != hatched.pixel(around.x() + x, around.y() + y)
            for x in range(-8, 8)
            for y in range(-8, 8)
        )
        assert changed > 60
    stage.set_hatched(())
    assert stage.grab().toImage() == plain


def test_hatching_covers_nothing_outside_its_places(atlas, theme, stage):
    hatching = Hatching(atlas, theme)
    hatching.set_places(frozenset({"popliteal_fossa"}))
    image = QImage(760, 690, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    hatching.paint(painter, stage.frame, 1.0)
    painter.end()
    area = QPainterPath()
    for leg in stage.frame.legs:
        area.addPath(hatching.area(View.BACK, leg))
    box = area.boundingRect().adjusted(-3, -3, 3, 3)
    inked = [(x, y) for x in range(760) for y in range(690) if image.pixel(x, y) >> 24]
    assert inked
    assert all(box.contains(x, y) for x, y in inked)


def test_a_knot_never_lies_over_the_buttons_of_the_stage(stage, qtbot):
    stage.sight.zoom_about(QPointF(stage.rect().center()), 8.0)
    buttons = (stage.whole_button, stage.corners.where_not, stage.zoom_buttons.reset)
    spots = [stage.frame.spot(QPointF(one.mapTo(stage, one.rect().center()))) for one in buttons]
    assert None not in spots
    stories = [story_at(number, spot) for number, spot in enumerate(spots, start=1)]
    for chosen in (None, *(story.knot.id for story in stories)):
        stage.show_stories(stories, chosen)
        for item in stage.items:
            item.setFocus()
        for one in buttons:
            assert stage.childAt(one.mapTo(stage, one.rect().center())) is one
    stage.show_new(story_at(4, spots[1]))
    with qtbot.waitSignal(stage.corners.where_not.toggled):
        middle = stage.corners.where_not.geometry().center()
        qtbot.mouseClick(stage.childAt(middle), LEFT)


def test_the_chosen_knot_lies_above_its_neighbours(stage):
    stories = [story_at(number, BELLY) for number in (1, 2, 3)]
    for story in stories:
        stage.show_stories(stories, story.knot.id)
        own = stage.children()
        item = stage.item(story.knot.id)
        assert all(own.index(other) <= own.index(item) for other in stage.items)
