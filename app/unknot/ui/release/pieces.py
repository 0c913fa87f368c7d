"""Small parts of the release pages: labels by type, cards, lines with an icon."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.ui.theme import Theme


def words(text: str, kind: str = "", tone: str = "", parent: QWidget | None = None) -> QLabel:
    """A wrapping label of a type style ("h2", "small") and a tone ("ink2")."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if kind:
        label.setProperty("type", kind)
    if tone:
        label.setProperty("tone", tone)
    return label


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline."""
    line = QFrame(parent)
    line.setProperty("panel", "line")
    return line


class Card(QFrame):
    """A card with a title; `body` takes the rest."""

    def __init__(self, title: str, theme: Theme, *, icon: str = "", tint: str = "ink") -> None:
        super().__init__()
        self.setProperty("panel", "card")
        pad = theme.px(20)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(pad, theme.px(16), pad, theme.px(18))
        self.body.setSpacing(theme.px(10))
        if title:
            head = QHBoxLayout()
            head.setSpacing(theme.px(10))
            if icon:
                head.addWidget(picture(icon, theme, tint))
            head.addWidget(words(title, "h2", parent=self), 1)
            self.body.addLayout(head)


def picture(icon: str, theme: Theme, tint: str = "ink2", size: int = 20) -> QLabel:
    """An icon as a label that leaves the words to its neighbour."""
    label = QLabel()
    label.setPixmap(theme.pixmap(icon, theme.color(tint), theme.px(size)))
    label.setFixedWidth(theme.px(size + 4))
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


def line(icon: str, text: str, theme: Theme, *, kind: str = "", tone: str = "") -> QWidget:
    """An icon and its words in one row."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(10))
    row.addWidget(picture(icon, theme))
    row.addWidget(words(text, kind, tone, holder), 1)
    return holder


def note(text: str, theme: Theme, *, icon: str = "info-bold", tint: str = "accentTint") -> QFrame:
    """A quiet note on a tinted ground."""
    frame = QFrame()
    frame.setProperty("panel", tint)
    row = QHBoxLayout(frame)
    row.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
    row.setSpacing(theme.px(12))
    ink = {"accentTint": "accentInk", "painTint": "pain", "infoTint": "info"}.get(tint, "ink2")
    row.addWidget(picture(icon, theme, ink))
    row.addWidget(words(text, parent=frame), 1)
    return frame
