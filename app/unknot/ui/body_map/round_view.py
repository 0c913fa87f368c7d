"""One knot at a time: where it is, what it was, and one key or touch for what it is now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.domain.knots import KnotKind, KnotStory, Size
from unknot.domain.noise import Noise
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.check_round import CheckRound
from unknot.ui.body_map.kind_words import rating_question
from unknot.ui.body_map.panel_scroll import PanelScroll
from unknot.ui.body_map.round_words import last_words, progress_words, spoken_turn, summary
from unknot.ui.body_map.size_ladder import SizeLadder
from unknot.ui.body_map.stage_mark import mark_of
from unknot.ui.score_words import score_word
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets import focus_sight
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.knot_mark import KnotMark
from unknot.ui.widgets.score_picker import ScorePicker
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class RoundView(QWidget):
    """Shows a round and gives it the answers; after the last knot it says what came out.

    Enter is "the same", 0 to 9 and T are new scores, Del is "no longer found", Backspace goes back one,
    Esc ends. `closed` tells that the summary was read.
    """

    closed = Signal()

    def __init__(
        self,
        round_: CheckRound,
        atlas: MapAtlas,
        theme: Theme,
        now: Callable[[], datetime],
        noise: Callable[[], Noise],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._round, self._atlas, self._theme, self._now, self._noise = round_, atlas, theme, now, noise
        self._size_shown: Size | None = None
        outer = spaced(QVBoxLayout(self), theme, (0, 12, 0, 12), 8)
        self._add_head(outer)
        self.area = PanelScroll(theme, (20, 0, 20, 0), 12)
        outer.addWidget(self.area, 1)
        column = self.area.column
        self.turn = QWidget()
        column.addWidget(self.turn)
        self._add_turn(spaced(QVBoxLayout(self.turn), theme, 0, 12))
        self.outcome = QWidget()
        column.addWidget(self.outcome)
        self._add_outcome(spaced(QVBoxLayout(self.outcome), theme, 0, 12))
        column.addStretch(1)
        self.turn.hide()
        self.outcome.hide()
        self._head_first = QTimer(self)
        self._head_first.setSingleShot(True)
        self._head_first.setInterval(0)  # after what has the keyboard was scrolled into sight
        self._head_first.timeout.connect(self._show_head)
        round_.moved.connect(self._show_turn)
        round_.ended.connect(self._show_outcome)

    @property
    def is_on(self) -> bool:
        """Whether a knot is asked about."""
        return self._round.is_on

    @property
    def is_shown(self) -> bool:
        """Whether a knot is asked about or what came out is to be read."""
        return self.is_on or not self.outcome.isHidden()

    def take_focus(self) -> None:
        """Say which knot it is, once it is in sight; Enter then says "the same"."""
        story = self._round.story
        if story is not None:
            self.same_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._head_first.start()
            self._announce(spoken_turn(*self._round.place, story, self._now(), self._atlas))

    def put_away(self) -> None:
        """Nothing is shown any more."""
        self.outcome.hide()

    def lost(self) -> None:
        """No longer found, by key."""
        self._round.lost()

    def next_size(self) -> None:
        """The next rung of the ladder, for the key S."""
        if not self.ladder.isHidden():
            self.ladder.pick_next()

    def rate(self, score: int) -> None:
        """A score by key or touch, with the size if one was chosen."""
        self._round.rate(score, self._size())

    def rate_by(self, step: int) -> None:
        """One point more or less tender than the last time."""
        story = self._round.story
        if story is not None:
            self.rate(min(10, max(0, story.latest.tenderness + step)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Backspace; the page knows the others."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if isinstance(focused, QAbstractButton) and focused.hasFocus():
                focused.click()
            elif self._round.is_on:
                self._same()
            else:
                self.closed.emit()
        elif event.key() == Qt.Key.Key_Backspace and self._round.is_on:
            self._round.back()
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- building
    def _add_head(self, column: QBoxLayout) -> None:
        head = spaced(QHBoxLayout(), self._theme, (20, 0, 8, 0), 8)
        self.progress = QLabel()
        self.progress.setProperty("type", "h2")
        head.addWidget(self.progress, 1)
        self.end_button = Button(self.tr("End"), self._theme, icon="x-bold", kind="quiet")
        self.end_button.setToolTip(self.tr("End, what you gave is kept (Esc)"))
        self.end_button.clicked.connect(self._end)
        head.addWidget(self.end_button)
        column.addLayout(head)

    def _add_turn(self, column: QBoxLayout) -> None:
        theme = self._theme
        row = spaced(QHBoxLayout(), theme, 0, 12)
        self.mark = KnotMark(theme)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        names = spaced(QVBoxLayout(), theme, 0, 2)
        self.place = Words("", theme, "h2")
        self.side = Words("", theme, "h3", "ink2")
        names.addWidget(self.place)
        names.addWidget(self.side)
        self.last = Words("", theme, "body", "ink2")
        names.addWidget(self.last)
        row.addLayout(names, 1)
        column.addLayout(row)
        self.question = Words("", theme, "label")
        column.addWidget(self.question)
        self.picker = ScorePicker(theme, self.tr("Tenderness"))
        self.picker.picked.connect(self.rate)
        column.addWidget(self.picker)
        self.same_button = Button(self.tr("The same"), theme, icon="check-bold", kind="primary", large=True)
        self.same_button.setToolTip(self.tr("Enter"))
        self.same_button.clicked.connect(self._same)
        column.addWidget(self.same_button)
        self.lost_button = Button(self.tr("No longer found"), theme)
        self.lost_button.setToolTip(self.tr("Del"))
        self.lost_button.clicked.connect(self._round.lost)
        column.addWidget(self.lost_button)
        steps = spaced(QHBoxLayout(), theme, 0, 8)
        self.back_button = Button(self.tr("Back one"), theme, icon="arrow-left-bold")
        self.back_button.setToolTip(self.tr("Backspace"))
        self.back_button.clicked.connect(self._round.back)
        self.skip_button = Button(self.tr("Skip"), theme, icon="arrow-right-bold")
        self.skip_button.clicked.connect(self._round.skip)
        steps.addWidget(self.back_button, 1)
        steps.addWidget(self.skip_button, 1)
        column.addLayout(steps)
        self.ladder = SizeLadder(self._atlas, theme)
        column.addWidget(self.ladder)

    def _add_outcome(self, column: QBoxLayout) -> None:
        self.words = Words("", self._theme, "h3")
        column.addWidget(self.words)
        self.done_button = Button(self.tr("Done"), self._theme, kind="primary", large=True)
        self.done_button.clicked.connect(self.closed)
        column.addWidget(self.done_button)

    # ---------------------------------------------------------------- showing
    def _show_turn(self) -> None:
        story = self._round.story
        if story is None:
            return
        at, total = self._round.place
        self.turn.show()
        self.outcome.hide()
        self.end_button.show()
        self.progress.setText(progress_words(at, total))
        self._show_knot(story)
        self.area.fit()
        self.back_button.setEnabled(self._round.can_go_back)

    def _show_head(self) -> None:
        """Which knot it is counts more than the button that Enter presses anyway."""
        for part in (self.same_button, self.place, self.progress):
            focus_sight.show(part)

    def _show_knot(self, story: KnotStory) -> None:
        score = story.latest.tenderness
        self.mark.show_mark(mark_of(story))
        self.place.setText(self._atlas.label(story.knot.place))
        self.side.setText(side_word(story.knot.spot.side))
        self.last.setText(last_words(story, self._now()))
        knot = story.knot
        pressed = self._atlas.may_press(knot.kind, knot.place, knot.spot.v)
        self.question.setText(rating_question(pressed=pressed))
        self.picker.set_value(score)
        words = self.tr("The same: {score}, {word}")
        self.same_button.setText(words.format(score=score, word=score_word(score)))
        self.ladder.setVisible(knot.kind is KnotKind.KNOT)
        self.ladder.set_value(story.size)
        self._size_shown = story.size

    def _show_outcome(self) -> None:
        sentences = summary(self._round.answers, self._round.total, self._noise())
        self.turn.hide()
        self.outcome.show()
        self.end_button.hide()
        self.progress.setText(self.tr("Your knots today"))
        self.words.setText("\n\n".join(sentences))
        self.area.fit()
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announce(" ".join(sentences))

    def _announce(self, words: str) -> None:
        if self.isVisible():
            announce(self, words)

    # ---------------------------------------------------------------- telling
    def _size(self) -> Size | None:
        """What was chosen here; the size of last time alone was not looked at."""
        return self.ladder.value if self.ladder.value is not self._size_shown else None

    def _same(self) -> None:
        story = self._round.story
        if story is not None:
            self.rate(story.latest.tenderness)

    def _end(self) -> None:
        self._round.leave()
