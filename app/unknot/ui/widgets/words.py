"""A label of one or more lines with the line height of its type style, which QLabel does not know."""

from __future__ import annotations

from html import escape
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from unknot.ui.theme import Theme


class Words(QLabel):
    """Wrapped plain text. `text()` gives the plain words back; `style` and `tone` are those of app.qss."""

    def __init__(
        self, text: str, theme: Theme, style: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._style, self._plain = theme, style, ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if style != "body":
            self.setProperty("type", style)
        if tone:
            self.setProperty("tone", tone)
        theme.changed.connect(self._render)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """One line; how high it really has to be depends on the width it gets."""
        return QSize(self._theme.px(60), self._theme.line_height(self._style))

    def text(self) -> str:
        """The words as they were given."""
        return self._plain

    def setText(self, text: str) -> None:
        """Show other words; a blank line begins a new paragraph."""
        self._plain = text
        self.setAccessibleName(text)
        self._render()

    def set_tone(self, tone: str) -> None:
        """Show them in another tone of app.qss."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def _render(self) -> None:
        natural = QFontMetricsF(self._theme.font(self._style)).height()
        line = self._theme.line_height(self._style)
        percent = round(100 * line / natural)
        style = f"margin:0; line-height:{percent}%"
        parts = self._plain.split("\n\n")
        gap = f"; margin-bottom:{self._theme.px(8)}px"
        pieces = [
            f'<p style="{style}{gap if part is not parts[-1] else ""}">{escape(part)}</p>' for part in parts
        ]
        if natural > line:  # else what hangs below the last line would be cut
            room = f"margin:0; font-size:1px; line-height:{ceil(natural - line)}px"
            pieces.append(f'<p style="{room}">&nbsp;</p>')
        super().setText("".join(pieces) if self._plain else "")
