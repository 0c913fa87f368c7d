"""The body on screen: which position, which leg, what is lit, and in words."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from unknot import paths
from unknot.content.gait import GaitLibrary, load_gait
from unknot.domain.body import Side
from unknot.domain.choices import ThemeChoice
from unknot.ui.theme import Theme
from unknot.ui.widgets import side_pictures
from unknot.ui.widgets.figure_view import PoseView
from unknot.ui.widgets.runner_view import RunnerView
from unknot.ui.widgets.stage_labels import LabelFonts


@pytest.fixture(scope="module")
def gait() -> GaitLibrary:
    return load_gait(paths.resources())


def picture(view: PoseView | RunnerView) -> QImage:
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def count(image: QImage, color: QColor) -> int:
    pixels = np.frombuffer(image.constBits(), np.uint32)
    return int((pixels == color.rgb()).sum())


@pytest.fixture
def pose_view(qtbot: QtBot, theme: Theme, gait: GaitLibrary) -> PoseView:
    view = PoseView(theme, gait)
    qtbot.addWidget(view)
    view.resize(360, 240)
    return view


def test_a_routine_step_shows_its_position_mirrored_for_the_left_leg(pose_view: PoseView):
    assert pose_view.show_routine_step("calf-outer-ball", "pin_1", Side.RIGHT)
    right = picture(pose_view)
    assert not pose_view.mirrored
    pose_view.show_routine_step("calf-outer-ball", "pin_1", Side.LEFT)
    assert pose_view.mirrored
    left = picture(pose_view)
    for x, y in ((40, 150), (180, 170), (300, 180)):
        assert left.pixel(359 - x, y) == right.pixel(x, y)


def test_the_words_say_what_the_picture_shows(pose_view: PoseView):
    pose_view.show_routine_step("calf-outer-ball", "pin_1", Side.LEFT)
    words = "A person sitting on the floor with a ball. The left leg works."
    assert pose_view.accessibleDescription() == words


def test_the_picture_has_a_name_so_that_its_words_are_read_out(pose_view: PoseView):
    assert pose_view.accessibleName() == "Picture"


def test_a_routine_nobody_drew_leaves_the_stage_empty(pose_view: PoseView):
    assert not pose_view.show_routine_step("no-such-routine", "x")
    assert pose_view.accessibleDescription() == ""
    picture(pose_view)


def test_the_glute_is_marigold_only_while_it_works(pose_view: PoseView, gait: GaitLibrary, theme: Theme):
    pose_view.show_motion(gait.motions["glute-bridge"])
    pose_view.set_phase(0.5)
    assert count(picture(pose_view), theme.color("accent")) > 80
    pose_view.set_phase(0.95)
    assert count(picture(pose_view), theme.color("accent")) == 0


def test_a_position_moves_only_while_it_is_seen(pose_view: PoseView, gait: GaitLibrary):
    pose_view.show_motion(gait.motions["wall-push-off"])
    pose_view.play()
    assert not pose_view._timer.isActive()
    pose_view.show()
    assert pose_view._timer.isActive()
    pose_view.hide()
    assert not pose_view._timer.isActive()


@pytest.mark.parametrize("name", ["side-hip-lift", "wall-ball-glute-mid-hold", "figure4-thumbs-hold"])
def test_turned_positions_are_drawn_with_their_muscle(pose_view: PoseView, gait: GaitLibrary, name: str):
    pose_view.show_motion(gait.motions[name])
    image = picture(pose_view)
    stage = pose_view.theme.color("stage").rgb()
    drawn = sum(image.pixel(x, y) != stage for x in range(0, 360, 4) for y in range(0, 240, 4))
    assert drawn > 200


@pytest.fixture
def runner(qtbot: QtBot, theme: Theme, gait: GaitLibrary) -> RunnerView:
    view = RunnerView(theme, gait, "glute_push")
    qtbot.addWidget(view)
    view.resize(704, 496)
    return view


def test_the_measure_comes_from_the_data(runner: RunnerView, qtbot: QtBot, theme: Theme, gait: GaitLibrary):
    assert runner.measure_words() == ("under your hips", "ankle 15 cm ahead of the hip")
    other = RunnerView(theme, gait, "reference")
    qtbot.addWidget(other)
    assert other.measure_words()[1] == "ankle 22 cm ahead of the hip"


def test_the_ghost_is_named_as_an_example(runner: RunnerView):
    runner.set_ghost("overstride_heel")
    assert "Overstride, an example, ankle 29 cm ahead of the hip." in runner.accessibleDescription()


def test_the_ghost_is_a_line_without_fill_and_leaves_the_body_as_it_was(runner: RunnerView, theme: Theme):
    runner.words_on = False
    alone = picture(runner)
    runner.set_ghost("overstride_heel")
    both = picture(runner)
    skin = theme.color("primary")
    assert count(both, skin) == pytest.approx(count(alone, skin), rel=0.05)
    assert count(both, theme.color("ink3")) > 240


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_runner_takes_the_tones_of_the_theme(runner: RunnerView, theme: Theme, choice: ThemeChoice):
    theme.apply(choice, 100)
    assert count(picture(runner), theme.color("primary")) > 2000
    theme.apply(ThemeChoice.LIGHT, 100)


def test_the_arrow_is_there_only_until_toe_off(runner: RunnerView, theme: Theme):
    runner.words_on = False
    runner.set_phase(0.33)
    pushing = count(picture(runner), theme.color("accentInk"))
    runner.set_phase(0.37)
    flying = count(picture(runner), theme.color("accentInk"))
    assert pushing > flying + 80


def test_the_words_take_the_ink_of_the_theme(runner: RunnerView, theme: Theme):
    runner.set_ghost("overstride_heel")
    in_light = count(picture(runner), theme.color("ink2"))
    theme.apply(ThemeChoice.DARK, 100)
    assert in_light > 20
    assert count(picture(runner), theme.color("ink2")) > 20
    theme.apply(ThemeChoice.LIGHT, 100)


def test_the_words_are_laid_out_once_until_they_are_written_larger(runner: RunnerView, theme: Theme):
    words = ("Overstride", "an example")
    first = runner._labels.label(words, 1.0)
    assert runner._labels.label(words, 1.0) is first
    runner.set_fonts(LabelFonts(theme.font("title"), theme.font("body")))
    assert runner._labels.label(words, 1.0).size.width() > first.size.width()


@pytest.mark.parametrize("name", ["glute-bridge", "side-hip-lift", "supine-calf-on-knee"])
def test_no_part_of_the_body_is_below_the_floor(pose_view: PoseView, gait: GaitLibrary, name: str):
    pose_view.rounded = False
    pose_view.show_motion(gait.motions[name])
    image = picture(pose_view)
    floor = round(pose_view.world_view().map(QPointF(0.0, 0.0)).y()) + 4
    below = {image.pixel(x, floor) for x in range(0, 360, 2)}
    assert below == {pose_view.theme.color("stage").rgb()}


def places(image: QImage, color: QColor) -> np.ndarray:
    """(n, 2) x and y of the pixels of a colour."""
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return np.argwhere(pixels == color.rgb())[:, ::-1]


def test_a_landing_on_a_slope_is_measured_along_the_slope(
    qtbot: QtBot, theme: Theme, gait: GaitLibrary, monkeypatch: pytest.MonkeyPatch
):
    view = RunnerView(theme, gait, "hinged_uphill")
    qtbot.addWidget(view)
    view.resize(704, 496)
    monkeypatch.setattr(view, "measure_words", lambda: ("", ""))
    ink = places(picture(view), theme.color("accentInk"))
    left = ink[ink[:, 0] < ink[:, 0].min() + 4].mean(axis=0)
    right = ink[ink[:, 0] > ink[:, 0].max() - 4].mean(axis=0)
    rise = (left[1] - right[1]) / (right[0] - left[0])
    ahead_px = np.hypot(*(right - left).tolist())
    assert abs(rise - np.tan(np.radians(5.0))) < 0.08
    assert ahead_px == pytest.approx(0.218 * view.world_view().m11(), abs=5)
    foot = view.world_view().map(QPointF(0.0, 0.0))
    assert abs(left[0] - foot.x()) < 5


def test_an_example_that_stands_beside_has_its_own_measure(runner: RunnerView, theme: Theme):
    runner.words_on = False
    runner.set_ghost("overstride_heel")
    runner.set_beside(True)
    view = runner.world_view()
    floor = view.dy() + 6
    marks = places(picture(runner), theme.color("ink2"))
    below = marks[(marks[:, 1] > floor) & (marks[:, 0] > view.dx() + 200)]
    assert below[:, 0].min() == pytest.approx(view.dx() + 1.15 * view.m11(), abs=4)


def test_no_label_lies_on_a_runner_who_has_little_room(runner: RunnerView, theme: Theme):
    runner.set_ghost("overstride_heel")
    runner.set_beside(True)
    with_words = picture(runner)
    runner.set_words_on(False)
    assert picture(runner) == with_words


def test_an_arm_is_set_off_from_the_leg_it_lies_on(pose_view: PoseView, gait: GaitLibrary, monkeypatch):
    pose_view.show_motion(gait.motions["press-calf-low"])
    rimmed = picture(pose_view)
    monkeypatch.setattr(side_pictures, "ARM_RIM", 0.0)
    plain = picture(pose_view)
    edge = pose_view.tones["near.edge"]
    assert count(rimmed, edge) > count(plain, edge) + 20


@pytest.mark.parametrize("size", [(352, 248), (704, 496), (1408, 992)])
def test_the_runner_is_drawn_crisp_for_the_pixels_there_are(
    qtbot: QtBot, theme: Theme, gait: GaitLibrary, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
):
    view = RunnerView(theme, gait, "glute_push")
    view.set_words_on(False)
    qtbot.addWidget(view)
    view.resize(*size)
    edges = []
    for ratio in (1, 2):
        monkeypatch.setattr(view, "devicePixelRatioF", lambda ratio=ratio: float(ratio))  # of its screen
        image = QImage(view.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        view.render(image)
        edges.append(blurred(image))
    assert edges[1] < 2.7 * edges[0]  # along the outline; a picture that is blown up has four times as many


def blurred(image: QImage) -> int:
    """How many pixels are none of the colours that fill areas."""
    pixels = np.frombuffer(image.constBits(), np.uint32)
    colors, counts = np.unique(pixels, return_counts=True)
    del colors
    return int(counts[counts < pixels.size / 1000].sum())
