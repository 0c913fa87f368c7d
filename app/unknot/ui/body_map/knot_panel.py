"""One knot: its score, size, course and note, and what can be done with it. What it shows is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from unknot.domain.days import day_of
from unknot.domain.knot_life import RoutineUse
from unknot.domain.knots import KnotKind, KnotStory
from unknot.domain.noise import Noise
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.caution_box import CautionBox
from unknot.ui.body_map.check_list import CheckList
from unknot.ui.body_map.course_bar import short_date
from unknot.ui.body_map.course_section import CourseSection
from unknot.ui.body_map.deeper_offer import DeeperOffer
from unknot.ui.body_map.kind_picker import KindPicker
from unknot.ui.body_map.kind_words import kinds_for, sharp_caution
from unknot.ui.body_map.knot_foot import KnotFoot
from unknot.ui.body_map.life_section import LifeSection
from unknot.ui.body_map.panel_scroll import PanelScroll
from unknot.ui.body_map.place_words import answer_to
from unknot.ui.body_map.repeat_offer import RepeatOffer
from unknot.ui.body_map.size_ladder import SizeLadder
from unknot.ui.score_words import score_word
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.score_picker import ScorePicker
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

NOTE_MS = 600  # after the last letter the note is stored
LOW = 640  # px high, at 100 % text


class KnotPanel(QWidget):
    """Shows a story and asks for changes; it stores nothing itself.

    `rated` carries (id, score), `sized` (id, Size), `kind_chosen` (id, KnotKind), `noted` (id, text);
    `layer_wanted` (id, place above or below); `release_wanted`, `move_wanted`, `close_wanted`,
    `reopen_wanted` and `delete_wanted` carry the id.
    """

    back_wanted = Signal()
    rated = Signal(object, int)
    sized = Signal(object, object)
    kind_chosen = Signal(object, object)
    noted = Signal(object, str)
    release_wanted = Signal(object)
    move_wanted = Signal(object)
    close_wanted = Signal(object)
    reopen_wanted = Signal(object)
    delete_wanted = Signal(object)
    undo_wanted = Signal()
    place_wanted = Signal(str)
    layer_wanted = Signal(object, str)
    lesson_wanted = Signal()

    def __init__(
        self, atlas: MapAtlas, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._atlas, self._theme, self._now = atlas, theme, now
        self._story: KnotStory | None = None
        self._full_page = self._is_past = self._can_release = False
        outer = spaced(QVBoxLayout(self), theme, (0, 8, 0, 12), 0)
        self._add_head(outer)
        self.area = PanelScroll(theme, (20, 0, 20, 12), 10)
        outer.addWidget(self.area, 1)
        column = self.area.column
        self._add_rating(column)
        self.course = CourseSection(atlas, theme, now)
        column.addWidget(self.course)
        self.life = LifeSection(theme, now)
        column.addWidget(self.life)
        self._add_note(column)
        self.caution = CautionBox(atlas, theme)
        self.caution.place_wanted.connect(self.place_wanted)
        column.addWidget(self.caution)
        self.deeper = DeeperOffer(atlas, theme)
        self.deeper.layer_wanted.connect(self._layer_picked)
        column.addWidget(self.deeper)
        self._add_actions(column)
        column.addWidget(Line())
        self.checks = CheckList(atlas, theme, now)
        column.addWidget(self.checks)
        column.addStretch(1)
        self._add_foot(outer)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTE_MS)
        self._timer.timeout.connect(self.keep_note)

    # ---------------------------------------------------------------- showing
    @property
    def knot_id(self) -> UUID | None:
        """The knot it shows."""
        return self._story.knot.id if self._story else None

    def show_story(self, story: KnotStory) -> None:
        """Show a knot as the journal has it now."""
        if self._story is not None and story.knot.id != self._story.knot.id:
            self.keep_note()
        other = self._story is None or story.knot.id != self._story.knot.id
        self._story = story
        knot, atlas = story.knot, self._atlas
        place = atlas.places.get(knot.place)
        self.title.setText(atlas.label(knot.place))
        latin = place.anatomical if place else ""
        side = side_word(knot.spot.side)
        self.under.setText(self.tr("{side} · {place}").format(side=side, place=latin) if latin else side)
        self._show_values(story)
        self.ladder.setVisible(knot.kind is KnotKind.KNOT)
        self.lesson_button.setVisible(atlas.may_press(knot.kind, knot.place, knot.spot.v))
        is_sharp = knot.kind is KnotKind.SHARP
        self.sharp.show_caution(sharp_caution(knot.place, atlas) if is_sharp else "", ())
        self.kinds.show_kinds(kinds_for(knot.kind, knot.place, atlas), knot.kind)
        self.checks.show_story(story)
        if other or not self.note.hasFocus():
            self._set_note(knot.note)
        answer = answer_to(knot.spot, knot.place, atlas)
        how = (
            place.caution if place is not None and not is_sharp else ""
        )  # how to press is not for sharp pain
        caution = answer.caution or how
        self.caution.show_caution(caution, answer.instead)
        self.deeper.show_layers(answer.layers if knot.is_open else ())
        self.close_button.setVisible(knot.is_open)
        self.reopen_button.setVisible(not knot.is_open)
        self.move_button.setEnabled(knot.is_open)
        for part in (self.picker, self.ladder, self.kinds):
            part.setEnabled(knot.is_open)
        self.foot.offer_release(on=knot.kind.is_pressed and knot.is_open)
        self.area.fit()
        if other:
            self.area.verticalScrollBar().setValue(0)

    def show_life(self, story: KnotStory, uses: Sequence[RoutineUse], noise: Noise, *, offer: bool) -> None:
        """Show what is known of it beyond its own ratings; `offer` a second rating now."""
        self.course.show_story(story, noise)
        self.life.show_life(story, uses)
        self.repeat.setVisible(offer)
        self.area.fit()

    def show_release(self, line: str, *, possible: bool) -> None:
        """What "Release this" would start, or why it cannot."""
        self._can_release = possible
        self.release_button.setEnabled(possible and not self._is_past)
        self.release_button.setToolTip(self.tr("Ctrl+Enter") if possible else line)
        place = self._atlas.places.get(self._story.knot.place) if self._story else None
        said = line.removesuffix(place.caution).strip() if place else line  # the caution stands above
        self.foot.show_release(said)

    def show_undo(self, text: str) -> None:
        """What Undo would take back; empty hides it."""
        self.undo_button.setVisible(bool(text))
        self.undo_button.setToolTip(text)

    def set_full_page(self, on: bool) -> None:
        """As a page of its own it is as high as it needs, and the way back is a button with words."""
        if on == self._full_page:
            return
        self._full_page = on
        self.back_button.setText(self.tr("Back") if on else "")
        self.back_button.set_icon("arrow-left-bold" if on else "x-bold")
        self.back_button.setProperty("square", "" if on else "true")
        self.back_button.style().unpolish(self.back_button)
        self.back_button.style().polish(self.back_button)
        self.area.set_full_page(on)

    def show_day(self, story: KnotStory | None, day: date | None) -> None:
        """Show the knot as it was on an earlier day, when nothing can be changed; None goes back to today.

        Without a story it was not to be found that day.
        """
        was_past, self._is_past = self._is_past, day is not None
        self.area.inner.setEnabled(day is None)
        self.release_button.setEnabled(self._can_release and day is None)
        said = "" if day is None else short_date(day, day_of(self._now()))
        self.foot.show_day(said)
        if day is None:
            if was_past and self._story is not None:
                self._show_values(self._story)
            return
        if story is not None and story.knot.is_open:
            score = story.latest.tenderness
            words = self.tr("On {day}: {score}, {word}")
            self.question.setText(words.format(day=said, score=score, word=score_word(score)))
        else:
            words = self.tr("Not found on {day}") if story is None else self.tr("No longer found on {day}")
            self.question.setText(words.format(day=said))
        is_found = story is not None and story.knot.is_open
        self.picker.set_value(story.latest.tenderness if story is not None and is_found else None)
        self.ladder.set_value(story.size if story is not None and is_found else None)

    def _show_values(self, story: KnotStory) -> None:
        score, knot = story.latest.tenderness, story.knot
        words = (
            self.tr("How tender when you press it: {score}, {word}")
            if self._atlas.may_press(knot.kind, knot.place, knot.spot.v)
            else self.tr("How sore: {score}, {word}")
        )
        self.question.setText(words.format(score=score, word=score_word(score)))
        self.picker.set_value(score)
        self.ladder.set_value(story.size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low, the rating and the size need the room of the foot."""
        super().resizeEvent(event)
        self.foot.set_low(low=not self._full_page and self.height() < self._theme.px(LOW))

    def keep_note(self) -> None:
        """Store what was typed, now."""
        self._timer.stop()
        if self._story is not None and self.note.toPlainText() != self._story.knot.note:
            self.noted.emit(self._story.knot.id, self.note.toPlainText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the note stores it."""
        if watched is self.note and event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.keep_note()
        return super().eventFilter(watched, event)

    # ---------------------------------------------------------------- building
    def _add_head(self, outer: QBoxLayout) -> None:
        head = spaced(QGridLayout(), self._theme, (20, 4, 8, 6), 0)
        self.title = Words("", self._theme, "h2")
        self.under = Words("", self._theme, "small", "ink2")
        head.addWidget(self.title, 0, 0)
        head.addWidget(self.under, 1, 0)
        head.setColumnStretch(0, 1)
        self.back_button = Button("", self._theme, icon="x-bold", kind="quiet", name=self.tr("Back"))
        self.back_button.setToolTip(self.tr("Back (Esc)"))
        self.back_button.clicked.connect(self.back_wanted)
        head.addWidget(self.back_button, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(head)

    def _add_rating(self, column: QBoxLayout) -> None:
        self.question = QLabel()
        self.question.setProperty("type", "label")
        self.question.setWordWrap(True)
        column.addWidget(self.question)
        self.picker = ScorePicker(self._theme, self.tr("Tenderness"))
        self.picker.picked.connect(self._picked)
        column.addWidget(self.picker)
        self.lesson_button = Button(self.tr("How to press"), self._theme, icon="info-bold", kind="quiet")
        self.lesson_button.clicked.connect(self.lesson_wanted)
        self.ladder = SizeLadder(self._atlas, self._theme)
        self.ladder.picked.connect(self._sized)
        column.addWidget(self.ladder)
        self.repeat = RepeatOffer(self._theme)
        column.addWidget(self.repeat)
        self.kinds = KindPicker(self._theme)
        self.kinds.picked.connect(self._kind_picked)
        column.addWidget(self.kinds)
        self.sharp = CautionBox(self._atlas, self._theme)
        column.addWidget(self.sharp)

    def _add_note(self, column: QBoxLayout) -> None:
        label = QLabel(self.tr("Note"))
        label.setProperty("type", "label")
        column.addWidget(label)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("New shoes, a hill, a bad night"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self._theme.px(76))
        self.note.textChanged.connect(self._note_typed)
        self.note.installEventFilter(self)
        label.setBuddy(self.note)
        column.addWidget(self.note)

    def _add_actions(self, column: QBoxLayout) -> None:
        theme = self._theme
        row = spaced(QHBoxLayout(), theme, 0, 8)
        self.move_button = Button(self.tr("Move"), theme, icon="cursor")
        self.move_button.clicked.connect(self._move)
        self.close_button = Button(self.tr("No longer found"), theme, icon="check-bold")
        self.close_button.clicked.connect(self._close)
        self.reopen_button = Button(self.tr("Found again"), theme, icon="arrow-clockwise-bold")
        self.reopen_button.clicked.connect(self._reopen)
        self.delete_button = Button(self.tr("Delete"), theme, icon="trash")
        self.delete_button.setToolTip(self.tr("Del"))
        self.delete_button.clicked.connect(self._delete)
        row.addWidget(self.move_button, 1)
        row.addWidget(self.delete_button, 1)
        column.addLayout(row)
        column.addWidget(self.close_button)
        column.addWidget(self.reopen_button)
        column.addWidget(self.lesson_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_foot(self, outer: QBoxLayout) -> None:
        outer.addWidget(Line())
        self.foot = KnotFoot(self._theme)
        self.foot.undo_wanted.connect(self.undo_wanted)
        self.foot.release_wanted.connect(self._release)
        self.undo_button, self.release_button = self.foot.undo_button, self.foot.release_button
        outer.addWidget(self.foot)

    # ---------------------------------------------------------------- telling
    def _set_note(self, text: str) -> None:
        if self.note.toPlainText() != text:
            self.note.blockSignals(True)
            self.note.setPlainText(text)
            self.note.blockSignals(False)

    def _note_typed(self) -> None:
        self._timer.start()

    def _picked(self, score: int) -> None:
        if self._story is not None:
            self.rated.emit(self._story.knot.id, score)

    def _sized(self, size: object) -> None:
        if self._story is not None:
            self.sized.emit(self._story.knot.id, size)

    def _kind_picked(self, kind: object) -> None:
        if self._story is not None:
            self.kind_chosen.emit(self._story.knot.id, kind)
            self.sharp.say()

    def _layer_picked(self, place: str) -> None:
        self.layer_wanted.emit(self.knot_id, place)

    def _release(self) -> None:
        self.release_wanted.emit(self.knot_id)

    def _move(self) -> None:
        self.move_wanted.emit(self.knot_id)

    def _close(self) -> None:
        self.close_wanted.emit(self.knot_id)

    def _reopen(self) -> None:
        self.reopen_wanted.emit(self.knot_id)

    def _delete(self) -> None:
        self.delete_wanted.emit(self.knot_id)
