"""From a tap to a stored mark: the answer of the map, the lesson once, the score, the write."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from unknot.domain.body import Side, Spot
from unknot.domain.knots import Knot, KnotKind, Size
from unknot.domain.near import FINGER_PX, near
from unknot.domain.side_habit import surprises, usual_side
from unknot.services.journal import Journal
from unknot.services.settings import Settings
from unknot.ui.body_map.add_dialog import AddDialog
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.pictures import Pictures
from unknot.ui.body_map.place_chooser import PlaceChooser
from unknot.ui.body_map.place_words import Answer, answer_to
from unknot.ui.body_map.press_lesson import PressLesson
from unknot.ui.body_map.rate_popover import RatePopover
from unknot.ui.body_map.stage import BodyStage
from unknot.ui.body_map.writing import Writing
from unknot.ui.theme import Theme


class Marking(QObject):
    """Nothing is stored, counted or drawn as a knot before its first score is given; Esc cancels."""

    added = Signal(object)  # UUID
    place_wanted = Signal(str, object)  # place id, Side

    def __init__(
        self,
        atlas: MapAtlas,
        journal: Journal,
        settings: Settings,
        writing: Writing,
        stage: BodyStage,
        pictures: Pictures,
        theme: Theme,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._atlas, self._journal, self._settings = atlas, journal, settings
        self._writing, self._stage, self._theme, self._page = writing, stage, theme, page
        self._waiting: Answer | None = None
        self._sure: set[Side] = set()  # asked about in this sitting, and meant
        self._asked: Spot | None = None  # where several places may be meant
        self.is_storing = False  # what shows the journal waits for the new mark to be painted
        self.popover = RatePopover(atlas, theme, page)
        self.popover.rated.connect(self._rated)
        self.popover.cancelled.connect(self.cancel)
        self.popover.place_wanted.connect(self._place_wanted)
        self.popover.kind_changed.connect(self._kind_changed)
        self.popover.side_confirmed.connect(self._side_confirmed)
        self.popover.side_corrected.connect(self._side_corrected)
        self.popover.layer_wanted.connect(self._layer_wanted)
        self.popover.lesson_wanted.connect(self.teach)
        self.chooser = PlaceChooser(atlas, pictures, theme, page)
        self.chooser.picked.connect(self._place_picked)
        self.chooser.cancelled.connect(self.cancel)

    @property
    def is_open(self) -> bool:
        """Whether a mark waits for its score, or for which place it is on."""
        return self._waiting is not None or self._asked is not None

    def begin(self, spot: Spot, place: str | None = None) -> None:
        """Answer a tap; ask first where a fingertip touches several places. `place`: chosen by name."""
        self._end_asking()
        found = (place,) if place is not None else self._touched(spot)
        if len(found) == 1:
            self.show_answer(answer_to(spot, found[0], self._atlas))
        elif found:
            self._waiting, self._asked = None, spot
            self.popover.close_quietly()
            self._stage.show_pending(spot)
            self.chooser.ask(spot, found, self._point_on_page(spot), self._room())

    def begin_by_name(self, side: Side, *, knee_only: bool) -> AddDialog:
        """Mark without the picture; `knee_only` is for where it stabs."""
        usual = usual_side(self._journal.knots())
        dialog = AddDialog(self._atlas, self._theme, side, self._page, knee_only=knee_only, usual=usual)
        dialog.added.connect(self.store)
        dialog.open()
        if not knee_only and not self._settings.choices.press_taught:
            self.teach()
        return dialog

    def show_answer(self, answer: Answer) -> None:
        """Ask for the score, after the lesson if it was never given; or only warn."""
        self._waiting = answer
        if answer.kind is None:
            self._stage.show_pending(None)
        else:
            self._stage.show_pending(answer.spot, answer.kind)
        pressed = answer.kind is not None and self._atlas.may_press(answer.kind, answer.place, answer.spot.v)
        if pressed and not self._settings.choices.press_taught:
            self.popover.close_quietly()
            self.teach()
        else:
            self._ask()

    def rate(self, score: int) -> None:
        """Give the score by key; while the place is asked for, the number of a place."""
        if self._asked is not None:
            self.chooser.pick(score)
        elif self.popover.can_rate:
            self._rated(score)

    def next_size(self) -> None:
        """Choose the next size by key."""
        if self.popover.can_rate and self.popover.kind_chosen is KnotKind.KNOT:
            self.popover.ladder.pick_next()

    def cancel(self) -> None:
        """Take the "?" away; nothing was stored."""
        self.drop()
        self._stage.setFocus()

    def drop(self) -> None:
        """The same without moving the focus, for when something else is shown."""
        if self.is_open:
            self._waiting = None
            self._end_asking()
            self.popover.close_quietly()
            self._stage.show_pending(None)

    def teach(self) -> PressLesson:
        """Show the standard press."""
        lesson = PressLesson(self._theme, self._page)
        lesson.accepted.connect(self._taught)
        lesson.finished.connect(self._lesson_closed)
        lesson.open()
        return lesson

    def store(self, answer: Answer, score: int, size: Size | None) -> UUID | None:
        """Write the mark; None if it could not be written."""
        kind = answer.kind or KnotKind.PAIN
        kept = size if kind is KnotKind.KNOT else None
        write = partial(self._journal.add_knot, answer.spot, answer.place, score, kept, kind=kind)
        self.is_storing = True
        knot = self._writing.do(write, again=partial(self.store, answer, score, size))
        self.is_storing = False
        if not isinstance(knot, Knot):
            return None
        self._waiting = None
        story = self._journal.knot(knot.id)
        if story is not None:
            self._stage.show_new(story)
        (self._stage.item(knot.id) or self._stage).setFocus()  # not to what lies beside the card: the Undo
        self.popover.close_quietly()
        self._stage.show_pending(None)
        self.added.emit(knot.id)
        return knot.id

    def _touched(self, spot: Spot) -> tuple[str, ...]:
        """The places a fingertip touches there, at the zoom that is shown."""
        leg = self._stage.frame.leg(spot.side)
        if leg is None:
            return ()
        reach = (FINGER_PX / leg.picture.width(), FINGER_PX / leg.picture.height())
        found = near(self._atlas.hits, self._atlas.places, spot.view, spot.u, spot.v, reach)
        return tuple(one.place for one in found)

    def _ask(self) -> None:
        if self._waiting is not None:
            side = self._waiting.spot.side
            unusual = side not in self._sure and surprises(side, self._journal.knots()) is not None
            at = self._point_on_page(self._waiting.spot)
            self.popover.ask(self._waiting, at, self._room(), unusual=unusual)

    def _point_on_page(self, spot: Spot) -> QPoint:
        point = self._stage.frame.point(spot)
        local = point.toPoint() if point else QPoint(self._stage.width() // 2, self._stage.height() // 2)
        return self._stage.mapTo(self._page, local)

    def _room(self) -> QRect:
        edge = self._theme.px(12)
        return QRect(self._page.rect()).adjusted(edge, edge, -edge, -edge)

    def _end_asking(self) -> None:
        self._asked = None
        self.chooser.close_quietly()

    def _place_picked(self, place: str) -> None:
        spot = self._asked
        self._end_asking()
        if spot is not None:
            self.show_answer(answer_to(spot, place, self._atlas))

    def _layer_wanted(self, place: str) -> None:
        if self._waiting is not None:
            self.show_answer(answer_to(self._waiting.spot, place, self._atlas))

    def _rated(self, score: int) -> None:
        answer, kind = self._waiting, self.popover.kind_chosen
        if answer is not None and kind is not None:
            self.store(replace(answer, kind=kind), score, self.popover.size_chosen)

    def _kind_changed(self, kind: KnotKind) -> None:
        if self._waiting is not None:
            self._stage.show_pending(self._waiting.spot, kind)

    def _side_confirmed(self, side: Side) -> None:
        self._sure.add(side)

    def _side_corrected(self, side: Side) -> None:
        """It was the other leg: the same place there."""
        if self._waiting is not None:
            spot = replace(self._waiting.spot, side=side)
            self.show_answer(answer_to(spot, self._waiting.place, self._atlas))

    def _place_wanted(self, place: str) -> None:
        side = self._waiting.spot.side if self._waiting else None
        self.cancel()
        if side is not None:
            self.place_wanted.emit(place, side)

    def _taught(self) -> None:
        self._writing.do(partial(self._settings.choose, press_taught=True))

    def _lesson_closed(self) -> None:
        if self._waiting is not None and not self.popover.isVisible():
            self._ask()
