"""A list to pick one of, filled when it is first opened: what stands in it is slow to find."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from unknot.ui.theme import Theme

_WIDE = 280  # logical px

Find = Callable[[], Sequence[tuple[str, str]]]


class PickList(QComboBox):
    """`find` gives (id, name) of all there is; `usual` is the name of "", the first entry.

    `picked` tells what the user chose. A choice that is not there now stays in the list, by its id.
    """

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        usual: str,
        find: Find,
        parent: QWidget | None = None,
        *,
        wide: int = _WIDE,
    ) -> None:
        super().__init__(parent)
        self._theme, self._find, self._is_full, self._wide = theme, find, False, wide
        self.setAccessibleName(name)
        self.setItemDelegate(QStyledItemDelegate(self))  # the usual one knows no row height of a style sheet
        self.addItem(usual, "")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.activated.connect(self._activated)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def value(self) -> str:
        """The id of what is chosen."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show a choice without telling."""
        if value and self.findData(value) < 0 and not self._is_full:
            self.fill()
        index = self.findData(value)
        if index < 0:
            self.addItem(self.tr("Not there now"), value)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def fill(self) -> None:
        """Find what there is, once."""
        if self._is_full:
            return
        self._is_full = True
        for value, name in self._find():
            if self.findData(value) < 0:
                self.addItem(name, value)

    def showPopup(self) -> None:
        """Fill it first."""
        self.fill()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arrows choose without opening it."""
        self.fill()
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, not the value."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """As wide as any of its kind, however short its words are."""
        return QSize(self._theme.px(self._wide), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and a caret that tells a list from it."""
        super().paintEvent(event)
        painter, px = QPainter(self), self._theme.px
        size = px(18)
        ink = self._theme.color("ink2" if self.isEnabled() else "disabledInk")
        at = QPoint(self.width() - px(14) - size, (self.height() - size) // 2)
        painter.drawPixmap(at, self._theme.pixmap("caret-down-bold", ink, size))
        painter.end()

    def _activated(self, _index: int) -> None:
        self.picked.emit(self.value)

    def _restyle(self) -> None:
        self.setFixedWidth(self._theme.px(self._wide))
        self.updateGeometry()
