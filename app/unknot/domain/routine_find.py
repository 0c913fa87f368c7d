"""Finds routines by title, places with both names, tools and steps; and what is never pressed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from unknot.domain.body import Place, Pressure
from unknot.domain.routine import Routine
from unknot.domain.vocabulary import Tool

_WORD = re.compile(r"\w+")
_LEAST = 3  # letters that say enough to name a place by its beginning


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and marks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return tuple(_WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign))))


def routine_words(routine: Routine, places: Mapping[str, Place], tools: Mapping[str, Tool]) -> frozenset[str]:
    """Every word by which a routine can be found."""
    targets = [places[target] for target in routine.targets if target in places]
    needs = [tools[tool].label for need in routine.tools for tool in need.any_of if tool in tools]
    texts = (
        routine.title,
        routine.summary,
        *(f"{place.label} {place.anatomical} {place.id.replace('_', ' ')}" for place in targets),
        *needs,
        *(thing for need in routine.tools for thing in need.household),
        *(f"{step.cue} {step.text}" for step in routine.steps),
    )
    return frozenset(word for text in texts for word in words_of(text))


def holds(words: Iterable[str], typed: str) -> bool:
    """Whether every typed word begins one of the words."""
    found = tuple(words)
    return all(any(word.startswith(part) for word in found) for part in words_of(typed))


def never_pressed_by_name(typed: str, places: Iterable[Place]) -> tuple[Place, ...]:
    """The places whose name begins as typed, that are never pressed and have others to work on instead.

    Spaces do not count: "itb" is the IT band, too. None where more places of that name may be pressed.
    """
    wanted = "".join(words_of(typed))
    if len(wanted) < _LEAST:
        return ()
    named = [
        place
        for place in places
        if any("".join(words_of(name)).startswith(wanted) for name in (place.label, place.anatomical))
    ]
    never = tuple(place for place in named if place.instead and place.pressure is Pressure.NONE)
    return never if len(never) * 2 > len(named) else ()
