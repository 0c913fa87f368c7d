"""The places that can be marked by name, found by the plain and by the anatomical word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from unknot.domain.body import Place
from unknot.ui.theme import Theme

PLACE_ROLE = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex


class PlaceChoices(QAbstractListModel):
    """All places, or those in which every word that was typed occurs."""

    def __init__(self, places: Iterable[Place], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(place for place in places if place.default_at)
        self._found = self._all

    def find(self, typed: str) -> None:
        """Keep the places that hold every typed word, wherever it stands."""
        words = typed.lower().split()
        self.beginResetModel()
        self._found = tuple(
            place
            for place in self._all
            if all(word in f"{place.label} {place.anatomical}".lower() for word in words)
        )
        self.endResetModel()

    def row_of(self, place_id: str) -> QModelIndex:
        """The index of a place, invalid if it is not among the found."""
        for row, place in enumerate(self._found):
            if place.id == place_id:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802 - Qt's name
        """The found places."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The plain name; both names for a screen reader."""
        place = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return place.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{place.label}. {place.anatomical}" if place.anatomical else place.label
        return place if role == PLACE_ROLE else None


class PlacePainter(QStyledItemDelegate):
    """Plain name over anatomical name; the chosen one is tinted."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Two lines and some air."""
        theme = self._theme
        height = theme.line_height("label") + theme.line_height("small") + theme.px(12)
        return QSize(theme.px(200), max(theme.px(44), height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Names that do not fit end in dots; the tooltip and the reader have them whole."""
        place: Place = index.data(PLACE_ROLE)
        theme, box = self._theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.color("primary"), 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("primaryTint" if chosen else "hoverFill"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        row = box.adjusted(theme.px(12), theme.px(6), -theme.px(8), -theme.px(6))
        for style, ink, words, flag in (
            ("label", "ink", place.label, Qt.AlignmentFlag.AlignTop),
            ("small", "ink2", place.anatomical, Qt.AlignmentFlag.AlignBottom),
        ):
            font = theme.font(style)
            fitted = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, row.width())
            painter.setFont(font)
            painter.setPen(theme.color(ink))
            painter.drawText(row, flag, fitted)
        painter.restore()
