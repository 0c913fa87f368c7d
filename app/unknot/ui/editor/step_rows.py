"""The steps of a routine that is edited, as rows."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt

from unknot.domain.own_routine import MOVABLE, Draft
from unknot.ui.editor.step_words import group_word, kind_word, seconds_word, side_word, without_side
from unknot.ui.widgets.rows_model import AnyIndex, RowsModel

ROW_ROLE = Qt.ItemDataRole.UserRole
translate = QCoreApplication.translate


class StepRow(Struct, frozen=True):
    """What a row shows. `heading` stands over the first step of a group; `works`: pressure or a stretch."""

    number: int
    title: str
    under: str
    seconds: str
    heading: str
    works: bool
    is_fixed: bool

    @property
    def spoken(self) -> str:
        """The whole row in words."""
        parts = [self.heading] if self.heading else []
        return ". ".join([*parts, f"{self.number}", self.title.rstrip("."), self.under, self.seconds])


class StepRows(RowsModel[StepRow]):
    """Row and step have the same number."""

    def show_draft(self, draft: Draft) -> None:
        """Show its steps."""
        self._put(rows_of(draft))

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, the whole row for screen readers, the row itself."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == ROW_ROLE else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """All can be chosen; what is fixed cannot be dragged. Drops fall between rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self._rows[index.row()].is_fixed else flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Steps are moved."""
        return Qt.DropAction.MoveAction


def rows_of(draft: Draft) -> tuple[StepRow, ...]:
    """A row for each step."""
    groups, found, before = draft.groups, [], ""
    for number, (step, group) in enumerate(zip(draft.routine.steps, groups, strict=True), 1):
        under = translate("EditorWords", "{kind} · {side}")
        found.append(
            StepRow(
                number,
                without_side(step.cue, draft.routine.pressure_ceiling),
                under.format(kind=kind_word(step.kind), side=side_word(group)),
                seconds_word(step),
                group_word(group) if group != before else "",
                step.presses or step.kind.value == "stretch",
                step.kind not in MOVABLE,
            )
        )
        before = group
    return tuple(found)
