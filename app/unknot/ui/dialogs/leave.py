"""Asks before something that was typed or changed is left."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.words import Words


class LeaveDialog(Dialog):
    """`left` comes when the user lets go of it; Esc and Enter, like the button `go_on`, go on with it."""

    left = Signal()

    def __init__(self, theme: Theme, lost: str, go_on: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("LeaveDialog", "Leave without saving?")
        super().__init__(theme, title, parent, width=460)
        self.body.addWidget(Words(lost, theme, tone="ink2"))
        self.discard = Button(self.tr("Discard"), theme, icon="trash")
        self.discard.clicked.connect(self.accept)
        self.discard.clicked.connect(self.left)
        self.go_on = Button(go_on, theme, kind="primary")
        self.go_on.clicked.connect(self.reject)
        self.go_on.setDefault(True)
        self.set_buttons(self.discard, self.go_on)
