"""The map as a picture: what is in the file is what the map shows."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog

from unknot.domain.body import Side, Spot, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import KnotKind, Size
from unknot.ui.body_map.map_sheet import COLUMN, RATIO, SIZE, STAGE

LEFT = Qt.MouseButton.LeftButton
CALF, JUNCTION = "gastrocnemius_lateral_belly_upper", "biceps_femoris_junction"
CALF_SPOT = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
JUNCTION_SPOT = Spot(View.BACK, Side.LEFT, 0.5109, 0.458)


@pytest.fixture
def marked(services, clock):
    services.journal.add_knot(CALF_SPOT, CALF, 8, Size.GOLF_BALL)
    clock.advance(days=7)
    services.journal.add_knot(JUNCTION_SPOT, JUNCTION, 6, Size.MARBLE)
    bump = Spot(View.OUTER, Side.RIGHT, 0.43, 0.549)
    services.journal.add_knot(bump, "lateral_epicondyle", 3, None, kind=KnotKind.PAIN)


@pytest.fixture
def page(marked, open_page):
    return open_page(1400)


def words_of(svg: bytes) -> str:
    return " ".join(
        "".join(node.itertext()).strip()
        for node in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    )


def colours(image: QImage, area) -> set[str]:
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(int(area.left() * RATIO), int(area.right() * RATIO), 3)
        for y in range(int(area.top() * RATIO), int(area.bottom() * RATIO), 3)
    }


def test_a_png_holds_the_legs_the_marks_and_the_scale(page, theme, tmp_path):
    assert page.export.save(page.export.sheet(), tmp_path / "map.png")
    image = QImage(str(tmp_path / "map.png"))
    assert image.size() == SIZE * RATIO
    assert image.text("Title") == "Body map, Monday 21 September 2026"
    paper = theme.on_paper()
    found = colours(image, STAGE)
    assert paper.color("stage").name() in found
    assert {paper.tender(8)[0].name(), paper.tender(6)[0].name()} <= found
    assert {paper.tender(score)[0].name() for score in range(11)} <= colours(image, COLUMN)


def test_an_svg_holds_names_date_and_legend_as_words(page, tmp_path):
    assert page.export.save(page.export.sheet(), tmp_path / "map.svg")
    svg = (tmp_path / "map.svg").read_bytes()
    assert b'font-family="Inter, Helvetica, Arial, sans-serif"' in svg  # where Inter is not installed
    words = words_of(svg)
    for expected in (
        "Body map, Monday 21 September 2026",
        "Outer calf, upper part",
        "Right · golf ball · 8, strong",
        "Left · marble · 6, clear",
        "Bony bump on the",
        "first size you gave",
        "pain",
        "How tender when you press it",
        "Extreme",
        "Back view, both legs. 3 marks.",
    ):
        assert expected in words, expected
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(svg).render(painter)
    painter.end()
    assert image.pixel(5, 5) & 0xFFFFFF == 0xFFFFFF
    assert image.pixel(60, 300) & 0xFFFFFF == 0xE6EBE5


def test_a_knot_lies_where_the_map_shows_it(page, theme):
    image = page.export.sheet().image()
    wanted = theme.on_paper().tender(6)[0].name()
    area = [
        QPointF(x, y)
        for x in range(int(STAGE.left() * RATIO), int(STAGE.right() * RATIO))
        for y in range(int(STAGE.top() * RATIO), int(STAGE.bottom() * RATIO), 2)
        if QColor(image.pixel(x, y)).name() == wanted
    ]
    middle = sum((point.x() for point in area), 0.0) / len(area) / RATIO - STAGE.left()
    assert middle < STAGE.width() / 2  # the left leg


def test_the_day_that_is_shown_is_the_day_of_the_picture(page):
    page.bar.slider.setValue(2)
    words = words_of(page.export.sheet().svg())
    assert "Body map, Wednesday 16 September 2026" in words
    assert "Outer hamstring" not in words
    assert page.export.sheet().file_name == "unknot-map-2026-09-16-back.png"


def test_it_is_always_light_and_at_plain_size(page, theme):
    light = page.export.sheet().image()
    theme.apply(ThemeChoice.DARK, 150)
    assert page.export.sheet().image() == light
    assert theme.is_dark
    assert theme.text_scale == 150


def test_the_button_opens_a_menu_of_both(page, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(page.export.menu, "popup", opened.append)  # offscreen has no popups
    qtbot.mouseClick(page.header.picture_button, LEFT)
    assert len(opened) == 1
    assert [action.text() for action in page.export.menu.actions()] == ["Copy picture", "Save picture…"]


def test_copy_puts_it_on_the_clipboard(page):
    page.export.copy_action.trigger()
    assert QGuiApplication.clipboard().image().size() == SIZE * RATIO
    assert page.export._chip.text() == "Picture copied"
    QGuiApplication.clipboard().clear()


def test_the_dialog_begins_in_the_folder_of_the_last_picture(page, services, tmp_path, qtbot):
    page.export.save(page.export.sheet(), tmp_path / "first.png")
    assert services.settings.choices.picture_folder == str(tmp_path)
    dialog = page.export.ask_where()
    assert Path(dialog.directory().absolutePath()) == tmp_path
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    with qtbot.waitSignal(dialog.finished):
        dialog.fileSelected.emit(str(tmp_path / "second.svg"))
        dialog.reject()
    assert (tmp_path / "second.svg").read_bytes().startswith(b"<?xml")


def test_a_name_without_ending_becomes_a_png(page, tmp_path):
    assert page.export.save(page.export.sheet(), tmp_path / "map")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")


def test_what_cannot_be_written_is_said_on_the_page(page, services, tmp_path):
    before = services.settings.choices.picture_folder
    assert not page.export.save(page.export.sheet(), tmp_path / "away" / "map.png")
    assert page.banner.isVisible()
    assert page.banner.title.text() == "map.png could not be saved."
    assert "Choose another folder." in page.banner.body.text()
    assert services.settings.choices.picture_folder == before


def test_many_knots_leave_room_for_the_legend(services, open_page):
    for number in range(30):
        spot = Spot(View.BACK, Side.LEFT if number % 2 else Side.RIGHT, 0.45, 0.3 + number / 60)
        services.journal.add_knot(spot, CALF, number % 11, Size.PEA)
    words = words_of(open_page(1400).export.sheet().svg())
    assert "and 23 more" in words
    assert "first size you gave" in words
