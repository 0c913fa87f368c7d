"""Asks before an editor with changes in it is left."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.words import Words


class LeaveEditorDialog(Dialog):
    """`left` comes when the user lets go of the changes; Esc and Enter go on with them."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("LeaveEditorDialog", "Leave without saving?")
        super().__init__(theme, title, parent, width=460)
        self.body.addWidget(Words(self.tr("What you changed here is not kept."), theme, tone="ink2"))
        self.discard = Button(self.tr("Discard"), theme, icon="trash")
        self.discard.clicked.connect(self.accept)
        self.discard.clicked.connect(self.left)
        self.go_on = Button(self.tr("Go on editing"), theme, kind="primary")
        self.go_on.clicked.connect(self.reject)
        self.go_on.setDefault(True)
        self.set_buttons(self.discard, self.go_on)
