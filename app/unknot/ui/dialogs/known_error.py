"""Why the history cannot be opened: one sentence, what to do, where everything is, a way to try again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.errors import KnownError
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.scrolled_page import ScrolledPage
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

_WIDEST = 640  # px of the column at 100 % text


class Whereabouts(Card):
    """Where the data file is, and where its copies are; every path can be selected and copied."""

    def __init__(self, theme: Theme, file: Path, copies: Path, newest: Path | None) -> None:
        super().__init__(theme, self.tr("Where it is"))
        self._theme = theme
        self._add(self.tr("The data file"), str(file))
        self._add(self.tr("Its copies, one a day"), str(copies) if newest else self.tr("There are none yet."))
        if newest is not None:
            self._add(self.tr("The newest copy"), newest.name)
            how = self.tr(
                "To go back to it: close Unknot, move every file named {file} or {file}-… elsewhere and keep "
                "it, put a copy of the newest one in its place under the name {file}, and open Unknot again."
            )
            self.body.addWidget(Words(how.format(file=file.name), theme, "small", "ink2"))

    def _add(self, label: str, text: str) -> None:
        pair = spaced(QVBoxLayout(), self._theme, 0, 0)
        pair.addWidget(Words(label, self._theme, "small", "ink2"))
        path = Words(text, self._theme)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        pair.addWidget(path)
        self.body.addLayout(pair)


class KnownErrorView(ScrolledPage):
    """Takes the place of the pages. Nothing was changed when it shows.

    `where` tells of the files, where there may be some. Trying again is always offered: something may
    have been put right meanwhile.
    """

    retry_wanted = Signal()
    close_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        error: KnownError,
        where: Whereabouts | None = None,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(str(error))
        self._folder = folder
        column = self.column
        column.setSpacing(theme.px(12))
        column.addStretch(2)
        column.addWidget(IconLabel("warning-circle-fill", theme, "error", 44))
        self.what = Words(error.what, theme, "h2")
        column.addWidget(self.what)
        self.advice = Words(error.advice, theme, "lead", "ink2")
        column.addWidget(self.advice)
        if where is not None:
            column.addWidget(where)
        self.retry = Button(self.tr("Try again"), theme, kind="primary")
        self.retry.clicked.connect(self.retry_wanted)
        self.setFocusProxy(self.retry)
        buttons = [self.retry]
        if folder is not None:
            self.open_button = Button(self.tr("Open the folder"), theme, icon="folder-open")
            self.open_button.clicked.connect(self._open_folder)
            buttons.append(self.open_button)
        close = Button(self.tr("Close Unknot"), theme)
        close.clicked.connect(self.close_wanted)
        column.addSpacing(theme.px(8))
        column.addWidget(FlowRow(theme, [*buttons, close]))
        self.fault = Words("", theme, "small", "error")
        self.fault.hide()
        column.addWidget(self.fault)
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A column in the middle, as wide as can be read."""
        super().resizeEvent(event)
        pad = self.theme.page_padding(self.width())
        side = max(pad, (self.width() - self.theme.px(_WIDEST)) // 2)
        self.column.setContentsMargins(side, pad, side, pad)

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.fault.setText(self.tr("No program was found to show the folder."))
            self.fault.show()
