"""Where a routine works: its place with how it is found, or all of its places on the leg."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from unknot.domain.body import Side
from unknot.domain.knots import KnotStory
from unknot.domain.routine import Routine
from unknot.domain.where_not import never_pressed
from unknot.services.bundle import Services
from unknot.ui.body_map.story_words import view_word
from unknot.ui.release.lit_places import lit_place, lit_places
from unknot.ui.release.place_picture import PlacePicture
from unknot.ui.release.routine_words import place_names
from unknot.ui.side_words import leg_of
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.pose_tile import TileDrawer
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

HIGH, HIGH_OF_ALL = 320, 420  # px of a picture: of one place, of places all over the leg
translate = QCoreApplication.translate


def place_card(services: Services, theme: Theme, story: KnotStory, drawer: TileDrawer) -> Card:
    """The place of a knot, with how to find it and what to mind there."""
    knot = story.knot
    place = services.library.places[knot.place]
    card = Card(theme)
    picture = _picture(theme, drawer, span=0.24)
    never = never_pressed(services.library.places.values())
    lit = lit_place(services.anatomy, place, knot.spot.view, never)
    picture.show_places([lit] if lit else [], knot.spot.side, leg_of(place.label, knot.spot.side))
    card.body.addWidget(picture)
    card.body.addWidget(Words(place.label, theme, "h2"))
    for text in (place.find, place.caution):
        if text:
            card.body.addWidget(Words(text, theme, tone="ink2"))
    return card


def places_card(services: Services, theme: Theme, routine: Routine, drawer: TileDrawer) -> Card:
    """All the places that a routine without a knot of its own works on, in as many views as it takes."""
    places = services.library.places
    card = Card(theme, translate("PlacesCard", "Where it works"))
    row = spaced(QHBoxLayout(), theme, 0, 12)
    never = never_pressed(places.values())
    names = ", ".join(place_names(routine, services.library))
    targets = (places[target] for target in routine.targets if target in places)
    for lit in lit_places(services.anatomy, targets, never):
        column = spaced(QVBoxLayout(), theme, 0, 4)
        picture = _picture(theme, drawer)
        picture.setMinimumHeight(theme.px(HIGH_OF_ALL))
        picture.show_places(lit, Side.RIGHT, names)
        column.addWidget(picture, 1)
        column.addWidget(Words(view_word(lit[0].view), theme, "small", "ink2"))
        row.addLayout(column, 1)
    card.body.addLayout(row)
    both = translate("PlacesCard", "The same on either leg; the right one is drawn. Hatched: keep off.")
    for text, tone in ((" · ".join(place_names(routine, services.library)), ""), (both, "ink2")):
        card.body.addWidget(Words(text, theme, tone=tone))
    return card


def _picture(theme: Theme, drawer: TileDrawer, *, span: float = 0.3) -> PlacePicture:
    picture = PlacePicture(theme, span=span)
    picture.drawer = drawer
    picture.setMinimumHeight(theme.px(HIGH))
    return picture
