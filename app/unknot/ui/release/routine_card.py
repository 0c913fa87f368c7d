"""A routine in the library: where it presses, how long, with what, how firmly, and Start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, SignalInstance
from PySide6.QtWidgets import QWidget

from unknot.domain.body import Side
from unknot.domain.knots import KnotStory
from unknot.domain.routine import Routine
from unknot.services.bundle import Services
from unknot.ui.day_words import short_day
from unknot.ui.editor.acts import MoreButton
from unknot.ui.library.library_card import CardWords, LibraryCard
from unknot.ui.library.library_words import level_word
from unknot.ui.library.star_button import StarButton
from unknot.ui.release.lit_places import lit_place, lit_places
from unknot.ui.release.place_picture import LitPlace, PlacePicture
from unknot.ui.release.routine_states import CardState
from unknot.ui.release.routine_words import minutes_line, place_names
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.knot_mark import Mark
from unknot.ui.widgets.pose_tile import PoseTile, TileDrawer

STRIP = 124  # px, the picture at the left
translate = QCoreApplication.translate


def routine_card(
    routine: Routine,
    state: CardState,
    services: Services,
    theme: Theme,
    parent: QWidget,
    drawer: TileDrawer,
    act_wanted: SignalInstance,
) -> LibraryCard:
    """One routine, filled in where it is for a knot that is on the map; `act_wanted` is for its menu."""
    pressure = translate("RoutineCard", "No pressing")
    if state.ceiling:
        pressure = translate("RoutineCard", "Pressure {ceiling} or less").format(ceiling=state.ceiling)
    elif routine.measure_only:
        pressure = translate("RoutineCard", "One press to measure")
    words = CardWords(
        routine.id,
        routine.title,
        _under_title(routine, state),
        _about(routine, state),
        (
            ("timer", minutes_line(routine)),
            ("tennis-ball", state.tool),
            *((("trend-down-bold", state.effect),) if state.effect else ()),
            ("gauge", pressure),
        ),
        state.locked,
        is_due=state.story is not None,
        mark=None if state.story is None else _mark(state.story),
    )
    star = StarButton(routine.id, routine.title, services.settings, theme)
    picture = _picture(routine, state, services, theme, drawer)
    more = MoreButton(routine, theme)
    more.act_wanted.connect(act_wanted)
    return LibraryCard(words, picture, theme, parent, star=star, more=more)


def _picture(
    routine: Routine, state: CardState, services: Services, theme: Theme, drawer: TileDrawer
) -> QWidget:
    """The place it presses, or the body at its first step."""
    story = state.story
    if not routine.targets:
        figure = PoseTile(drawer, theme, (routine.id, routine.steps[0].id), Side.RIGHT)
        figure.strip = True
        figure.setFixedWidth(theme.px(STRIP))
        return figure
    places = services.library.places
    if story is not None:
        side, words = story.knot.spot.side, places[story.knot.place].label
        one = lit_place(services.anatomy, places[story.knot.place], story.knot.spot.view)
        lit: Sequence[LitPlace] = () if one is None else (one,)
    else:
        side, words = Side.RIGHT, ", ".join(place_names(routine, services.library))
        lit = next(iter(lit_places(services.anatomy, (places[one] for one in routine.targets))), ())
    picture = PlacePicture(theme, quiet=state.quiet)
    picture.corners, picture.strip, picture.drawer = theme.px(13), True, drawer
    picture.show_places(lit, side, words)
    picture.setFixedWidth(theme.px(STRIP))
    return picture


def _under_title(routine: Routine, state: CardState) -> str:
    parts = [level_word(routine.level)]
    if state.story is not None:
        parts.insert(0, side_word(state.story.knot.spot.side))
    if state.own is not None:
        parts.insert(0, translate("RoutineCard", "Yours"))
    if state.last is not None:
        parts.append(translate("RoutineCard", "last done {day}").format(day=short_day(state.last)))
    return " · ".join(parts)


def _about(routine: Routine, state: CardState) -> str:
    """Why it is for today, or what it is."""
    story = state.story
    if story is None:
        return state.reason or routine.summary
    text = state.reason or translate("RoutineCard", "Your knot.")
    if story.first.tenderness != story.latest.tenderness:
        was = translate("RoutineCard", "It was {score}.").format(score=story.first.tenderness)
        text = f"{text} {was}"
    return text


def _mark(story: KnotStory) -> Mark:
    return Mark(story.latest.tenderness, story.size, story.first_size, story.knot.kind)
