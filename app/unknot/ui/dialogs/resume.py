"""After a crash in the middle of a session: go on, keep what was done, or throw it away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from unknot.domain.practice import Session
from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.words import Words


class ResumeDialog(Dialog):
    """Closing it decides nothing: the same is asked at the next start."""

    resumed = Signal()
    kept = Signal()
    discarded = Signal()

    def __init__(
        self, theme: Theme, session: Session, *, can_resume: bool, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("ResumeDialog", "“{title}” was cut off").format(
            title=session.title
        )
        super().__init__(theme, title, parent, width=600)
        minutes = max(1, round(session.done_s / 60)) if session.done_s > 0 else 0
        if minutes:
            said = self.tr(
                "{minutes} min of it are done and stored. Go on where it stopped, or keep just that."
            )
        else:
            said = self.tr("Nothing of it was done yet.")
        self.body.addWidget(Words(said.format(minutes=minutes), theme, tone="ink2"))
        if not can_resume:
            changed = self.tr("It cannot be resumed, since the routine is another now.")
            self.body.addWidget(Words(changed, theme, tone="ink2"))
        buttons = [self._button(self.tr("Discard"), "", "trash", self.discarded)]
        if minutes:
            kind = "" if can_resume else "primary"
            buttons.append(self._button(self.tr("Save what was done"), kind, "check-bold", self.kept))
        if can_resume:
            buttons.append(self._button(self.tr("Resume"), "accent", "play-fill", self.resumed))
        self.set_buttons(*buttons)

    def _button(self, text: str, kind: str, icon: str, signal: SignalInstance) -> Button:
        button = Button(text, self._theme, icon=icon, kind=kind)
        button.clicked.connect(self.accept)
        button.clicked.connect(signal)
        return button
