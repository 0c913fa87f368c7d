"""The editor of a routine of the user's own: its name, its steps, how long they are and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from unknot.content.library import Library
from unknot.domain import own_routine
from unknot.domain.edit_history import EditHistory
from unknot.domain.own_routine import Draft, EditRefusedError
from unknot.services.own_routines import Editing
from unknot.services.own_words import fault_words
from unknot.ui.editor.step_card import StepCard
from unknot.ui.editor.step_list import StepList
from unknot.ui.editor.sum_card import SumCard
from unknot.ui.release.routine_words import main_tool, place_names
from unknot.ui.runs.form_field import FormField
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.icon_line import fact
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.scrolled_page import ScrolledPage
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

FIRST, LAST = "first", "last"
BESIDE = 360  # px of the cards beside the list


class EditorPage(ScrolledPage):
    """Every change keeps the rules, or is refused in a sentence. Nothing is kept until `save_wanted`."""

    save_wanted = Signal()
    left = Signal()

    def __init__(
        self, editing: Editing, library: Library, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._editing = editing
        self._history: EditHistory[Draft] = EditHistory(editing.draft)
        self.setAccessibleName(self._title())
        self._build_head()
        self._build_notes(library)
        self._body = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 16)
        self.column.addLayout(self._body, 1)
        self._build_list()
        self._build_beside()
        self._bind()
        self.name.setText(editing.draft.routine.title)
        self.show_draft((0,))

    @property
    def editing(self) -> Editing:
        """What is edited, as it stands."""
        return replace(self._editing, draft=self._history.now)

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self._history.is_changed or self.name.text() != self._history.now.routine.title

    def save(self) -> None:
        """Ask to keep it, unless its name is wrong."""
        if self._keep_name():
            self.save_wanted.emit()
        else:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_draft(self, chosen: Sequence[int]) -> None:
        """Show the version of now with these steps chosen."""
        draft = self._history.now
        self.list.show_draft(draft, chosen)
        self.sums.show_draft(draft)
        self.sore_leg.set_value(LAST if draft.routine.sore_leg_last else FIRST)
        self.undo_button.setEnabled(self._history.can_undo)
        self.redo_button.setEnabled(self._history.can_redo)
        self._show_chosen()

    def tell(self, sentence: str) -> None:
        """Say why something was refused; empty takes it back."""
        self.told.setText(sentence)
        self._told_note.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    # ------------------------------------------------------------- Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards stand beside the list where there is room, else below it."""
        super().resizeEvent(event)
        way, narrow = QBoxLayout.Direction, self.width() < self.theme.px(BESIDE + 480)
        self._body.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        across = self.theme.narrow(self.width())
        self._facts.setDirection(way.TopToBottom if across else way.LeftToRight)
        self._beside.setMaximumWidth(16777215 if narrow else self.theme.px(BESIDE))
        pad = self.theme.page_padding(self.width())
        self.column.setContentsMargins(pad, self.theme.px(20), pad, pad)

    def keyboard_start(self) -> QWidget:
        """In the list."""
        return self.list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------- building
    def _build_head(self) -> None:
        title = Words(self._title(), self.theme, "title")
        self.cancel = Button(self.tr("Cancel"), self.theme)
        self.save_button = Button(self.tr("Save"), self.theme, icon="check-bold", kind="primary")
        self.save_button.setToolTip(self.tr("Ctrl+S"))
        row = spaced(QHBoxLayout(), self.theme, 0, 12)
        row.addWidget(title, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.save_button)
        self.column.addLayout(row)

    def _build_notes(self, library: Library) -> None:
        """Where it comes from, where it presses and how firmly: that is not edited."""
        draft, routine = self._history.now, self._history.now.routine
        if self._editing.file:
            words = self.tr("From {name}. Look it over; it is kept when you save it.")
            note = Note(
                words.format(name=self._editing.file), self.theme, icon="folder-open", tint="infoTint"
            )
            self.column.addWidget(note)
        pressure = self.tr("No pressing")
        if routine.pressure_ceiling:
            pressure = self.tr("Never over {most} of 10").format(most=routine.pressure_ceiling)
        facts = [("gauge", pressure), ("tennis-ball", main_tool(routine, library))]
        if routine.targets:
            facts.insert(0, ("person-fill", "; ".join(place_names(routine, library))))
        if draft.origin is not None:
            made = self.tr("Made from “{title}”").format(title=draft.origin.title)
            facts.insert(0, ("note-pencil-bold", made))
        holder = QWidget()
        self._facts = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, holder), self.theme, 0, 16)
        for icon, text in facts:
            self._facts.addWidget(fact(icon, text, self.theme), 1, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(holder)

    def _build_list(self) -> None:
        card = Card(self.theme, self.tr("Steps"))
        self.undo_button = Button("", self.theme, icon="arrow-counter-clockwise-bold", name=self.tr("Undo"))
        self.redo_button = Button("", self.theme, icon="arrow-clockwise-bold", name=self.tr("Redo"))
        card.head.addWidget(self.undo_button)
        card.head.addWidget(self.redo_button)
        self._told_note = Note("", self.theme, icon="prohibit-bold", tint="painTint")
        self.told = self._told_note.words
        self._told_note.hide()
        card.body.addWidget(self._told_note)
        self.list = StepList(self.theme)
        card.body.addWidget(self.list, 1)
        hint = self.tr("Drag to reorder. Shift or Ctrl chooses several.")
        card.body.addWidget(Words(hint, self.theme, "small", "ink2"))
        self._body.addWidget(card, 1)

    def _build_beside(self) -> None:
        self._beside = QWidget()
        column = spaced(QVBoxLayout(self._beside), self.theme, 0, 16)
        self.name = QLineEdit()
        self.name_field = FormField(self.theme, self.tr("Name"), self.name)
        named = Card(self.theme)
        named.body.addWidget(self.name_field)
        self.sums, self.step = SumCard(self.theme), StepCard(self.theme)
        self._legs = Card(self.theme)
        options = ((FIRST, self.tr("First")), (LAST, self.tr("Last")))
        self.sore_leg = Segmented(self.theme, self.tr("The leg that is more sore"), options)
        self._legs.body.addWidget(Words(self.tr("The leg that is more sore"), self.theme, "label"))
        self._legs.body.addWidget(FlowRow(self.theme, (self.sore_leg,)))
        both = self.tr("Both legs always get the same seconds.")
        self._legs.body.addWidget(Words(both, self.theme, "small", "ink2"))
        self._legs.setVisible(self._history.now.routine.has_sides)
        for part in (named, self.sums, self.step, self._legs):
            column.addWidget(part)
        column.addStretch(1)
        self._body.addWidget(self._beside)

    def _bind(self) -> None:
        for keys, slot in (
            ("Ctrl+Z", self._undo),
            ("Ctrl+Shift+Z", self._redo),
            ("Ctrl+Y", self._redo),
            ("Ctrl+S", self.save),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self.cancel.clicked.connect(self.left)
        self.save_button.clicked.connect(self.save)
        self.undo_button.clicked.connect(self._undo)
        self.redo_button.clicked.connect(self._redo)
        self.name.editingFinished.connect(self._keep_name)
        self.sore_leg.picked.connect(self._set_sore_leg)
        self.list.rows_chosen.connect(self._show_chosen)
        self.list.drop_wanted.connect(self._drop)
        self.step.seconds_wanted.connect(self._set_seconds)
        for part in (self.list, self.step):
            part.move_wanted.connect(self._move)
            part.longer_wanted.connect(self._nudge)
            part.double_wanted.connect(self._double)
            part.remove_wanted.connect(self._remove)
        for before, after in pairwise(self._stops()):
            self.setTabOrder(before, after)

    def _stops(self) -> Iterator[QWidget]:
        """What Tab reaches, in this order."""
        yield from (self.cancel, self.save_button, self.undo_button, self.redo_button, self.list, self.name)
        yield from (self.step.shorter, self.step.seconds, self.step.longer, self.step.up, self.step.down)
        yield from (self.step.double, self.step.remove)
        yield from (self.sore_leg.segment(value) for value in (FIRST, LAST))

    # ------------------------------------------------------------- editing
    def _edit(self, edit: Callable[[Draft], tuple[Draft, Sequence[int]]]) -> bool:
        """Go to what an edit makes of the draft, or say why it is refused."""
        try:
            draft, chosen = edit(self._history.now)
        except EditRefusedError as refused:
            self.tell(fault_words(refused.fault, self._history.now.day_s))
            self.show_draft(self.list.chosen)
            return False
        self.tell("")
        changed = draft != self._history.now
        self._history.go_to(draft)
        self.show_draft(chosen)
        if changed:
            announce(self, self.sums.text)
        return True

    def _move(self, by: int) -> None:
        rows = self.list.chosen
        if rows:
            self._edit(lambda draft: own_routine.moved(draft, rows, by))

    def _drop(self, before: int) -> None:
        rows = self.list.chosen
        if rows:
            self._edit(lambda draft: own_routine.placed(draft, rows, before))

    def _nudge(self, by: int) -> None:
        rows = self.list.chosen
        self._edit(lambda draft: (own_routine.nudged(draft, rows, by), rows))

    def _set_seconds(self, seconds: int) -> None:
        rows = self.list.chosen
        self._edit(lambda draft: (own_routine.timed(draft, rows, seconds), rows))

    def _double(self) -> None:
        rows = self.list.chosen
        if rows:
            self._edit(lambda draft: own_routine.doubled(draft, rows))

    def _remove(self) -> None:
        rows = self.list.chosen
        if rows:
            left = max(0, rows[0] - 1)
            self._edit(lambda draft: (own_routine.removed(draft, rows), (left,)))

    def _set_sore_leg(self, value: str) -> None:
        rows = self.list.chosen
        self._edit(lambda draft: (own_routine.with_sore_leg(draft, last=value == LAST), rows))

    def _keep_name(self) -> bool:
        """Take the name that is typed, or say under it what is wrong."""
        try:
            draft = own_routine.renamed(self._history.now, self.name.text())
        except EditRefusedError as refused:
            self.name_field.set_fault(fault_words(refused.fault, self._history.now.day_s))
            return False
        self.name_field.set_fault("")
        self._history.go_to(draft)
        self.name.setText(draft.routine.title)
        self.show_draft(self.list.chosen)
        return True

    def _undo(self) -> None:
        self._go(self._history.undo)

    def _redo(self) -> None:
        self._go(self._history.redo)

    def _go(self, there: Callable[[], Draft]) -> None:
        """Back or forth; the chosen steps stay chosen wherever they are then."""
        chosen = {self._history.now.routine.steps[row].id for row in self.list.chosen}
        steps = there().routine.steps
        self.tell("")
        self.name_field.set_fault("")
        self.name.setText(self._history.now.routine.title)
        self.show_draft([row for row, step in enumerate(steps) if step.id in chosen])
        announce(self, self.sums.text)

    def _show_chosen(self) -> None:
        self.step.show_draft(self._history.now, self.list.chosen)

    def _title(self) -> str:
        if self._editing.file:
            return self.tr("A routine to look over")
        return self.tr("Your own version") if self._editing.is_new else self.tr("Your routine")
