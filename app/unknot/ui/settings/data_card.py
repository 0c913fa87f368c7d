"""Where the history lies, its last copy, and a copy on request."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from unknot.domain.errors import KnownError
from unknot.services.keeping import Keeping
from unknot.ui.day_words import short_day
from unknot.ui.settings.setting_row import SettingRow
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.line import Line


class DataCard(Card):
    """The newest seven daily copies are kept beside the data."""

    trouble_met = Signal(object)  # KnownError

    def __init__(self, keeping: Keeping, theme: Theme) -> None:
        super().__init__(theme, self.tr("Your data"), gap=0)
        self._keeping = keeping
        open_button = Button(self.tr("Open folder"), theme, icon="folder-open")
        open_button.clicked.connect(self._open)
        self.folder = SettingRow(
            theme, self.tr("One folder on this computer"), str(keeping.folder), [open_button]
        )
        self.body.addWidget(self.folder)
        self.body.addWidget(Line())
        self.copy_button = Button(self.tr("Back up now"), theme, icon="database")
        self.copy_button.clicked.connect(self._back_up)
        self.copies = SettingRow(theme, self.tr("Backups"), "", [self.copy_button])
        self.body.addWidget(self.copies)
        keeping.backed_up.connect(self._show)
        keeping.failed.connect(self._failed)
        self._show()

    def _show(self) -> None:
        self.copy_button.setEnabled(True)
        last = self._keeping.last_backup
        if last is None:
            self.copies.say(self.tr("None yet. One is made each day at the first start."))
        else:
            said = self.tr(
                "Last backup: {day}. One is made each day at the first start; the last seven are kept."
            )
            self.copies.say(said.format(day=short_day(last)))

    def _back_up(self) -> None:
        self.copy_button.setEnabled(False)
        self._keeping.back_up_now()

    def _failed(self, trouble: KnownError) -> None:
        self._show()
        self.trouble_met.emit(trouble)

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._keeping.folder))):
            self.folder.say(
                self.tr("No program was found to show {folder}").format(folder=self._keeping.folder)
            )
