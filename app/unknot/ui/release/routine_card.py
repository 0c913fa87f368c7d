"""A routine in the library: where it presses, how long, with what, how firmly, and Start."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from unknot.domain.body import Side, View
from unknot.domain.knots import KnotStory
from unknot.domain.routine import Routine
from unknot.services.bundle import Services
from unknot.ui.day_words import short_day
from unknot.ui.release.lit_places import lit_place
from unknot.ui.release.pieces import fact
from unknot.ui.release.place_picture import PlacePicture
from unknot.ui.release.routine_words import level_word, main_tool, minutes_line
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.figure_view import PoseView
from unknot.ui.widgets.knot_mark import KnotMark, Mark
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

STRIP = 124  # px, the picture at the left


class CardState(Struct, frozen=True):
    """What the history says about a routine today.

    `story` is the knot it would be for, None without one; `ceiling` today's; `locked` why it may not be
    pressed today, empty when it may; `last` the day it was last done.
    """

    story: KnotStory | None
    ceiling: int
    locked: str
    last: date | None


class RoutineCard(QFrame):
    """One routine. `start_wanted` carries its id, also from "See why" while it is locked."""

    start_wanted = Signal(str)

    def __init__(
        self, routine: Routine, state: CardState, services: Services, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self.setAccessibleName(routine.title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.routine, self.state = routine, state
        self._services, self._theme = services, theme
        row = spaced(QHBoxLayout(self), theme, (1, 1, 20, 1), 20)
        row.addWidget(self._picture())
        column = spaced(QVBoxLayout(), theme, (0, 18, 0, 18), 8)
        row.addLayout(column, 1)
        title = Words(routine.title, theme, "h3")
        column.addWidget(title)
        column.addWidget(Words(self._under_title(), theme, "small", "ink2"))
        if state.story is not None:
            column.addWidget(self._knot_row(state.story))
        else:
            column.addWidget(Words(routine.summary, theme, tone="ink2"))
        column.addStretch(1)
        column.addWidget(fact("timer", minutes_line(routine), theme))
        column.addWidget(fact("tennis-ball", main_tool(routine, services.library), theme))
        if state.locked:
            column.addWidget(fact("lock-simple", state.locked, theme))
        elif state.ceiling:
            pressure = self.tr("Pressure {ceiling} or less").format(ceiling=state.ceiling)
            column.addWidget(fact("gauge", pressure, theme))
        else:
            column.addWidget(fact("gauge", self.tr("No pressing"), theme))
        self.button = self._button()
        column.addWidget(self.button)

    def _button(self) -> Button:
        if self.state.locked:
            button = Button(self.tr("See why"), self._theme, icon="info-bold")
        else:
            kind = "primary" if self.state.story is not None else ""
            button = Button(self.tr("Start"), self._theme, icon="play-fill", kind=kind)
        button.setAccessibleDescription(self.routine.title)
        button.clicked.connect(self._start)
        return button

    def _picture(self) -> QWidget:
        library, anatomy = self._services.library, self._services.anatomy
        story, routine = self.state.story, self.routine
        if not routine.targets:
            figure = PoseView(self._theme, self._services.gait)
            figure.show_routine_step(routine.id, routine.steps[0].id, Side.RIGHT)
            figure.setFixedWidth(self._theme.px(STRIP))
            figure.setAccessibleName(routine.title)
            return figure
        place = library.places[story.knot.place if story else routine.targets[0]]
        side = story.knot.spot.side if story else Side.RIGHT
        view = story.knot.spot.view if story else next(iter(place.default_at), View.BACK)
        picture = PlacePicture(self._theme, quiet=self._services.settings.choices.quiet_anatomy)
        picture.corners, picture.strip = self._theme.px(13), True
        picture.show_place(lit_place(anatomy, place, view), side, place.label)
        picture.setFixedWidth(self._theme.px(STRIP))
        return picture

    def _under_title(self) -> str:
        parts = [level_word(self.routine.level)]
        if self.state.story is not None:
            parts.insert(0, side_word(self.state.story.knot.spot.side))
        if self.state.last is not None:
            parts.append(self.tr("last done {day}").format(day=short_day(self.state.last)))
        return " · ".join(parts)

    def _knot_row(self, story: KnotStory) -> QWidget:
        holder = QWidget()
        row = spaced(QHBoxLayout(holder), self._theme, 0, 12)
        mark = KnotMark(self._theme, scale=0.8)
        mark.show_mark(Mark(story.latest.tenderness, story.size, story.first_size, story.knot.kind))
        row.addWidget(mark)
        was = self.tr("Your knot, was {score}").format(score=story.first.tenderness)
        changed = story.first.tenderness != story.latest.tenderness
        label = QLabel(was if changed else self.tr("Your knot"))
        label.setProperty("type", "small")
        label.setWordWrap(True)
        row.addWidget(label, 1)
        return holder

    def _start(self) -> None:
        self.start_wanted.emit(self.routine.id)
