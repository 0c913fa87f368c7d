"""Reads from the services what Today offers next, and puts it into words."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from unknot.domain.drill import Drill
from unknot.domain.knots import KnotStory
from unknot.domain.practice import Planned, Session, SessionEnd, SessionKind, knot_item
from unknot.domain.practice_minutes import whole_minutes
from unknot.domain.routine import Routine
from unknot.services.bundle import Services
from unknot.services.release import Fit
from unknot.ui.place_names import place_name
from unknot.ui.side_words import side_word
from unknot.ui.today.next_up_view import Item

MOST = 3
translate = QCoreApplication.translate


class NextUp(Struct, frozen=True):
    """What Today offers; `refusal` says why nothing may be pressed, if so."""

    occasions: tuple[Item, ...]
    releases: tuple[Item, ...]
    drill: Item | None
    refusal: str


def next_up(services: Services, sessions: tuple[Session, ...]) -> NextUp:
    """What has its day, then what to release by need, as much as Today shows; and a drill to practise.

    What a routine for both legs presses is not offered knot by knot besides.
    """
    due = services.release.occasions_due()
    occasions = tuple(_occasion(fit, fit.routine) for fit in due if fit.routine is not None)
    covered = {story.knot.id for fit in due for story in fit.stories if fit.ceiling}
    releases: list[Item] = []
    for story, fit in services.release.due():
        if fit.routine is None or story.knot.id in covered or len(occasions) + len(releases) >= MOST:
            continue
        minutes = whole_minutes(fit.seconds)
        side = side_word(story.knot.spot.side)
        detail = translate("NextUp", "{side} leg · {minutes} min").format(side=side, minutes=minutes)
        title = place_name(services.library.places, story.knot.place)
        planned = knot_item(story, fit.routine)
        releases.append(Item(planned, title, detail, fit.reason, minutes, _aside(story)))
    refusal = "" if releases or occasions else _refusal(services)
    return NextUp(occasions, tuple(releases), _drill(services, sessions), refusal)


def _occasion(fit: Fit, routine: Routine) -> Item:
    whole = len(fit.sides) > 1
    minutes = whole_minutes(fit.seconds)
    words = (
        translate("NextUp", "Both legs · {minutes} min") if whole else translate("NextUp", "{minutes} min")
    )
    planned = Planned(routine.id, fit.sides)
    return Item(planned, routine.title, words.format(minutes=minutes), fit.reason, minutes)


def _refusal(services: Services) -> str:
    """Why the most tender knot may not be pressed now; empty where no knot is open."""
    for story in services.journal.knots(closed=False):
        if story.knot.kind.is_pressed:
            return services.release.fit(story).refusal
    return ""


def _aside(story: KnotStory) -> str:
    now, first = story.latest.tenderness, story.first.tenderness
    if len(story.checks) < 2:
        return translate("NextUp", "Tender {now}").format(now=now)
    return translate("NextUp", "Tender {now}, was {first}").format(now=now, first=first)


def _drill(services: Services, sessions: tuple[Session, ...]) -> Item | None:
    """The drill that was done the longest ago; those never done come first, in the library's order."""
    permission = services.screening.may("drill")
    if not permission.allowed and not permission.needs_questions:
        return None
    last: dict[str, float] = {}
    for session in sessions:
        if session.kind is SessionKind.DRILL and session.end is not SessionEnd.DISCARDED:
            last.setdefault(session.content_id, session.started_at.timestamp())
    drills = services.library.drills
    longest_ago = min(drills, key=lambda name: last.get(name, 0.0), default=None)
    return None if longest_ago is None else _item(drills[longest_ago])


def _item(drill: Drill) -> Item:
    minutes = whole_minutes(drill.total_seconds)
    detail = translate("NextUp", "Drill · {minutes} min").format(minutes=minutes)
    planned = Planned(drill.id, kind=SessionKind.DRILL)
    return Item(planned, drill.title, detail, drill.summary, minutes)
