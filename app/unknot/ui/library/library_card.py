"""A card of a library: a picture, what it is, some facts, and Start or why not."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from unknot.ui.library.card_text import CardText, TextLine
from unknot.ui.library.star_button import StarButton
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.knot_mark import KnotMark, Mark, knot_reach
from unknot.ui.widgets.spacing import spaced

MARK_SCALE = 0.8
STAR_ROOM = 26  # px beside the title
ARROWS = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class CardWords(Struct, frozen=True):
    """What a card says. A fact is an icon and words; `locked`, if any, takes the place of the last one.

    `about` stands below the title, beside the `mark` of a knot where there is one.
    """

    id: str
    title: str
    under_title: str
    about: str
    facts: tuple[tuple[str, str], ...]
    locked: str = ""
    is_due: bool = False
    mark: Mark | None = None


class LibraryCard(QFrame):
    """`start_wanted` carries the id, also from "See why" while locked.

    `arrow_pressed` carries an arrow key, Home or End: the page goes to another card.
    """

    start_wanted = Signal(str)
    arrow_pressed = Signal(int)

    def __init__(
        self,
        words: CardWords,
        picture: QWidget,
        theme: Theme,
        parent: QWidget,
        *,
        star: StarButton | None = None,
        more: Button | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self.setAccessibleName(words.title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.id, self.picture, self.star, self.more, self._theme = words.id, picture, star, more, theme
        if star is not None:
            star.setParent(self)
        row = spaced(QHBoxLayout(self), theme, (1, 1, 20, 1), 20)
        picture.setAccessibleName(picture.accessibleName() or words.title)
        row.addWidget(picture)
        column = spaced(QVBoxLayout(), theme, (0, 18, 0, 18), 12)
        row.addLayout(column, 1)
        self.words = self._text(words)
        self.setAccessibleDescription(self.words.text)
        column.addWidget(self.words, 1)
        if words.locked:
            self.button = _CardButton(self.tr("See why"), theme, icon="info-bold")
        else:
            kind = "primary" if words.is_due else ""
            self.button = _CardButton(self.tr("Start"), theme, icon="play-fill", kind=kind)
        self.button.setAccessibleDescription(words.title)
        self.button.clicked.connect(self._start)
        foot = spaced(QHBoxLayout(), theme, 0, 8)
        foot.addWidget(self.button, 1)
        if more is not None:
            foot.addWidget(more)
        column.addLayout(foot)
        if star is not None:
            star.raise_()  # the words reach below it

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab reaches in it, in this order."""
        return tuple(part for part in (self.star, self.button, self.more) if part is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The star stands in the corner."""
        super().resizeEvent(event)
        if self.star is not None:
            air = self._theme.px(6)
            self.star.move(self.width() - self.star.width() - air, air)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to other cards."""
        if event.key() in ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.arrow_pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def _text(self, words: CardWords) -> CardText:
        free = 0 if self.star is None else STAR_ROOM
        mark = None if words.mark is None else _mark(words.mark, self._theme)
        about = TextLine(words.about, tone="ink2")
        if mark is not None:
            side = round(mark.width() * 100 / self._theme.text_scale)
            about = TextLine(words.about, "small", "ink2", indent=side + 12, least=side)
        top = (
            TextLine(words.title, "h3", free=free),
            TextLine(words.under_title, "small", "ink2"),
            about,
        )
        last = [("lock-simple", words.locked)] if words.locked else words.facts[-1:]
        facts = [TextLine(text, icon=icon) for icon, text in (*words.facts[:-1], *last)]
        return CardText(top, facts, self._theme) if mark is None else _Marked(top, facts, self._theme, mark)

    def _start(self) -> None:
        self.start_wanted.emit(self.id)


class _Marked(CardText):
    """A knot's mark stands before the last line of the top."""

    def __init__(
        self, top: Sequence[TextLine], bottom: Sequence[TextLine], theme: Theme, mark: KnotMark
    ) -> None:
        super().__init__(top, bottom, theme)
        self._mark, self._beside = mark, top[-1]
        mark.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The mark goes with its line."""
        super().resizeEvent(event)
        self._mark.move(0, self.top_of(self._beside))


def _mark(shown: Mark, theme: Theme) -> KnotMark:
    mark = KnotMark(theme, scale=MARK_SCALE)
    mark.show_mark(shown)
    side = ceil(2 * knot_reach(theme, shown, scale=MARK_SCALE))
    mark.setFixedSize(side, side)
    return mark


class _CardButton(Button):
    """Leaves the arrows to its card."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As any button, but for the arrows."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
