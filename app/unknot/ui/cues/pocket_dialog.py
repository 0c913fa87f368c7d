"""Prints the pocket card of the week, or saves it as a picture."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.domain.cue_cards import CueCard
from unknot.domain.days import day_of
from unknot.services.bundle import Services
from unknot.services.picture_files import write_picture
from unknot.services.stride import Stride, rate_words
from unknot.ui.body_map.writing import Writing
from unknot.ui.cues.pocket_card import UNITS_AN_INCH, CardOf, PocketCard
from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.error_banner import ErrorBanner
from unknot.ui.widgets.pick_list import PickList
from unknot.ui.widgets.save_picture import Kind, ask_where, with_ending
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

translate = QCoreApplication.translate

PNG, SVG, PDF = ".png", ".svg", ".pdf"
SHOWN = QSize(254, 360)  # px of the card in the dialog


class PocketDialog(Dialog):
    """The card of one cue; a second one can be added and is remembered."""

    def __init__(self, services: Services, theme: Theme, cue: CueCard, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("A card for your pocket"), parent, width=680)
        self._services, self._cue = services, cue
        self.banner = ErrorBanner(theme)
        self._writing = Writing(self.banner)
        self.body.addWidget(self.banner)
        row = spaced(QHBoxLayout(), theme, 0, 20)
        self.picture = QLabel()
        self.picture.setFixedSize(SHOWN)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._options(), 1)
        self.body.addLayout(row)
        self.done_words = Words("", theme, "small", "ink2")
        self.body.addWidget(self.done_words)
        self.done_words.hide()
        close = Button(self.tr("Close"), theme)
        close.clicked.connect(self.reject)
        self.save_button = Button(self.tr("Save picture"), theme, icon="download-simple-bold")
        self.save_button.clicked.connect(self.ask_where)
        self.print_button = Button(self.tr("Print"), theme, icon="printer", kind="primary")
        self.print_button.clicked.connect(self.ask_printer)
        self.print_button.setDefault(True)
        self.set_buttons(close, self.save_button, self.print_button)
        self._show()

    @property
    def card(self) -> PocketCard:
        """The card as it is chosen now."""
        services = self._services
        today = day_of(services.now())
        second = services.cues.cards.get(self.second.value)
        return PocketCard(
            CardOf(
                today - timedelta(days=today.weekday()),
                (self._cue,) if second is None else (self._cue, second),
                beat_words(services),
                services.cues.pain_rules,
            ),
            services.gait,
            self._theme,
        )

    def ask_where(self) -> QFileDialog:
        """Ask for a file, in the folder of the last picture."""
        card = self.card
        title, settings = self.tr("Save picture"), self._services.settings
        return ask_where(self, title, settings, card.file_name, self._kinds(), partial(self.save, card))

    def save(self, card: PocketCard, path: Path) -> bool:
        """Write it there, as the ending of the name says; whether it was written."""
        path = with_ending(path, self._kinds())
        make = {PNG: card.png, SVG: card.svg, PDF: card.pdf}[path.suffix.lower()]
        if self._writing.do(partial(write_picture, path, make())) is False:
            self.refit()
            return False
        self._writing.do(partial(self._services.settings.choose, picture_folder=str(path.parent)))
        self._tell(self.tr("Saved {name}").format(name=path.name))
        return True

    def ask_printer(self) -> QPrintDialog | None:
        """The system's own dialog; None, and words, where Qt cannot print here."""
        try:
            from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # only who prints
        except ImportError:  # a part of Qt that needs what this system lacks
            self._cannot_print()
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.card.title)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print the card"))
        dialog.accepted.connect(partial(self.print_on, printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own wants the name of a slot
        return dialog

    def print_on(self, printer: QPrinter) -> bool:
        """Print one sheet; whether it went out."""
        card, painter = self.card, QPainter()
        printer.setFullPage(True)  # the card keeps its own distance from the edges
        if not painter.begin(printer):
            self._cannot_print()
            return False
        painter.scale(printer.resolution() / UNITS_AN_INCH, printer.resolution() / UNITS_AN_INCH)
        card.paint_sheet(painter)
        if not painter.end():
            self._cannot_print()
            return False
        self.banner.hide()
        self._tell(self.tr("Sent to the printer"))
        return True

    # ------------------------------------------------------------- inside
    def _options(self) -> QVBoxLayout:
        column = QVBoxLayout()
        spaced(column, self._theme, 0, 8)
        text = self.tr(
            "One card a week: your cue, your beat, and what to do about pain. It prints 74 by "
            "105 mm large on a sheet of A4; cut along the line."
        )
        column.addWidget(Words(text, self._theme, tone="ink2"))
        label = QLabel(self.tr("A second cue"))
        label.setProperty("type", "label")
        column.addSpacing(self._theme.px(8))
        column.addWidget(label)
        self.second = PickList(self._theme, label.text(), self.tr("None"), self._others, wide=240)
        label.setBuddy(self.second)
        kept = self._services.settings.choices.card_cue
        if kept != self._cue.id and kept in self._services.cues.cards:
            self.second.set_value(kept)
        self.second.picked.connect(self._pick_second)
        column.addWidget(self.second)
        hint = self.tr("One is easier to keep in mind than two.")
        column.addWidget(Words(hint, self._theme, "small", "ink2"))
        column.addStretch(1)
        return column

    def _others(self) -> list[tuple[str, str]]:
        cards = self._services.cues.cards.values()
        return [(cue.id, cue.title) for cue in cards if cue.id != self._cue.id]

    def _pick_second(self, cue_id: str) -> None:
        self._writing.do(partial(self._services.settings.choose, card_cue=cue_id))
        self._show()

    def _kinds(self) -> tuple[Kind, ...]:
        return (
            (PNG, self.tr("PNG picture (*.png)")),
            (SVG, self.tr("SVG drawing (*.svg)")),
            (PDF, self.tr("PDF, a sheet of A4 (*.pdf)")),
        )

    def _show(self) -> None:
        card, ratio = self.card, self.devicePixelRatioF()
        image = card.image().scaled(
            SHOWN * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        image.setDevicePixelRatio(ratio)
        self.picture.setPixmap(QPixmap.fromImage(image))
        self.picture.setAccessibleName(self.tr("The card"))
        self.picture.setAccessibleDescription(card.said)

    def _cannot_print(self) -> None:
        self.banner.show_trouble(
            self.tr("The card could not be printed."),
            self.tr("Save it as a picture or a PDF and print that."),
        )
        self.refit()

    def _tell(self, words: str) -> None:
        self.done_words.setText(words)
        self.done_words.show()
        self.refit()
        announce(self, words)


def beat_words(services: Services) -> str:
    """The steps a minute for the card: as the stride wants them, the own ones, or a line to fill in."""
    stride = Stride.of(services)
    found, own = stride.signs(), services.settings.choices.step_rate_spm
    if found and (own or not stride.rate(found[0]).beat):
        return rate_words(stride.rate(found[0]))
    if own:
        return translate("PocketDialog", "Your own steps: {n} a minute").format(n=own)
    return translate("PocketDialog", "Steps a minute: ________")
