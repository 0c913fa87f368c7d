"""The open knots on Today: how tender each is now and how tender it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.content.library import Library
from unknot.domain.knots import KnotKind, KnotStory, Size
from unknot.ui.place_names import place_name
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.knot_mark import KnotMark, Mark
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

MOST = 4


class KnotsCard(Card):
    """The most tender first; `check_wanted` goes through all of them, `map_wanted` leads to the map.

    An empty card leads there if `offer_map`.
    """

    map_wanted = Signal()
    check_wanted = Signal()

    def __init__(
        self, theme: Theme, stories: tuple[KnotStory, ...], library: Library, *, offer_map: bool
    ) -> None:
        super().__init__(theme, gap=8)
        self._theme, self._library = theme, library
        title = QLabel(self.tr("Your knots"))
        title.setProperty("type", "h2")
        self.head.addWidget(title, 1)
        self.body.addLayout(self.head)
        if any(story.knot.kind.is_pressed for story in stories):
            check = Button(
                self.tr("Check them"), theme, icon="arrow-right-bold", kind="quiet", icon_after=True
            )
            check.setProperty("flush", "true")
            check.clicked.connect(self.check_wanted)
            self.head.addWidget(check)
        for story in stories[:MOST]:
            self.body.addWidget(Line())
            self.body.addWidget(self._row(story))
        if len(stories) > MOST:
            self.body.addWidget(Line())
            more = self.tr("and {count} more on the map").format(count=len(stories) - MOST)
            self.body.addWidget(Words(more, theme, "small", "ink2"))
        if not stories:
            none = self.tr(
                "No knots marked yet. Press along the outer calf; tap the picture where it is sore."
            )
            self.body.addWidget(Words(none, theme, tone="ink2"))
        if not stories and offer_map:
            add = Button(self.tr("Add a knot"), theme, icon="plus-bold")
            add.clicked.connect(self.map_wanted)
            self.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _row(self, story: KnotStory) -> QWidget:
        row = QWidget()
        line = spaced(QHBoxLayout(row), self._theme, 0, 12)
        mark = KnotMark(self._theme)
        mark.show_mark(Mark(story.latest.tenderness, story.size, story.first_size, story.knot.kind))
        line.addWidget(mark)
        words = spaced(QVBoxLayout(), self._theme, 0, 2)
        place = place_name(self._library.places, story.knot.place)
        words.addStretch(1)
        words.addWidget(Words(place, self._theme, "label"))
        words.addWidget(Words(self._detail(story), self._theme, "small", "ink2"))
        words.addStretch(1)
        line.addLayout(words, 1)
        now = QLabel(str(story.latest.tenderness))
        now.setProperty("type", "h2")
        numbers = spaced(QVBoxLayout(), self._theme, 0, 0)
        numbers.addStretch(1)
        numbers.addWidget(now, 0, Qt.AlignmentFlag.AlignRight)
        if len(story.checks) > 1:
            was = QLabel(self.tr("was {score}").format(score=story.first.tenderness))
            was.setProperty("type", "small")
            was.setProperty("tone", "ink2")
            numbers.addWidget(was, 0, Qt.AlignmentFlag.AlignRight)
        numbers.addStretch(1)
        line.addLayout(numbers)
        return row

    def _detail(self, story: KnotStory) -> str:
        side = side_word(story.knot.spot.side)
        if story.knot.kind is KnotKind.SHARP:
            return self.tr("{side} · sharp pain").format(side=side)
        if story.knot.kind is KnotKind.PAIN:
            return self.tr("{side} · knee pain").format(side=side)
        if story.size is None or story.size is Size.NONE:
            return side
        size = self._library.vocabulary.sizes[story.size].label
        return self.tr("{side} · {size}").format(side=side, size=size[:1].lower() + size[1:])
