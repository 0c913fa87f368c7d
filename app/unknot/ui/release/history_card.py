"""What a routine has done for this user so far, and today's ceiling with the rule that makes it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.knots import KnotStory
from unknot.domain.noise import own_noise
from unknot.domain.release_effect import LEAST, all_rounds, routine_effect
from unknot.domain.release_rules import ceiling, light_lock
from unknot.domain.routine import Routine
from unknot.domain.routine_past import NEVER, RoutinePast, routine_pasts
from unknot.services.bundle import Services
from unknot.ui.body_map.effect_words import effect_sentence
from unknot.ui.day_words import month_day
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.rows_card import rows_card
from unknot.ui.widgets.words import Words

translate = QCoreApplication.translate


def history_card(
    services: Services, theme: Theme, routine: Routine, story: KnotStory | None, most: int
) -> Card:
    """`most` is the pressure that is allowed today."""
    past = routine_pasts(services.practice.sessions(with_steps=False)).get(routine.id, NEVER)
    rows = [[Words(_times(past), theme, "label"), Words(_effect(services, past), theme, tone="ink2")]]
    if routine.pressure_ceiling:
        rows.append([Words(_too_much(past), theme)])
        title = translate("HistoryCard", "Ceiling today: {most} of 10").format(most=most)
        rule = ceiling_rule(services, routine, story, most)
        rows.append([Words(title, theme, "label"), Words(rule, theme, tone="ink2")])
    return rows_card(translate("HistoryCard", "For you so far"), rows, theme)


def ceiling_rule(services: Services, routine: Routine, story: KnotStory | None, most: int) -> str:
    """What the ceiling is made of: the lowest counts, less what "too much" took."""
    rules = services.library.selection
    parts = [translate("HistoryCard", "This routine never goes over {n}.").format(n=routine.pressure_ceiling)]
    place = None if story is None else services.library.places.get(story.knot.place)
    without = most
    if story is not None and place is not None:
        score = story.latest.tenderness
        tender = translate("HistoryCard", "At {score} of 10 sore: up to {n}.")
        parts.insert(0, tender.format(score=score, n=rules.band(score).ceiling))
        parts.append(translate("HistoryCard", "This place: up to {n}.").format(n=place.max_pressure_pain))
        light = light_lock(place, story.knot.spot.side, services.screening.locks())
        if light is not None:
            words = translate("HistoryCard", "Your answers: up to {n}.")
            parts.append(words.format(n=light.max_pressure_pain))
        without = ceiling(rules, routine, place, score, light=light)
    parts.append(translate("HistoryCard", "The lowest counts."))
    by = rules.too_much.lower_by
    if most < without:
        less = translate("HistoryCard", "Now {n} less, after “too much” the last time.")
        parts.append(less.format(n=without - most))
    else:
        words = translate("HistoryCard", "“Too much” takes {n} off, for the next time on this place, too.")
        parts.append(words.format(n=by))
    return " ".join(parts)


def _times(past: RoutinePast) -> str:
    if past.last is None:
        return translate("HistoryCard", "Not done yet")
    words = translate("HistoryCard", "Done {count} times, last on {day}")
    if past.times == 1:
        words = translate("HistoryCard", "Done once, on {day}")
    return words.format(count=past.times, day=month_day(past.last))


def _effect(services: Services, past: RoutinePast) -> str:
    stories = services.journal.knots()
    effect = routine_effect(all_rounds(stories), past.sessions)
    words = translate("HistoryCard", "Its usual effect is told from {count} rated sessions on.")
    return effect_sentence(effect, own_noise(stories)) or words.format(count=LEAST)


def _too_much(past: RoutinePast) -> str:
    if past.lowered_on is None:
        return translate("HistoryCard", "Never too much so far.")
    words = translate("HistoryCard", "Too much {count} times, last on {day}.")
    if past.lowered == 1:
        words = translate("HistoryCard", "Too much once, on {day}.")
    return words.format(count=past.lowered, day=month_day(past.lowered_on))
