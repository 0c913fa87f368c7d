"""May a session that was cut off go on, and how firmly: what held at its start may hold no more."""

from __future__ import annotations

from unknot.domain.days import day_of
from unknot.domain.knots import CheckOccasion, KnotStory
from unknot.domain.practice import Session, SessionKind
from unknot.domain.release_rules import lock_block, place_block, target_block
from unknot.domain.routine import Routine
from unknot.services.bundle import Services
from unknot.services.release_words import block_words, of_another_day, refusal, unknown_place

_OF_NOW = (CheckOccasion.RATING, CheckOccasion.BEFORE)  # ratings that say how a knot bears pressure now


def why_not(services: Services, session: Session) -> str:
    """Why a session may not go on, empty if it may.

    None does where the answers shut what it is, or hold a drill back. One that presses does not on
    another day: the daily question, the hours between and the rating it began with are of that day. Nor
    where a knot was moved, or an answer was given meanwhile, that forbids its place.
    """
    routine = services.library.routines.get(session.content_id)
    stretches = routine is not None and routine.stretch_only
    drills = session.kind is SessionKind.DRILL
    permission = services.screening.may("drill" if drills else "stretch" if stretches else "press")
    if permission.refuses:
        return permission.reason
    if drills:
        return _held_back(services, session.content_id)
    if routine is None or stretches:
        return ""
    now = services.now()
    if day_of(session.started_at) != day_of(now):
        return of_another_day()
    screening, places = services.screening, services.library.places
    answered = screening.standing.given_at.values()
    unchanged = all(at <= session.started_at for at in answered)  # then its spot was asked about
    for story in _stories(services, session):
        place = places.get(story.knot.place)
        if place is None:
            return unknown_place()
        block = place_block(story, place)
        for leg in session.sides:
            block = block or lock_block(place, leg, screening.locks(), spot_is_clear=unchanged)
        if block is not None:
            return refusal(block, story, place, places, now)
    if routine.measure_only:
        return ""
    locks = screening.locks()
    forbidden = target_block(routine, places, session.sides, locks, spot_is_clear=unchanged)
    return "" if forbidden is None else block_words(forbidden, places, now)


def _held_back(services: Services, drill_id: str) -> str:
    drill = services.library.drills.get(drill_id)
    if drill is None:
        return ""
    return " ".join(services.screening.held_back(drill, services.library.vocabulary.contraindications))


def most(services: Services, session: Session, routine: Routine) -> int | None:
    """The pressure that the ratings since its start allow, before what was too much; None without one."""
    allowed = [
        services.release.ceiling_for(routine, story, check.tenderness, without=session.id)
        for story in _stories(services, session)
        for check in story.checks
        if check.at >= session.started_at and check.occasion in _OF_NOW
    ]
    return min(allowed, default=None)


def _stories(services: Services, session: Session) -> list[KnotStory]:
    found = (services.journal.knot(knot_id) for knot_id in session.knot_ids)
    return [story for story in found if story is not None]
