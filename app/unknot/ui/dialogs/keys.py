"""The sheet of keys, by where they work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

Keys = tuple[tuple[str, str], ...]  # what is on the key, and what it does


class KeysDialog(Dialog):
    """Opened by ? or F1."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("KeysDialog", "Keys"), parent, width=640)
        for title, keys in self._groups():
            self.body.addWidget(self._heading(title))
            self.body.addLayout(self._table(keys))
        close = Button(self.tr("Close"), theme)
        close.clicked.connect(self.accept)
        self.set_buttons(close)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("type", "h3")
        return label

    def _table(self, keys: Keys) -> QGridLayout:
        grid = spaced(QGridLayout(), self._theme, 0, 6)
        grid.setColumnStretch(1, 1)
        for row, (key, does) in enumerate(keys):
            label = QLabel(key)
            label.setProperty("type", "label")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setMinimumWidth(self._theme.px(150))
            grid.addWidget(label, row, 0)
            grid.addWidget(Words(does, self._theme, tone="ink2"), row, 1)
        return grid

    def _groups(self) -> tuple[tuple[str, Keys], ...]:
        return (
            (self.tr("Everywhere"), self._everywhere()),
            (self.tr("Body map"), self._body_map()),
            (self.tr("Release"), self._release()),
            (self.tr("In a routine or a drill"), self._players()),
            (self.tr("In a drill"), self._drills()),
            (self.tr("Cues"), self._cues()),
            (self.tr("Metronome"), self._metronome()),
            (self.tr("Runs"), self._runs()),
        )

    def _everywhere(self) -> Keys:
        return (
            ("Ctrl+1 … 8", self.tr("The pages, in the order of the rail")),
            ("Ctrl+N", self.tr("Log a run")),
            ("Ctrl+Z", self.tr("Undo")),
            ("Ctrl+Shift+Z", self.tr("Do it again")),
            ("Ctrl+,", self.tr("Settings")),
            ("Ctrl + / − / 0", self.tr("Larger, smaller, plain text size")),
            ("F11", self.tr("Full screen")),
            ("Alt+←", self.tr("Back to the page before")),
            ("Esc", self.tr("Close a panel, or back")),
            (self.tr("? or F1"), self.tr("This list; a session pauses meanwhile")),
            ("Ctrl+Q", self.tr("Quit; in the middle of a session it asks first")),
        )

    def _body_map(self) -> Keys:
        return (
            (self.tr("Arrows"), self.tr("The nearest knot")),
            (self.tr("Enter"), self.tr("Open it")),
            (self.tr("0 … 9, T"), self.tr("Rate it; T is 10")),
            ("+ / −", self.tr("One more or less tender")),
            ("S", self.tr("Next size")),
            ("V", self.tr("Next view")),
            ("L R B", self.tr("Left leg, right leg, both")),
            ("W", self.tr("The whole leg, or its middle")),
            ("Z, Shift+Z", self.tr("Nearer, farther; + − 0 do it, too, while no knot is chosen")),
            (self.tr("Shift+arrows"), self.tr("Look farther that way")),
            ("X", self.tr("Hatch where not to press")),
            ("[ ]", self.tr("A week back, a week on")),
            ("P", self.tr("Play the weeks")),
            ("N", self.tr("Add a knot")),
            ("C", self.tr("Check them all: Enter the same, 0 to 9 and T new, Del no longer found")),
            (
                "K",
                self.tr("Point by keys: arrows move a crosshair, Ctrl by a little; Enter marks there"),
            ),
            ("Del", self.tr("Delete it")),
            ("Ctrl+Enter", self.tr("Release this")),
        )

    def _release(self) -> Keys:
        return (
            (self.tr("Ctrl+F or /"), self.tr("Search; Esc clears it, Enter goes to the cards")),
            (self.tr("Arrows"), self.tr("From card to card")),
        )

    def _players(self) -> Keys:
        return (
            (self.tr("Space"), self.tr("Pause and resume")),
            ("← →", self.tr("Back, skip")),
            ("J L", self.tr("Ten seconds back, on")),
            ("O", self.tr("All steps, to go to any")),
            ("↑ ↓", self.tr("Volume")),
            ("V B", self.tr("Voice, beeps")),
            ("R", self.tr("Repeat the cue aloud")),
            ("H", self.tr("Too much")),
            ("Z", self.tr("Floor mode: nothing but the seconds and the leg, and back")),
            (self.tr("M or Shift+M"), self.tr("The mini-player, and back")),
            (self.tr("0 … 9, T"), self.tr("Answer a check, or note pain in a press; T is 10")),
            ("Esc", self.tr("Pause and ask; again to end")),
        )

    def _cues(self) -> Keys:
        return (
            ("← →", self.tr("From cue to cue")),
            (", .", self.tr("The picture, a little back or on")),
            ("Ctrl+P", self.tr("The card for the pocket")),
        )

    def _drills(self) -> Keys:
        return (
            ("M", self.tr("Metronome; without one the mini-player")),
            ("+ / −", self.tr("Tempo")),
            ("N", self.tr("Count a repetition; the last one ends the set")),
            ("G Y", self.tr("The example of another stride, beside the runner")),
            ("K", self.tr("Loop the phase that is shown")),
            (", .", self.tr("Frame by frame")),
            ("[ ]", self.tr("Slower, faster picture")),
        )

    def _metronome(self) -> Keys:
        return (
            ("M", self.tr("Open it, on the page of drills")),
            (self.tr("Space"), self.tr("Start and stop")),
            ("+ −, → ←", self.tr("One beat a minute more or less")),
            ("Shift+→ ←", self.tr("Five more or less")),
            ("T", self.tr("Tap the tempo")),
            (self.tr("Digits"), self.tr("Type the tempo")),
            ("↑ ↓", self.tr("Volume")),
            ("Esc", self.tr("Back")),
        )

    def _runs(self) -> Keys:
        return (
            ("↑ ↓", self.tr("Row by row")),
            (self.tr("Enter"), self.tr("Open")),
            ("Del", self.tr("Delete")),
            ("Ctrl+S", self.tr("Save")),
        )
