"""Reads from the services what Today offers next, and puts it into words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.drill import Drill
from unknot.domain.knots import KnotStory
from unknot.domain.practice import Session, SessionEnd, SessionKind
from unknot.domain.practice_minutes import whole_minutes
from unknot.services.bundle import Services
from unknot.ui.place_names import place_name
from unknot.ui.side_words import side_word
from unknot.ui.today.next_up_view import DrillItem, ReleaseItem

MOST = 3
translate = QCoreApplication.translate


def next_up(
    services: Services, sessions: tuple[Session, ...]
) -> tuple[tuple[ReleaseItem, ...], DrillItem | None, str]:
    """What to release now, most needed first; a drill to practise; and why nothing may be pressed, if so."""
    releases: list[ReleaseItem] = []
    for story, fit in services.release.due()[:MOST]:
        if fit.routine is None:
            continue
        seconds = fit.routine.total_seconds_one_side
        minutes = whole_minutes(seconds / 2 if fit.half else seconds)
        side = side_word(story.knot.spot.side)
        detail = translate("NextUp", "{side} leg · {minutes} min").format(side=side, minutes=minutes)
        title = place_name(services.library.places, story.knot.place)
        releases.append(ReleaseItem(story.knot.id, title, detail, fit.reason, _aside(story), minutes))
    return tuple(releases), _drill(services, sessions), "" if releases else _refusal(services)


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


def _drill(services: Services, sessions: tuple[Session, ...]) -> DrillItem | None:
    """The drill that was done the longest ago; those never done come first, in the library's order."""
    permission = services.screening.may("drill")
    if not permission.allowed and not permission.needs_questions:
        return None
    last: dict[str, float] = {}
    for session in sessions:
        if session.kind is SessionKind.DRILL and session.end is not SessionEnd.DISCARDED:
            last.setdefault(session.content_id, session.started_at.timestamp())
    drills = sorted(services.library.drills.values(), key=lambda one: last.get(one.id, 0.0))
    return _item(drills[0]) if drills else None


def _item(drill: Drill) -> DrillItem:
    minutes = whole_minutes(drill.total_seconds)
    detail = translate("NextUp", "Drill · {minutes} min").format(minutes=minutes)
    return DrillItem(drill.id, drill.title, detail, drill.summary, minutes)
