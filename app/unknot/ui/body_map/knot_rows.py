"""The rows beside the map: what they hold, in sections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QObject, Qt

from unknot.domain.knots import KnotKind, KnotStory
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.story_words import side_line, spoken_name
from unknot.ui.widgets.rows_model import AnyIndex, RowsModel

STORY_ROLE = Qt.ItemDataRole.UserRole
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


class Row(Struct, frozen=True):
    """A section's title (`story` None) or one knot with its words."""

    title: str
    story: KnotStory | None = None
    under: str = ""
    spoken: str = ""


class KnotRows(RowsModel[Row]):
    """Open knots first, then where it stabs, other sore places, and what is no longer found."""

    def __init__(self, atlas: MapAtlas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._atlas = atlas

    def show_stories(self, stories: Sequence[KnotStory]) -> None:
        """Show these, in the order they come within each section."""
        self._put(self._sorted(stories))

    def row_of(self, knot_id: UUID | None) -> QModelIndex:
        """The index of a knot, invalid if it is not listed."""
        for at, row in enumerate(self._rows):
            if row.story is not None and row.story.knot.id == knot_id:
                return self.index(at)
        return QModelIndex()

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, the whole sentence for screen readers, the row itself."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or row.title
        if role == ROW_ROLE:
            return row
        return row.story if role == STORY_ROLE else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Titles are only read."""
        if self._rows[index.row()].story is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _sorted(self, stories: Sequence[KnotStory]) -> tuple[Row, ...]:
        open_ones = [story for story in stories if story.knot.is_open]
        pressed = [story for story in open_ones if story.knot.kind.is_pressed]
        others = [story for story in open_ones if not story.knot.kind.is_pressed]
        unknown = [story for story in others if story.knot.kind is KnotKind.OTHER]
        stabs = [story for story in others if story.knot.place in self._atlas.knee_places]
        sections = (
            ("", pressed),
            (self.tr("Where it stabs"), stabs),
            (self.tr("Sore places"), [s for s in others if s not in stabs and s not in unknown]),
            (self.tr("Other"), unknown),
            (self.tr("No longer found"), [story for story in stories if not story.knot.is_open]),
        )
        rows: list[Row] = []
        for title, members in sections:
            if members and title:
                rows.append(Row(title))
            rows += [self._row(story) for story in members]
        return tuple(rows)

    def _row(self, story: KnotStory) -> Row:
        atlas = self._atlas
        spoken = spoken_name(story, atlas)
        return Row(atlas.label(story.knot.place), story, side_line(story, atlas), spoken)
