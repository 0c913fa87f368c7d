"""A trouble said in the page: what happened, why and what to do, one action, and a way to put it aside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.errors import KnownError
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class ErrorBanner(QFrame):
    """Hidden until `show_trouble` or `show_known`. The caller keeps what the action would do again."""

    action_chosen = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "error")
        row = spaced(QHBoxLayout(self), theme, (16, 12, 8, 12), 12)
        row.addWidget(IconLabel("warning-circle-fill", theme, "error", 24), 0, Qt.AlignmentFlag.AlignTop)
        column = spaced(QVBoxLayout(), theme, (0, 0, 0, 0), 4)
        self.title = Words("", theme, "h3")
        self.body = Words("", theme, tone="ink2")
        column.addWidget(self.title)
        column.addWidget(self.body)
        row.addLayout(column, 1)
        self.action = Button("", theme)
        self.action.setProperty("square", "false")
        self.action.clicked.connect(self._act)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        self.close_button = Button("", theme, icon="x-bold", kind="quiet", name=self.tr("Dismiss"))
        self.close_button.clicked.connect(self.dismiss)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_trouble(self, title: str, body: str, action: str = "") -> None:
        """Say what happened, and why, what to do and what was not lost; `action` is the button's word."""
        self.title.setText(title)
        self.body.setText(body)
        self.body.setVisible(bool(body))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(f"{title} {body}".strip())
        self.show()

    def show_known(self, error: KnownError, *, can_retry: bool = True) -> None:
        """Say a known error; "Try again" where that can help and the caller would do it."""
        action = self.tr("Try again") if error.retry and can_retry else ""
        self.show_trouble(error.what, error.advice, action)

    def dismiss(self) -> None:
        """Put it aside."""
        self.hide()
        self.dismissed.emit()

    def _act(self) -> None:
        self.hide()
        self.action_chosen.emit()
