"""The stride's cues: all in a row, and the one that is looked at large, with what is known of it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.choices import Choices
from unknot.services.bundle import Services
from unknot.ui.body_map.writing import Writing
from unknot.ui.cues.cue_picture import CuePicture
from unknot.ui.cues.cue_row import CueRow
from unknot.ui.cues.known_card import known_card
from unknot.ui.cues.words_card import WordsCard
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.error_banner import ErrorBanner
from unknot.ui.widgets.page_header import PageHeader
from unknot.ui.widgets.scrolled_page import ScrolledPage
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

if TYPE_CHECKING:
    from unknot.ui.cues.pocket_dialog import PocketDialog

THREE_FROM = 1240  # px of the page at 100 % text: three columns, else two, else one
_PLACES = {1: (0, 0, 0, 0), 2: (0, 1, 1, 0), 3: (0, 1, 2, 1)}  # columns of picture, words, known, general


class CuesPage(ScrolledPage):
    """`left` comes when it is left."""

    left = Signal()

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._services, self._cues = services, services.cues
        self.setAccessibleName(self.tr("Cues for your stride"))
        self.banner = ErrorBanner(theme)
        self._writing = Writing(self.banner)
        self.row = CueRow(self._cues.cards.values(), services.gait, theme)
        self._grid = spaced(QHBoxLayout(), theme, 0, 16)
        self._columns = [spaced(QVBoxLayout(), theme, 0, 16) for _ in range(3)]
        self._count, self._shown = 0, ""
        self.general = known_card(
            self.tr("True of all of them"), self._cues.general, self._cues.sources, theme, headed=False
        )
        self.picture: CuePicture | None = None
        self.words: WordsCard | None = None
        self.known: QWidget | None = None
        self._build()
        self.row.shown.connect(self.show_cue)
        services.settings.changed.connect(self._show_choices)
        first = services.settings.choices.focus_cue
        self.row.show_cue(first if first in self._cues.cards else next(iter(self._cues.cards)))
        self._show_choices(services.settings.choices)

    def show_cue(self, cue_id: str) -> None:
        """Look at a cue."""
        self._shown = cue_id
        cue = self._cues.cards[cue_id]
        for old in (self.picture, self.words, self.known):
            if old is not None:
                old.hide()
                old.deleteLater()
        self.picture = CuePicture(cue, self._services.gait, self.theme)
        self.words = WordsCard(cue, self.theme)
        self.words.choice_wanted.connect(self.choose)
        self.words.show_focus(self._services.settings.choices.focus_cue)
        self.known = known_card(self.tr("What is known"), cue.known, self._cues.sources, self.theme)
        if self._count:
            self._deal(self._count)
        announce(self, f"{cue.title}. {cue.words}")

    def choose(self, cue_id: str) -> None:
        """Keep it as the one cue for the next run; empty takes it back."""
        if self._writing.do(partial(self._services.settings.choose, focus_cue=cue_id)) is False:
            return
        said = self.tr("Your cue for the next run") if cue_id else self.tr("No cue for the next run")
        announce(self, said)

    def show_pocket_card(self) -> PocketDialog:
        """The card of the cue that is looked at, to print or to save."""
        from unknot.ui.cues.pocket_dialog import PocketDialog  # noqa: PLC0415  # only who prints needs it

        dialog = PocketDialog(self._services, self.theme, self._cues.cards[self._shown], self)
        dialog.open()
        return dialog

    def leave(self) -> None:
        """Back to where it was opened."""
        self.left.emit()

    # ------------------------------------------------------------- Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, two, or one, by the room there is."""
        super().resizeEvent(event)
        narrow = self.theme.narrow(self.width())
        room = self.width() * 100 / self.theme.text_scale
        pad = self.theme.page_padding(self.width())
        self.column.setContentsMargins(pad, self.theme.px(20), pad, pad)
        count = 1 if narrow else 3 if room >= THREE_FROM else 2
        if count != self._count:
            self._deal(count)

    def keyboard_start(self) -> QWidget:
        """At the cue that is shown."""
        return next(tab for tab in self.row.tabs if tab.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cue to cue, comma and full stop through the stride, Esc goes back."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.row.step(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Comma and self.picture is not None:
            self.picture.step_back()
        elif key == Qt.Key.Key_Period and self.picture is not None:
            self.picture.step_on()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------- inside
    def _build(self) -> None:
        back = Button(self.tr("Back"), self.theme, icon="caret-left-bold", kind="quiet")
        back.setProperty("flush", "true")
        back.clicked.connect(self.leave)
        self.column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.header = PageHeader(self.theme, self.tr("Cues for your stride"))
        self.pocket = Button(self.tr("Card for the pocket"), self.theme, icon="printer")
        self.pocket.setToolTip(self.tr("Ctrl+P"))
        self.pocket.clicked.connect(self.show_pocket_card)
        self.header.row.addWidget(self.pocket)
        self.column.addWidget(self.header)
        lead = self.tr(
            "One cue a run. Each is a picture that may change your stride; nothing here was measured on you."
        )
        self.column.addWidget(Words(lead, self.theme, "lead", "ink2"))
        self.column.addWidget(self.banner)
        self.column.addWidget(self.row)
        self.column.addLayout(self._grid)
        for column in self._columns:
            self._grid.addLayout(column, 1)
        self.column.addStretch(1)
        for keys, slot in (
            (QKeySequence.StandardKey.Back, self.leave),
            (QKeySequence.StandardKey.Print, self.show_pocket_card),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _deal(self, count: int) -> None:
        """Spread the parts over so many columns."""
        self._count = count
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        parts = (self.picture, self.words, self.known, self.general)
        for part, place in zip(parts, _PLACES[count], strict=True):
            if part is not None:
                self._columns[place].addWidget(part)
                part.show()  # now, and not when the layout comes to it
        for index, column in enumerate(self._columns):
            column.addStretch(1)
            self._grid.setStretch(index, (13 if index == 0 else 10) if index < count else 0)
        self._chain()
        self.fit_height()

    def _chain(self) -> None:
        """Tab goes from the row to the picture's buttons and on to the choice."""
        if self.picture is None or self.words is None:
            return
        stops = [self.row.tabs[-1], *self.picture.stops, self.words.button]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _show_choices(self, choices: Choices) -> None:
        self.row.show_focus(choices.focus_cue)
        if self.words is not None:
            self.words.show_focus(choices.focus_cue)
