"""What can be done with a knot, each one write: rate, size, note, move, close, delete, take back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from unknot.domain.body import Spot
from unknot.domain.knots import (
    CheckOccasion,
    KnotCheck,
    KnotKind,
    KnotStory,
    Size,
    is_said_already,
    is_size_of_latest,
)
from unknot.services.journal import Journal
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.check_dialog import CheckDraft
from unknot.ui.body_map.place_words import refusal_to_move
from unknot.ui.body_map.writing import Writing


class KnotActs(QObject):
    """Writes through the journal. `sized` tells of a new size: whose, which, and the one before."""

    sized = Signal(object, object, object)  # UUID, Size | None, Size | None
    move_refused = Signal(object)  # Answer

    def __init__(
        self,
        journal: Journal,
        writing: Writing,
        atlas: MapAtlas,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._journal, self._writing, self._atlas, self._now = journal, writing, atlas, now

    def rate(self, knot_id: UUID, score: int) -> None:
        """A new rating; the same score again within two minutes is the one there was."""
        story = self._open_story(knot_id)
        if story is None:
            return
        if not is_said_already(story, score, self._now()):
            self._writing.do(partial(self._journal.rate_knot, knot_id, score))

    def rate_by(self, knot_id: UUID, step: int) -> None:
        """One point up or down."""
        story = self._open_story(knot_id)
        if story is not None:
            self.rate(knot_id, min(10, max(0, story.latest.tenderness + step)))

    def size(self, knot_id: UUID, size: Size) -> None:
        """A new size, at the tenderness of now; part of the rating that was given moments ago, if any was."""
        story = self._open_story(knot_id)
        if story is None or story.size is size:
            return
        if is_size_of_latest(story, self._now()):
            write: Callable[[], object] = partial(self._journal.edit_check, replace(story.latest, size=size))
        else:
            write = partial(self._journal.rate_knot, knot_id, story.latest.tenderness, size)
        if self._writing.do(write, again=partial(self.size, knot_id, size)):
            self.sized.emit(knot_id, size, story.size)

    def again(self, knot_id: UUID, score: int) -> None:
        """A second rating of the same spot, to learn how much two of them differ."""
        if self._open_story(knot_id) is not None:
            again = CheckOccasion.AGAIN
            self._writing.do(partial(self._journal.rate_knot, knot_id, score, occasion=again))

    def keep(self, knot_id: UUID, draft: CheckDraft) -> None:
        """A rating that was changed, or one of the past that was added."""
        story, check = self._journal.knot(knot_id), draft.check
        again = partial(self.keep, knot_id, draft)
        if story is None:
            return
        if check is None:
            before = next((c.size for c in reversed(story.checks) if c.at <= draft.at and c.size), None)
            write = partial(self._journal.rate_knot, knot_id, draft.tenderness, draft.size, at=draft.at)
            done = self._writing.do(write, again=again)
        else:
            before = check.size
            edited = replace(check, at=draft.at, tenderness=draft.tenderness, size=draft.size)
            done = self._writing.do(partial(self._journal.edit_check, edited), again=again)
        if done:
            self.sized.emit(knot_id, draft.size, before)

    def drop_check(self, knot_id: UUID, check: KnotCheck) -> None:
        """A rating away; undo brings it back."""
        self._writing.do(partial(self._journal.delete_check, knot_id, check.id))

    def kind(self, knot_id: UUID, kind: KnotKind) -> None:
        """Another kind."""
        self._writing.do(partial(self._journal.set_kind, knot_id, kind))

    def note(self, knot_id: UUID, text: str) -> None:
        """Other words in the note."""
        if self._journal.knot(knot_id) is not None:
            self._writing.do(partial(self._journal.note_knot, knot_id, text))

    def close(self, knot_id: UUID) -> None:
        """No longer found."""
        self._writing.do(partial(self._journal.close_knot, knot_id))

    def reopen(self, knot_id: UUID) -> None:
        """Found again."""
        self._writing.do(partial(self._journal.reopen_knot, knot_id))

    def delete(self, knot_id: UUID) -> None:
        """Away with all its ratings; undo brings it back."""
        if self._journal.knot(knot_id) is not None:
            self._writing.do(partial(self._journal.delete_knot, knot_id))

    def move(self, knot_id: UUID, spot: Spot | None) -> None:
        """To another spot, if a mark of its kind may lie there; beside the legs nothing happens."""
        story = self._open_story(knot_id)
        place = self._atlas.hits.place_at(spot.view, spot.u, spot.v) if spot else None
        if story is None or spot is None or place is None:
            return
        if story.knot.place in self._atlas.layers.deeper(spot.view, spot.u, spot.v, place):
            place = story.knot.place  # it stays in the muscle below
        self._put(story, spot, place)

    def to_layer(self, knot_id: UUID, place: str) -> None:
        """To the muscle below or above, at the same spot."""
        story = self._open_story(knot_id)
        if story is not None:
            self._put(story, story.knot.spot, place)

    def _put(self, story: KnotStory, spot: Spot, place: str) -> None:
        refused = refusal_to_move(story.knot, spot, place, self._atlas)
        if refused is None:
            self._writing.do(partial(self._journal.move_knot, story.knot.id, spot, place))
        else:
            self.move_refused.emit(refused)

    def undo(self) -> None:
        """Take the last change back."""
        self._writing.do(self._journal.undo)

    def _open_story(self, knot_id: UUID) -> KnotStory | None:
        story = self._journal.knot(knot_id)
        return story if story is not None and story.knot.is_open else None
