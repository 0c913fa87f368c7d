"""Asks before Unknot is closed in the middle of a session."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.words import Words


class QuitDialog(Dialog):
    """`quit_wanted` comes when it shall close; Esc and Enter stay."""

    quit_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("QuitDialog", "Quit in the middle of this?")
        super().__init__(theme, title, parent, width=520)
        said = self.tr("It is paused. What you did is kept. You can go on when you open Unknot again.")
        self.body.addWidget(Words(said, theme, tone="ink2"))
        self.leave = Button(self.tr("Quit"), theme)
        self.leave.clicked.connect(self.accept)
        self.leave.clicked.connect(self.quit_wanted)
        self.stay = Button(self.tr("Stay here"), theme, kind="primary")
        self.stay.clicked.connect(self.reject)
        self.stay.setDefault(True)
        self.set_buttons(self.leave, self.stay)
