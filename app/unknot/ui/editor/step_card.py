"""What can be done with the chosen steps: their seconds, their place, a copy, away with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox

from unknot.domain.own_routine import STRIDE_S, Draft, allowed_s
from unknot.ui.editor.step_words import without_side
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.plain_spin import plain_spin
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class StepCard(Card):
    """One chosen step with its text, or how many are chosen."""

    seconds_wanted = Signal(int)
    longer_wanted = Signal(int)
    move_wanted = Signal(int)
    double_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self.name = Words("", theme, "h3")
        self.detail = Words("", theme, "small", "ink2")
        self.body.addWidget(self.name)
        self.body.addWidget(self.detail)
        self._build_seconds()
        self.limits = Words("", theme, "small", "ink2")
        self.body.addWidget(self.limits)
        self._build_acts()

    def show_draft(self, draft: Draft, chosen: Sequence[int]) -> None:
        """Show the chosen steps of a draft."""
        steps = [draft.routine.steps[row] for row in chosen]
        for button in (self.up, self.down, self.double, self.remove):
            button.setEnabled(bool(steps))
        timed = [row for row in chosen if not draft.routine.steps[row].waits]
        for part in (self.seconds, self.shorter, self.longer):
            part.setEnabled(bool(timed))
        self.detail.setVisible(len(steps) == 1)
        if len(steps) == 1:
            ceiling = draft.routine.pressure_ceiling
            self.name.setText(without_side(steps[0].cue, ceiling))
            self.detail.setText(without_side(steps[0].text, ceiling))
        else:
            several = self.tr("{count} steps chosen").format(count=len(steps))
            self.name.setText(several if steps else self.tr("Choose a step"))
        self._show_seconds(draft, timed, waits=bool(steps) and not timed)

    # ------------------------------------------------------------- building
    def _build_seconds(self) -> None:
        row = spaced(QHBoxLayout(), self._theme, 0, 8)
        label = QLabel(self.tr("Seconds"))
        label.setProperty("type", "label")
        self.shorter = Button("", self._theme, icon="minus-bold", name=self.tr("Shorter"))
        self.longer = Button("", self._theme, icon="plus-bold", name=self.tr("Longer"))
        self.seconds = plain_spin(QSpinBox(), self._theme)
        self.seconds.setKeyboardTracking(False)
        self.seconds.setSingleStep(STRIDE_S)
        self.seconds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.seconds.setAccessibleName(self.tr("Seconds"))
        label.setBuddy(self.seconds)
        self.seconds.valueChanged.connect(self.seconds_wanted)
        self.shorter.clicked.connect(self._shorter)
        self.longer.clicked.connect(self._longer)
        row.addWidget(label, 1)
        for part in (self.shorter, self.seconds, self.longer):
            row.addWidget(part)
        self.body.addLayout(row)

    def _build_acts(self) -> None:
        theme = self._theme
        self.up = Button(self.tr("Up"), theme, icon="caret-up-bold")
        self.down = Button(self.tr("Down"), theme, icon="caret-down-bold")
        self.double = Button(self.tr("Duplicate"), theme, icon="plus-bold")
        self.remove = Button(self.tr("Remove"), theme, icon="trash")
        for button, keys in (
            (self.up, self.tr("Alt+Up")),
            (self.down, self.tr("Alt+Down")),
            (self.double, self.tr("Ctrl+D")),
            (self.remove, self.tr("Delete")),
        ):
            button.setToolTip(keys)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.double.clicked.connect(self.double_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.body.addWidget(FlowRow(theme, (self.up, self.down, self.double, self.remove), 8))

    # ------------------------------------------------------------- inside
    def _show_seconds(self, draft: Draft, timed: Sequence[int], *, waits: bool) -> None:
        words, lengths = "", {draft.routine.steps[row].seconds for row in timed}
        with QSignalBlocker(self.seconds):
            if timed:
                allowed = [allowed_s(draft, row) for row in timed]
                self.seconds.setRange(min(a.least for a in allowed), max(a.most for a in allowed))
                self.seconds.setSingleStep(allowed[0].unit if allowed[0].unit > 1 else STRIDE_S)
                self.seconds.setValue(min(lengths))
                if len(timed) == 1:
                    words = self._limit_words(allowed[0].least, allowed[0].most, allowed[0].unit)
                elif len(lengths) > 1:
                    words = self.tr("They are not equally long; a number here is for all of them.")
        if waits:
            self.seconds.clear()
            words = self.tr("A check waits for your answer.")
        self.limits.setText(words)
        self.limits.setVisible(bool(words))

    def _limit_words(self, least: int, most: int, unit: int) -> str:
        if unit > 1:
            words = self.tr("From {least} to {most} seconds, in whole repetitions of {unit}.")
            return words.format(least=least, most=most, unit=unit)
        return self.tr("From {least} to {most} seconds.").format(least=least, most=most)

    def _shorter(self) -> None:
        self.longer_wanted.emit(-1)

    def _longer(self) -> None:
        self.longer_wanted.emit(1)

    def _up(self) -> None:
        self.move_wanted.emit(-1)

    def _down(self) -> None:
        self.move_wanted.emit(1)
