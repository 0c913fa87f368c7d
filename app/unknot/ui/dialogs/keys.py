"""The sheet of keys, by where they work."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


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

    def _table(self, keys: tuple[tuple[str, str], ...]) -> QGridLayout:
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

    def _groups(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        tr = self.tr
        everywhere = (
            ("Ctrl+1 … 8", tr("The pages, in the order of the rail")),
            ("Ctrl+N", tr("Log a run")),
            ("Ctrl+Z", tr("Undo")),
            ("Ctrl+Shift+Z", tr("Do it again")),
            ("Ctrl+,", tr("Settings")),
            ("Ctrl + / − / 0", tr("Larger, smaller, plain text size")),
            ("F11", tr("Full screen")),
            ("Alt+←", tr("Back to the page before")),
            ("Esc", tr("Close a panel, or back")),
            (tr("? or F1"), tr("This list; a session pauses meanwhile")),
            ("Ctrl+Q", tr("Quit; in the middle of a session it asks first")),
        )
        body_map = (
            (tr("Arrows"), tr("The nearest knot")),
            (tr("Enter"), tr("Open it")),
            (tr("0 … 9, T"), tr("Rate it; T is 10")),
            ("+ / −", tr("One more or less tender")),
            ("S", tr("Next size")),
            ("V", tr("Next view")),
            ("L R B", tr("Left leg, right leg, both")),
            ("W", tr("The whole leg, or its middle")),
            ("Z, Shift+Z", tr("Nearer, farther; + − 0 do it, too, while no knot is chosen")),
            (tr("Shift+arrows"), tr("Look farther that way")),
            ("X", tr("Hatch where not to press")),
            ("[ ]", tr("A week back, a week on")),
            ("P", tr("Play the weeks")),
            ("N", tr("Add a knot")),
            ("C", tr("Check them all: Enter the same, 0 to 9 and T new, Del no longer found")),
            ("K", tr("Point by keys: arrows move a crosshair, with Ctrl by a little; Enter marks there")),
            ("Del", tr("Delete it")),
            ("Ctrl+Enter", tr("Release this")),
        )
        players = (
            (tr("Space"), tr("Pause and resume")),
            ("← →", tr("Back, skip")),
            ("↑ ↓", tr("Volume")),
            ("V B", tr("Voice, beeps")),
            ("R", tr("Repeat the cue aloud")),
            ("H", tr("Too much")),
            (tr("0 … 9, T"), tr("Answer a check; T is 10")),
            ("Esc", tr("Pause and ask; again to end")),
        )
        drills = (
            ("M", tr("Metronome")),
            ("+ / −", tr("Tempo")),
            ("G", tr("The overstride example")),
            (", .", tr("Frame by frame")),
            ("[ ]", tr("Slower, faster picture")),
        )
        runs = (
            ("↑ ↓", tr("Row by row")),
            (tr("Enter"), tr("Open")),
            ("Del", tr("Delete")),
            ("Ctrl+S", tr("Save")),
        )
        return (
            (tr("Everywhere"), everywhere),
            (tr("Body map"), body_map),
            (tr("In a routine or a drill"), players),
            (tr("In a drill"), drills),
            (tr("Runs"), runs),
        )
