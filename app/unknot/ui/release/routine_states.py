"""What the history and the rules say about every routine of the library today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.knots import KnotStory
from unknot.domain.noise import own_noise
from unknot.domain.own_ids import is_own
from unknot.domain.release_effect import all_rounds, routine_effect
from unknot.domain.release_rules import missing, target_block
from unknot.domain.routine import Routine
from unknot.domain.routine_past import NEVER, routine_pasts
from unknot.services.bundle import Services
from unknot.services.release_words import block_words
from unknot.ui.release.routine_words import effect_line, main_tool


class CardState(Struct, frozen=True):
    """What a card shows of its routine.

    `story` is the knot it would be for, None without one; `ceiling` today's; `locked` why it may not be
    pressed today, empty when it may; `reason` why it is for today; `last` the day it was last done;
    `effect` what it usually does for this user, empty while too few ratings say.
    """

    story: KnotStory | None
    ceiling: int
    locked: str = ""
    reason: str = ""
    last: date | None = None
    effect: str = ""
    tool: str = ""
    quiet: bool = False  # the grey anatomy
    own: Routine | None = None  # one of the user's own: its words change, too


def card_states(services: Services, locked: str) -> list[tuple[Routine, CardState]]:
    """Every routine in the order of the library; `locked` says why none may be pressed."""
    stretch = services.screening.may("stretch")
    no_stretch = stretch.title if stretch.refuses else ""
    stories = services.journal.knots()
    noise, rounds, pasts = (
        own_noise(stories),
        all_rounds(stories),
        routine_pasts(services.practice.sessions(with_steps=False)),
    )
    found = []
    for routine in services.library.routines.values():
        past = pasts.get(routine.id, NEVER)
        state = _today(services, routine, no_stretch if routine.stretch_only else locked)
        at_home = missing(routine, services.settings.choices.at_hand, services.library.vocabulary.tools)
        state = CardState(
            state.story,
            state.ceiling,
            state.locked,
            state.reason,
            past.last,
            effect_line(routine_effect(rounds, past.sessions), noise),
            main_tool(routine, services.library, at_home),
            services.settings.choices.quiet_anatomy,
            routine if is_own(routine.id) else None,
        )
        found.append((routine, state))
    return _ordered(found, services.settings.choices.starred)


def _today(services: Services, routine: Routine, locked: str) -> CardState:
    release, ceiling = services.release, routine.pressure_ceiling
    alone = release.stands_alone(routine)
    story = None if alone else next(iter(release.candidates(routine)), None)
    if locked:
        return CardState(story, ceiling, locked)
    if story is None and not alone:
        return CardState(None, ceiling, _answer_against(services, routine))
    fit = release.check(routine, story)
    return CardState(story, fit.ceiling, fit.refusal, "" if fit.refusal else fit.reason)


def _answer_against(services: Services, routine: Routine) -> str:
    """Why no leg may be pressed by a routine for which no knot is marked; empty where one may."""
    places, locks = services.library.places, services.screening.locks()
    blocks = [target_block(routine, places, (leg,), locks, spot_is_clear=True) for leg in Side]
    first = blocks[0]
    if first is None or any(block is None for block in blocks):
        return ""
    return block_words(first, places, services.now())


def _ordered(
    found: Iterable[tuple[Routine, CardState]], starred: frozenset[str]
) -> list[tuple[Routine, CardState]]:
    """What is due and the favourites first, the tender before the others, what is locked after it."""

    def rank(one: tuple[Routine, CardState]) -> tuple[bool, bool, bool, bool, int, str]:
        routine, state = one
        due = state.story is not None and not state.locked
        tenderness = 0 if state.story is None else state.story.latest.tenderness
        first = due or routine.id in starred
        known = state.story is not None
        return not first, not due, routine.id not in starred, not known, -tenderness, routine.title

    return sorted(found, key=rank)
