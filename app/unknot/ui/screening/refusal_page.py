"""Why nothing can be pressed now: the reason, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from unknot.domain.screening import Verdict
from unknot.ui.screening.outcome_view import OutcomeView
from unknot.ui.screening.page_frame import PageFrame
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button


class RefusalPage(PageFrame):
    """Title and reason, "Change an answer" where answers are the reason, and Close.

    `instead` names another routine that may be used now.
    """

    left = Signal()
    change_wanted = Signal()
    instead_wanted = Signal()

    def __init__(
        self,
        title: str,
        reason: str,
        theme: Theme,
        *,
        verdict: Verdict | None = None,
        can_change: bool = False,
        instead: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        text = self.tr("Everything else stays open: the map, the log, your charts.")
        self.side.show_words(self.tr("Not now"), text, self.tr("Unknot never tells you to press through."))
        self.show_content(OutcomeView(title, reason, verdict, theme, self, stopped=True))
        self.change = Button(self.tr("Change an answer"), theme, icon="note-pencil-bold", large=True)
        self.change.clicked.connect(self.change_wanted)
        self.change.setVisible(can_change)
        self.instead = Button(
            self.tr("Use {routine}").format(routine=instead), theme, icon="tennis-ball", large=True
        )
        self.instead.clicked.connect(self.instead_wanted)
        self.instead.setVisible(bool(instead))
        self.close_button = Button(self.tr("Close"), theme, kind="primary", large=True)
        self.close_button.clicked.connect(self.left)
        self.buttons.addWidget(self.change)
        self.buttons.addWidget(self.instead)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        self.setFocusProxy(self.close_button)
        self.setAccessibleName(title)

    def step_back(self) -> None:
        """Alt+Left."""
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc close."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
