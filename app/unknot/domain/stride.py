"""Which drills for which stride: faults with what shows them, one main fault at a time, and the step rate.

The rules are those of the selection ("Faults → drills"): the main fault is the one seen on most steps; a
quicker beat helps whoever reaches forward and feeds the habit of the short-step toe runner.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from unknot.domain.drill import Drill
from unknot.domain.drill_result import DIFFERENCE, Finding

TIES = ("overstride_heel_strike", "toe_strike_heel_up", "waist_hinge")  # which counts first on a tie
MEASURED = {  # what a band of a check shows
    ("glute_felt_0_10", "low"): "glute_silent",
    ("hold_s", "start"): "weak_hamstring",
    ("hold_s", "build"): "weak_hamstring",
    (DIFFERENCE, "uneven"): "side_difference",
}
NO_BEAT = "partly:unusual_gait"  # the answer that keeps the metronome off
RELEASE_PHASE, WAKE_UP_DAYS = 2, 14


class RateRule(Struct, frozen=True):
    """Steps a minute as shares of the own ones: to begin with, and at most."""

    first: float = 1.0
    most: float = 1.0


class StrideFault(Struct, frozen=True):
    """What can be seen of a stride, the drills for it in order, and what the step rate does."""

    id: str
    see: str
    claims: tuple[str, ...]
    screening: tuple[str, ...]
    cues: tuple[str, ...]
    drills: tuple[str, ...]
    rate: RateRule
    note: str
    style: str = ""  # of the picture
    wake_up: bool = False

    @property
    def is_measured(self) -> bool:
        """Whether only a check shows it."""
        return self.id in {"weak_hamstring", "side_difference"}


class Source(StrEnum):
    """How a fault is known."""

    SEEN = "seen"
    MEASURED = "measured"
    ANSWERED = "answered"


class Sign(Struct, frozen=True):
    """A fault and how it is known."""

    fault: StrideFault
    source: Source


class Wait(StrEnum):
    """Why a drill has to wait."""

    NO = "no"
    PHASE = "phase"  # its file does not list the phase of now
    LADDER = "ladder"  # opens at a level of the ladder
    FOREFOOT = "forefoot"  # the plan has taken out work on the forefoot
    WAKE_UP_OVER = "wake_up_over"  # two weeks of waking the glute are over
    HELD_BACK = "held_back"  # an answer speaks against it


class Stage(Struct, frozen=True):
    """Where the runner is in the plan; None for a phase that nobody knows."""

    phase: int | None = None
    ladder_level: int = 0
    forefoot_off: bool = False
    wake_up_days: int | None = None  # since waking the glute began


class Offer(Struct, frozen=True):
    """A drill for a fault, whether now or later."""

    drill: Drill
    sign: Sign
    wait: Wait = Wait.NO


class RateAdvice(Struct, frozen=True):
    """Steps a minute to begin with and at most, 0 where the own ones are not counted; `beat` may sound."""

    first: int
    most: int
    beat: bool
    quicker: bool  # whether the rule asks for more steps at all
    percent: int = 0  # how far above the own ones at most


def measured_faults(found: Iterable[Finding]) -> frozenset[str]:
    """The faults that the bands of checks show."""
    bands = ((finding.measure, finding.band.band) for finding in found)
    return frozenset(MEASURED[band] for band in bands if band in MEASURED)


def main_sign(
    faults: Iterable[StrideFault], seen: Mapping[str, int], effects: Collection[str]
) -> Sign | None:
    """The one fault to work on: seen on most steps (`seen` weighs them), else what the answers suggest."""
    order = {fault.id: place for place, fault in enumerate(faults)}
    known = {fault.id: fault for fault in faults}

    def rank(name: str) -> tuple[int, int]:
        return (TIES.index(name) if name in TIES else len(TIES), order[name])

    noticed = [name for name, weight in seen.items() if weight > 0 and name in known]
    if noticed:
        first = min(noticed, key=lambda name: (-seen[name], *rank(name)))
        return Sign(known[first], Source.SEEN)
    answered = [name for name, fault in known.items() if set(fault.screening) & set(effects)]
    if answered:
        return Sign(known[min(answered, key=rank)], Source.ANSWERED)
    return None


def signs(
    faults: Iterable[StrideFault],
    seen: Mapping[str, int],
    effects: Collection[str],
    measured: Collection[str],
) -> tuple[Sign, ...]:
    """The main fault first, then what checks have shown."""
    rules = tuple(faults)
    main = main_sign(rules, seen, effects)
    found = [Sign(fault, Source.MEASURED) for fault in rules if fault.id in measured]
    if main is None:
        return tuple(found)
    return (main, *(sign for sign in found if sign.fault.id != main.fault.id))


def offers(
    sign: Sign, drills: Mapping[str, Drill], stage: Stage, held_back: Collection[str] = ()
) -> tuple[Offer, ...]:
    """The drills for a fault in the order of the selection, each with what it waits for."""
    known = (drills[name] for name in sign.fault.drills if name in drills)
    return tuple(Offer(drill, sign, _wait(drill, sign, stage, held_back)) for drill in known)


def _wait(drill: Drill, sign: Sign, stage: Stage, held_back: Collection[str]) -> Wait:
    wakes = stage.phase == RELEASE_PHASE and sign.fault.wake_up
    if drill.id in held_back:
        return Wait.HELD_BACK
    if wakes and stage.wake_up_days is not None and stage.wake_up_days >= WAKE_UP_DAYS:
        return Wait.WAKE_UP_OVER
    if stage.phase is not None and stage.phase not in drill.phases:
        return Wait.PHASE
    if stage.phase == RELEASE_PHASE and not sign.fault.wake_up and drill.kind != "check":
        return Wait.PHASE  # no strength in Release, only the wake-up set
    if drill.min_ladder_level > stage.ladder_level:
        return Wait.LADDER
    if drill.forefoot and stage.forefoot_off:
        return Wait.FOREFOOT
    return Wait.NO


def rate_advice(fault: StrideFault, own: int, effects: Collection[str] = ()) -> RateAdvice:
    """What the step rate should be for a fault; `own` is 0 while it is not counted."""
    rule = fault.rate
    return RateAdvice(
        first=round(own * rule.first),
        most=int(own * rule.most + 1e-9),  # never over
        beat=NO_BEAT not in effects,
        quicker=rule.most > 1.0,
        percent=round((rule.most - 1.0) * 100),
    )
