"""A card that lies beside a point of the page, as high as what it holds and never outside the page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from unknot.ui.body_map.growing import growing
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

WIDE = 376
FRAME = 2  # border and margin around what scrolls
AWAY = 40  # px between the point and the card


class BesideCard(QFrame):
    """Has a title, a cross and a column for more. Esc and the cross cancel."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("panel", "bar")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(area)
        self._inner = growing()
        area.setWidget(self._inner)
        self.column = spaced(QVBoxLayout(self._inner), theme, (16, 8, 16, 12), 8)
        head = QHBoxLayout()
        self.title = Words("", theme, "h3")
        head.addWidget(self.title, 1)
        self.cancel_button = Button("", theme, icon="x-bold", kind="quiet", name=self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Cancel (Esc)"))
        self.cancel_button.clicked.connect(self.cancelled)
        head.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.hide()

    def show_beside(self, around: QPoint, room: QRect) -> None:
        """Appear right of a point, else left of it, else over all of `room`; both as the parent sees them."""
        self.show()
        self.raise_()
        width = min(self._theme.px(WIDE), room.width())
        away = self._theme.px(AWAY)
        left = around.x() + away
        if left + width > room.right():
            left = around.x() - away - width
        if left < room.left():
            left = room.right() + 1 - width
        height = room.height()
        for _ in range(3):  # what wraps knows its height once it has its width
            self.setGeometry(left, room.top(), width, height)
            height = min(self._wanted_height(width), room.height())
        top = min(max(around.y() - height // 3, room.top()), room.bottom() + 1 - height)
        self.setGeometry(left, top, width, height)

    @property
    def scrolls(self) -> bool:
        """Whether it holds more than there is room for."""
        return self._area.verticalScrollBar().maximum() > 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _wanted_height(self, width: int) -> int:
        edge = 2 * FRAME
        self._inner.resize(width - edge, self._inner.height())
        self.column.invalidate()
        self.column.activate()
        return self.column.totalHeightForWidth(width - edge) + edge
