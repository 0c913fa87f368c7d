"""After a crash in the middle of a session: go on, keep what was done, or throw it away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from unknot.domain.practice import Session
from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.time_words import length_words
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.words import Words


class ResumeDialog(Dialog):
    """Closing it decides nothing: the same is asked at the next start.

    `why_not` leaves out Resume. `before`: the session was done, and that was to follow in its set.
    """

    resumed = Signal()
    kept = Signal()
    discarded = Signal()

    def __init__(
        self,
        theme: Theme,
        session: Session,
        *,
        why_not: str = "",
        before: str = "",
        parent: QWidget | None = None,
    ) -> None:
        say = QCoreApplication.translate
        title = say("ResumeDialog", "“{title}” was cut off").format(title=session.title)
        if before:
            title = say("ResumeDialog", "Cut off before “{title}”").format(title=before)
        super().__init__(theme, title, parent, width=600)
        done = length_words(session.done_s) if session.done_s > 0 else ""
        if before:
            said = self.tr("“{title}” is done and stored. Go on with what follows, or keep just that.")
        elif done and why_not:
            said = self.tr("{time} of it done and stored.")
        elif done:
            said = self.tr("{time} of it done and stored. Go on where it stopped, or keep just that.")
        else:
            said = self.tr("Nothing of it was done yet.")
        self.body.addWidget(Words(said.format(time=done, title=session.title), theme, tone="ink2"))
        if why_not:
            self.body.addWidget(Words(why_not, theme, tone="ink2"))
        buttons = [] if before else [self._button(self.tr("Discard"), "", "trash", self.discarded)]
        if done:
            kind = "primary" if why_not else ""
            buttons.append(self._button(self.tr("Save what was done"), kind, "check-bold", self.kept))
        if not why_not:
            buttons.append(self._button(self.tr("Resume"), "accent", "play-fill", self.resumed))
        buttons[-1].setDefault(bool(done))  # Enter never discards what was done
        self.set_buttons(*buttons)

    def _button(self, text: str, kind: str, icon: str, signal: SignalInstance) -> Button:
        button = Button(text, self._theme, icon=icon, kind=kind)
        button.clicked.connect(self.accept)
        button.clicked.connect(signal)
        return button
