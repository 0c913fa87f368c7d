"""What was shown a moment ago, fading over what is shown now."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

FADE_MS = 180


class Fade(QWidget):
    """Lies over its parent while it fades; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._left = QPixmap()
        self._run = QVariantAnimation(self)
        self._run.setStartValue(1.0)
        self._run.setEndValue(0.0)
        self._run.setDuration(FADE_MS)
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.valueChanged.connect(self.update)
        self._run.finished.connect(self._end)
        self.hide()

    def fade_out(self, left: QPixmap) -> None:
        """Cover the parent with a picture of what was left, and fade it."""
        self._left = left
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self._run.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fainter and fainter."""
        painter = QPainter(self)
        painter.setOpacity(float(self._run.currentValue()))
        painter.drawPixmap(0, 0, self._left)
        painter.end()

    def _end(self) -> None:
        self.hide()
        self._left = QPixmap()
