"""The search of a library: Esc clears it, Enter and the down key go on to the first card."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from unknot.ui.theme import Theme

WIDE, LEAST, GLASS = 300, 200, 18  # px


class SearchField(QLineEdit):
    """`textChanged` tells each letter, `left_down` that the cards are wanted. Ctrl+F and / come here."""

    left_down = Signal()

    def __init__(self, theme: Theme, name: str, hint: str, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setToolTip(self.tr("Ctrl+F or /"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for keys in (QKeySequence(QKeySequence.StandardKey.Find), QKeySequence("/")):
            shortcut = QShortcut(keys, page)
            shortcut.activated.connect(self.come)
        theme.changed.connect(self._restyle)
        self._restyle()

    def come(self) -> None:
        """Take the keyboard, with what stands there ready to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears it, or leaves the page where it is empty."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Wide enough for a few words."""
        return QSize(self._theme.px(WIDE), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and a glass at its begin."""
        super().paintEvent(event)
        size = self._theme.px(GLASS)
        glass = self._theme.pixmap("magnifying-glass-bold", self._theme.color("ink2"), size)
        painter = QPainter(self)
        painter.drawPixmap(self._theme.px(14), (self.height() - size) // 2, glass)
        painter.end()

    def _restyle(self) -> None:
        self.setTextMargins(self._theme.px(GLASS + 10), 0, 0, 0)
        self.setMinimumWidth(self._theme.px(LEAST))
        self.setMaximumWidth(self._theme.px(WIDE))
