"""What a page shows while there is nothing: the strand's loop, a title, a sentence and one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.strand import Logo
from unknot.ui.widgets.words import Words


class EmptyState(QWidget):
    """Centred in its room. `chosen` tells that the button was pressed; without words there is none."""

    chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        button: str = "",
        *,
        icon: str = "",
        kind: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._held = QWidget()
        row = spaced(QHBoxLayout(self), theme, 20)
        row.addStretch(1)
        row.addWidget(self._held, 1000)  # all there is, up to its widest
        row.addStretch(1)
        column = spaced(QVBoxLayout(self._held), theme, 0, 12)
        column.addStretch(1)
        column.addWidget(Logo(theme), 0, Qt.AlignmentFlag.AlignHCenter)
        self.title = QLabel(title)
        self.title.setProperty("type", "h3")
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title.setWordWrap(True)
        column.addWidget(self.title)
        self.sentence = Words(sentence, theme, tone="ink2")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence)
        self.button: Button | None = None
        if button:
            self.button = Button(button, theme, icon=icon, kind=kind)
            self.button.clicked.connect(self.chosen)
            self.setFocusProxy(self.button)
            column.addSpacing(theme.px(4))
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._held.setMaximumWidth(self._theme.px(440))
