"""What follows in the same session, on the page of its first item."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.content.library import Library
from unknot.domain.practice import Planned, SessionKind
from unknot.ui.side_words import side_within
from unknot.ui.theme import Theme
from unknot.ui.widgets.note import Note


def then_note(then: tuple[Planned, ...], library: Library, theme: Theme) -> Note:
    """The items by name, each with its leg."""
    words = QCoreApplication.translate(
        "ThenNote", "Then, without coming back to this page: {items}. Lay the tools within reach."
    )
    items = ", ".join(_item(item, library) for item in then)
    return Note(words.format(items=items), theme, icon="play-fill", tint="infoTint")


def _item(item: Planned, library: Library) -> str:
    drills = item.kind is SessionKind.DRILL
    title = library.drills[item.content_id].title if drills else library.routines[item.content_id].title
    legs = ", ".join(side_within(side) for side in item.sides)
    return f"{title} ({legs})" if legs else title
