"""Why the history cannot be opened: one sentence, what to do, and a way to try again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.errors import KnownError
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class KnownErrorView(QWidget):
    """Takes the place of the pages. Nothing was changed when it shows."""

    retry_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme, error: KnownError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self.setAccessibleName(str(error))
        self._theme = theme
        outer = spaced(QVBoxLayout(self), theme, 32, 0)
        outer.addStretch(2)
        self._column = QWidget()
        column = spaced(QVBoxLayout(self._column), theme, 0, 12)
        column.addWidget(IconLabel("warning-circle-fill", theme, "error", 44))
        self.what = Words(error.what, theme, "h2")
        column.addWidget(self.what)
        self.advice = Words(error.advice, theme, "lead", "ink2")
        column.addWidget(self.advice)
        row = spaced(QHBoxLayout(), theme, (0, 8, 0, 0), 12)
        if error.retry:
            retry = Button(self.tr("Try again"), theme, kind="primary")
            retry.clicked.connect(self.retry_wanted)
            row.addWidget(retry)
        close = Button(self.tr("Close Unknot"), theme)
        close.clicked.connect(self.close_wanted)
        row.addWidget(close)
        row.addStretch(1)
        column.addLayout(row)
        outer.addWidget(self._column, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._column.setFixedWidth(min(self._theme.px(560), 820))
