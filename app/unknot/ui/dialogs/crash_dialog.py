"""Something nobody caught: said once, with the report to copy and the place of the log."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.words import Words


class CrashDialog(Dialog):
    """`report` is fit to be copied; `before` says that it happened in the last sitting."""

    def __init__(
        self, theme: Theme, report: str, logs: Path, *, before: bool = False, parent: QWidget | None = None
    ) -> None:
        title = (
            QCoreApplication.translate("CrashDialog", "Unknot ended unexpectedly last time")
            if before
            else QCoreApplication.translate("CrashDialog", "Something went wrong in Unknot")
        )
        super().__init__(theme, title, parent, width=680)
        self._report = report
        said = self.tr(
            "What you entered before is on your disk. Nothing is sent anywhere. If you want to tell "
            "somebody about it, copy the report; it holds nothing of your history."
        )
        self.body.addWidget(Words(said, theme, tone="ink2"))
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        text.setTabChangesFocus(True)
        text.setFixedHeight(min(theme.px(200), 320))
        self.body.addWidget(text)
        where = Words(self.tr("The log is in {folder}").format(folder=logs), theme, "small", "ink2")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(where)
        self.copy_button = Button(self.tr("Copy report"), theme)
        self.copy_button.clicked.connect(self._copy)
        close = Button(self.tr("Close"), theme, kind="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.set_buttons(self.copy_button, close)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy_button.setText(self.tr("Copied"))
