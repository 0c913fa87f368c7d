"""The card for the pocket: drawn whole, saved in three ways, printed on A4, with every trouble told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from unknot.domain.choices import ThemeChoice
from unknot.services.bundle import Services
from unknot.ui.cues.cues_page import CuesPage
from unknot.ui.cues.pocket_card import SIZE, CardOf, PocketCard
from unknot.ui.cues.pocket_dialog import PocketDialog, beat_words
from unknot.ui.theme import Theme


def card_of(services: Services, theme: Theme, *names: str) -> PocketCard:
    cues = tuple(services.cues.cards[name] for name in names)
    said = CardOf(date(2026, 11, 23), cues, "Your own steps: 164 a minute", services.cues.pain_rules)
    return PocketCard(said, services.gait, theme)


@pytest.fixture
def dialog(services: Services, theme: Theme, qtbot: QtBot) -> Iterator[PocketDialog]:
    page = CuesPage(services, theme)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.row.show_cue("under_hips")
    page.show()
    made = page.show_pocket_card()
    qtbot.waitUntil(made.isVisible)
    yield made
    page.close()


# ------------------------------------------------------------- the drawing
def test_the_card_says_week_cues_beat_and_pain_in_words(services: Services, theme: Theme):
    said = card_of(services, theme, "under_hips", "uphill").said
    assert said.startswith("Week of Monday 23 November 2026.")
    for part in ("Land under your hips, quietly.", "Uphill shorter", "164 a minute", "stop and walk home"):
        assert part in said


@pytest.mark.parametrize(
    ("day", "monday"), [(23, "23 November"), (26, "23 November"), (29, "23 November"), (30, "30 November")]
)
def test_the_card_is_of_the_week_that_holds_today(
    services: Services, theme: Theme, qtbot: QtBot, day: int, monday: str
):
    now = replace(services, now=lambda: datetime(2026, 11, day, 12, tzinfo=UTC))
    made = PocketDialog(now, theme, services.cues.cards["tall"])
    qtbot.addWidget(made)
    assert made.card.said.startswith(f"Week of Monday {monday} 2026.")


def test_it_is_the_same_light_card_in_any_look(services: Services, theme: Theme):
    light = card_of(services, theme, "tall").png()
    theme.apply(ThemeChoice.DARK, 200)
    assert card_of(services, theme, "tall").png() == light


@pytest.mark.parametrize("second", [(), ("uphill",)])
@pytest.mark.parametrize("name", ["long_behind", "under_hips", "heel_kiss", "tall", "no_fold", "hip_lift"])
def test_nothing_of_any_card_is_cut_at_its_edges(services: Services, theme: Theme, name: str, second: tuple):
    image = card_of(services, theme, name, *second).image()
    paper = theme.on_paper().color("raised").rgb()
    edge = 40  # pixels: 2 mm
    for x in range(0, image.width(), 3):
        for y in (*range(0, edge, 5), *range(image.height() - edge, image.height(), 5)):
            assert image.pixel(x, y) == paper, (x, y)
    for y in range(0, image.height(), 3):
        for x in (*range(0, edge, 5), *range(image.width() - edge, image.width(), 5)):
            assert image.pixel(x, y) == paper, (x, y)


def test_a_picture_knows_how_large_it_is_on_paper(services: Services, theme: Theme):
    image = card_of(services, theme, "tall").image()
    assert image.size() == SIZE * 2
    assert image.width() / image.dotsPerMeterX() == pytest.approx(0.074, abs=0.0002)


def test_the_vectors_hold_shapes_and_say_the_words(services: Services, theme: Theme):
    svg = card_of(services, theme, "no_fold").svg().decode()
    assert "<text" not in svg  # fonts of another computer would not fit
    assert "No fold at the waist." in svg
    assert 'width="74mm"' in svg


# ------------------------------------------------------------- the dialog
def test_the_card_is_of_the_cue_that_is_looked_at(dialog: PocketDialog):
    assert "Land under your hips, quietly." in dialog.picture.accessibleDescription()
    assert dialog.second.value == ""


def test_a_second_cue_is_remembered(dialog: PocketDialog, services: Services, qtbot: QtBot):
    dialog.second.fill()
    names = [dialog.second.itemText(row) for row in range(dialog.second.count())]
    assert names[0] == "None"
    assert "Foot under the hips" not in names
    dialog.second.set_value("tall")
    dialog.second.picked.emit("tall")
    assert services.settings.choices.card_cue == "tall"
    assert "Tall, from ankle to crown." in dialog.picture.accessibleDescription()


@pytest.mark.parametrize(
    ("ending", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF"), ("", b"\x89PNG")]
)
def test_it_is_saved_as_the_ending_says(dialog: PocketDialog, tmp_path: Path, ending: str, begins: bytes):
    assert dialog.save(dialog.card, tmp_path / f"card{ending}")
    (file,) = (path for path in tmp_path.iterdir() if path.name.startswith("card"))
    assert file.suffix == (ending or ".png")
    assert file.read_bytes().startswith(begins)
    assert dialog.done_words.text() == f"Saved {file.name}"
    assert dialog._services.settings.choices.picture_folder == str(tmp_path)


def test_a_file_that_cannot_be_written_is_told_and_can_be_tried_again(dialog: PocketDialog, tmp_path: Path):
    missing = tmp_path / "away"
    assert not dialog.save(dialog.card, missing / "card.png")
    assert dialog.banner.isVisible()
    assert dialog.banner.title.text() == "card.png could not be saved."
    assert "is not there any more" in dialog.banner.body.text()
    missing.mkdir()
    QTest.mouseClick(dialog.banner.action, Qt.MouseButton.LeftButton)
    assert (missing / "card.png").exists()
    assert not dialog.banner.isVisible()


def test_asking_where_offers_the_three_kinds(dialog: PocketDialog, qtbot: QtBot):
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QFileDialog)
    assert [name.split("*")[-1] for name in asked.nameFilters()] == [".png)", ".svg)", ".pdf)"]
    asked.filterSelected.emit(asked.nameFilters()[2])
    assert asked.defaultSuffix() == "pdf"
    asked.reject()


def test_it_is_printed_on_one_sheet_of_a4(dialog: PocketDialog, tmp_path: Path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    assert dialog.print_on(printer)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.done_words.text() == "Sent to the printer"


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)  # Qt says it too
def test_a_printer_that_does_not_begin_is_told(dialog: PocketDialog, tmp_path: Path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "away" / "sheet.pdf"))
    assert not dialog.print_on(printer)
    assert dialog.banner.title.text() == "The card could not be printed."
    assert "Save it as a picture" in dialog.banner.body.text()


def test_the_systems_dialog_is_asked_which_printer(dialog: PocketDialog):
    asked = dialog.ask_printer()
    assert isinstance(asked, QPrintDialog)
    asked.reject()


def test_a_system_on_which_qt_cannot_print_is_told(dialog: PocketDialog, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "PySide6.QtPrintSupport", None)
    assert dialog.ask_printer() is None
    assert dialog.banner.isVisible()


# ------------------------------------------------------------- the beat
def test_the_beat_is_the_own_one_or_a_line_to_fill_in(services: Services):
    assert beat_words(services) == "Steps a minute: ________"
    services.settings.choose(step_rate_spm=164)
    assert beat_words(services) == "Your own steps: 164 a minute"


def test_the_beat_is_quicker_only_for_who_reaches_forward(services: Services):
    services.settings.choose(step_rate_spm=164, stride_seen="overstride_heel_strike:2")
    assert beat_words(services) == "Start with 172 steps a minute. Never more than 180."
    services.settings.choose(stride_seen="toe_strike_heel_up:2")
    assert beat_words(services) == "Keep your own 164 steps a minute. No quicker beat."
