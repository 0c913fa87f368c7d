"""Widgets side by side that go on in the next line where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.theme import Theme


class FlowRow(QWidget):
    """Keeps the order; `gap` in logical px. What it holds has a size hint that it keeps."""

    def __init__(
        self, theme: Theme, held: Sequence[QWidget], gap: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._held, self._gap = theme, tuple(held), gap
        for one in self._held:
            one.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [one.sizeHint() for one in self._held]
        gaps = self._theme.px(self._gap) * max(0, len(sizes) - 1)
        return QSize(
            sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0)
        )

    def minimumSizeHint(self) -> QSize:
        """The widest of them."""
        sizes = [one.sizeHint() for one in self._held]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def hasHeightForWidth(self) -> bool:
        """More lines in less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._arrange(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self._arrange(event.size().width(), move=True)

    def _arrange(self, width: int, *, move: bool) -> int:
        gap, left, top, high = self._theme.px(self._gap), 0, 0, 0
        for one in self._held:
            size = one.sizeHint()
            if left and left + size.width() > width:
                left, top, high = 0, top + high + gap, 0
            if move:
                one.setGeometry(left, top, size.width(), size.height())
            left += size.width() + gap
            high = max(high, size.height())
        return top + high

    def _restyle(self) -> None:
        self.updateGeometry()
        self._arrange(self.width(), move=True)
