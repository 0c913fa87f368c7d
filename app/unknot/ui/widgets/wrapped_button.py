"""A button whose words wrap: as high as they need at the width it gets."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from unknot.ui.theme import Theme

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WrappedButton(QPushButton):
    """Base for painted, checkable rows and cards.

    `left` and `right` are the logical px kept free of words, `least` the least height, `air` what is
    added to the height of the words. A subclass paints, and writes its words into `words_box()`.
    """

    left, right, least, air = 16, 16, 44, 14

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def words_font(self) -> QFont:
        """The font the height is reckoned with: the boldest it is ever painted in."""
        return self._theme.font("label")

    def words_box(self) -> QRect:
        """Where the words go."""
        px = self._theme.px
        return QRect(px(self.left), 0, self.width() - px(self.left + self.right), self.height())

    def sizeHint(self) -> QSize:
        """Wide enough to read, as high as its words need."""
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow, since its words wrap."""
        return QSize(self._theme.px(140), self._theme.px(self.least))

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at this width."""
        px = self._theme.px
        room = QRect(0, 0, max(px(40), width - px(self.left + self.right)), 100_000)
        words = QFontMetrics(self.words_font()).boundingRect(room, WRAP, self.text())
        return max(px(self.least), words.height() + px(self.air))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its height follows its width."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def _restyle(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()
