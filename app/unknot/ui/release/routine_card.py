"""A routine in the library: where it presses, how long, with what, how firmly, and Start."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from unknot.domain.body import Side, View
from unknot.domain.knots import KnotStory
from unknot.domain.routine import Routine
from unknot.services.bundle import Services
from unknot.ui.day_words import short_day
from unknot.ui.library.library_card import CardWords, LibraryCard
from unknot.ui.library.library_words import level_word
from unknot.ui.release.lit_places import lit_place
from unknot.ui.release.place_picture import PlacePicture
from unknot.ui.release.routine_words import main_tool, minutes_line
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_view import PoseView
from unknot.ui.widgets.knot_mark import KnotMark, Mark
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

STRIP = 124  # px, the picture at the left
translate = QCoreApplication.translate


class CardState(Struct, frozen=True):
    """What the history says about a routine today.

    `story` is the knot it would be for, None without one; `ceiling` today's; `locked` why it may not be
    pressed today, empty when it may; `last` the day it was last done.
    """

    story: KnotStory | None
    ceiling: int
    locked: str
    last: date | None


def routine_card(
    routine: Routine, state: CardState, services: Services, theme: Theme, parent: QWidget
) -> LibraryCard:
    """One routine, filled in where it is for a knot that is on the map."""
    pressure = translate("RoutineCard", "No pressing")
    if state.ceiling:
        pressure = translate("RoutineCard", "Pressure {ceiling} or less").format(ceiling=state.ceiling)
    words = CardWords(
        routine.id,
        routine.title,
        _under_title(routine, state),
        (
            ("timer", minutes_line(routine)),
            ("tennis-ball", main_tool(routine, services.library)),
            ("gauge", pressure),
        ),
        state.locked,
        is_due=state.story is not None,
    )
    about = (
        Words(routine.summary, theme, tone="ink2") if state.story is None else _knot_row(state.story, theme)
    )
    return LibraryCard(words, _picture(routine, state.story, services, theme), about, theme, parent)


def _picture(routine: Routine, story: KnotStory | None, services: Services, theme: Theme) -> QWidget:
    """The place it presses, or the body at its first step."""
    if not routine.targets:
        figure = PoseView(theme, services.gait)
        figure.show_routine_step(routine.id, routine.steps[0].id, Side.RIGHT)
        figure.setFixedWidth(theme.px(STRIP))
        return figure
    place = services.library.places[story.knot.place if story else routine.targets[0]]
    side = story.knot.spot.side if story else Side.RIGHT
    view = story.knot.spot.view if story else next(iter(place.default_at), View.BACK)
    picture = PlacePicture(theme, quiet=services.settings.choices.quiet_anatomy)
    picture.corners, picture.strip = theme.px(13), True
    picture.show_place(lit_place(services.anatomy, place, view), side, place.label)
    picture.setFixedWidth(theme.px(STRIP))
    return picture


def _under_title(routine: Routine, state: CardState) -> str:
    parts = [level_word(routine.level)]
    if state.story is not None:
        parts.insert(0, side_word(state.story.knot.spot.side))
    if state.last is not None:
        parts.append(translate("RoutineCard", "last done {day}").format(day=short_day(state.last)))
    return " · ".join(parts)


def _knot_row(story: KnotStory, theme: Theme) -> QWidget:
    holder = QWidget()
    row = spaced(QHBoxLayout(holder), theme, 0, 12)
    mark = KnotMark(theme, scale=0.8)
    mark.show_mark(Mark(story.latest.tenderness, story.size, story.first_size, story.knot.kind))
    row.addWidget(mark)
    text = translate("RoutineCard", "Your knot")
    if story.first.tenderness != story.latest.tenderness:
        text = translate("RoutineCard", "Your knot, was {score}").format(score=story.first.tenderness)
    label = QLabel(text)
    label.setProperty("type", "small")
    label.setWordWrap(True)
    row.addWidget(label, 1)
    return holder
