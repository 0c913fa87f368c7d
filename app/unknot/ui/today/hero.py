"""The spruce card at the top of Today: a headline, one marigold action, and numbered rows below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.fold_row import FoldRow
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

STACKED_BELOW = 260  # logical px that the words of a row need beside its button


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


class HeroRow(FoldRow):
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
        main, side = QWidget(), QWidget()
        super().__init__(theme, main, side, least=STACKED_BELOW, air=8, gap=12)
        self.setAccessibleName(title)
        head = spaced(QHBoxLayout(main), theme, 0, 12)
        mark = QLabel(str(number))
        mark.setProperty("type", "h2")
        mark.setProperty("tone", "heroAccent")
        mark.setFixedWidth(theme.px(16))
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(IconLabel(icon, theme, "heroInk2", 22), 0, Qt.AlignmentFlag.AlignVCenter)
        words = spaced(QVBoxLayout(), theme, (4, 0, 0, 0), 2)
        words.addWidget(Words(title, theme, "h3", "hero"))
        for line in (detail, why):
            if line:
                words.addWidget(Words(line, theme, "small", "hero2"))
        head.addLayout(words, 1)
        foot = spaced(QHBoxLayout(side), theme, 0, 12)
        if aside:
            foot.addWidget(_small(aside))
        self.button: Button | None = None
        if button:
            self.button = Button(
                "" if bare else button, theme, icon=button_icon, kind=kind, name=button if bare else ""
            )
            self.button.setAccessibleDescription(f"{title}. {detail}")
            self.button.clicked.connect(self.started)
            foot.addWidget(self.button)
        elif done:
            foot.addWidget(IconLabel("check-circle-fill", theme, "accent", 22))
            said = QLabel(done)
            said.setProperty("tone", "hero")
            said.setProperty("type", "label")
            foot.addWidget(said)


def _small(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("type", "small")
    label.setProperty("tone", "hero2")
    return label


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
