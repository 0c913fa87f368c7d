"""The spruce card at the top of Today: a headline, one marigold action, and numbered rows below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

STACKED_BELOW = 420  # logical px of a row under which its button goes below its words


class HeroLine(QWidget):
    """A hairline on spruce."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fainter than the words."""
        painter = QPainter(self)
        colour = QColor(self._theme.color("heroInk2"))
        colour.setAlphaF(0.35)
        painter.fillRect(self.rect(), colour)
        painter.end()


class HeroRow(QWidget):
    """Number, icon, title, detail, at the right an aside and a button or a tick. `started` tells a press."""

    started = Signal()

    def __init__(
        self,
        theme: Theme,
        number: int,
        icon: str,
        title: str,
        detail: str,
        *,
        why: str = "",
        aside: str = "",
        button: str = "",
        button_icon: str = "play-fill",
        kind: str = "hero",
        bare: bool = False,
        done: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(title)
        self._box = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), theme, (0, 8, 0, 8), 12)
        head = spaced(QHBoxLayout(), theme, 0, 12)
        mark = QLabel(str(number))
        mark.setProperty("type", "h2")
        mark.setProperty("tone", "heroAccent")
        mark.setFixedWidth(theme.px(16))
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(IconLabel(icon, theme, "heroInk2", 22), 0, Qt.AlignmentFlag.AlignVCenter)
        words = spaced(QVBoxLayout(), theme, (4, 0, 0, 0), 2)
        name = Words(title, theme, "h3", "hero")
        words.addWidget(name)
        words.addWidget(Words(detail, theme, "small", "hero2"))
        if why:
            words.addWidget(Words(why, theme, "small", "hero2"))
        head.addLayout(words, 1)
        self._box.addLayout(head, 1)
        self._foot = spaced(QHBoxLayout(), theme, 0, 12)
        if aside:
            said = QLabel(aside)
            said.setProperty("type", "small")
            said.setProperty("tone", "hero2")
            self._foot.addWidget(said)
        self.button: Button | None = None
        if button:
            self.button = Button(
                "" if bare else button, theme, icon=button_icon, kind=kind, name=button if bare else ""
            )
            self.button.setAccessibleDescription(f"{title}. {detail}")
            self.button.clicked.connect(self.started)
            self._foot.addWidget(self.button)
        elif done:
            self._foot.addWidget(IconLabel("check-circle-fill", theme, "accent", 22))
            said = QLabel(done)
            said.setProperty("tone", "hero")
            said.setProperty("type", "label")
            self._foot.addWidget(said)
        self._box.addLayout(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the button goes below."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(STACKED_BELOW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() is not way:
            self._box.setDirection(way)
            side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
            self._box.setAlignment(self._foot, side)


class Hero(QFrame):
    """Fill `action_row` and add rows."""

    def __init__(self, theme: Theme, headline: str, sentence: str, *, compact: bool) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("panel", "hero")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        pad = 20 if compact else 28
        self.column = spaced(QVBoxLayout(self), theme, (pad, pad, pad, pad - 8), 0)
        self.headline = Words(headline, theme, "title" if compact else "hero", "hero")
        self.column.addWidget(self.headline)
        if sentence:
            self.sentence = Words(sentence, theme, tone="hero2")
            self.sentence.setMaximumWidth(theme.px(640))
            self.column.addSpacing(theme.px(4))
            self.column.addWidget(self.sentence)
        self.action_row = spaced(QHBoxLayout(), theme, (0, 16, 0, 0), 16)
        self.column.addLayout(self.action_row)
        self.column.addSpacing(theme.px(4))
        self.rows: list[HeroRow] = []

    def add_row(self, row: HeroRow) -> None:
        """A row below a hairline."""
        self.column.addWidget(HeroLine(self._theme))
        self.column.addWidget(row)
        self.rows.append(row)
