"""Which drills fit a runner's stride, from what they noticed, answered and measured, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from unknot.content.library import Library
from unknot.domain.body import Side
from unknot.domain.contrast import contrast_of
from unknot.domain.drill import Drill
from unknot.domain.drill_result import Finding, Given, compared, findings, given_in, weaker
from unknot.domain.drill_scores import tries
from unknot.domain.leg_difference import leg_difference
from unknot.domain.metronome import first_tempo
from unknot.domain.practice import SessionEnd
from unknot.domain.stride import (
    NO_BEAT,
    Offer,
    RateAdvice,
    Sign,
    Source,
    Stage,
    StrideFault,
    Wait,
    main_sign,
    measured_faults,
    offers,
    rate_advice,
    signs,
)
from unknot.services.bundle import Services
from unknot.services.practice import Practice
from unknot.services.screening import Screening
from unknot.services.settings import Settings

if TYPE_CHECKING:  # numpy comes with the first drill
    from unknot.content.gait import GaitLibrary

translate = QCoreApplication.translate

SIDE_DIFFERENCE = "side_difference"  # the fault of the selection


class ExtraSet(Struct, frozen=True):
    """One set more for the leg that a check showed behind, by `percent`; `then` is the rule in words.

    `scatters` is over how many tries the difference may be chance; 0 where it is more, or too few tell.
    """

    side: Side
    percent: int
    then: str
    scatters: int = 0


class Stride:
    """Keeps what was noticed, and turns it into drills in their order."""

    def __init__(
        self, library: Library, screening: Screening, settings: Settings, practice: Practice
    ) -> None:
        self._library, self._screening = library, screening
        self._settings, self._practice = settings, practice

    @classmethod
    def of(cls, services: Services) -> Stride:
        """With the services of an open history."""
        return cls(services.library, services.screening, services.settings, services.practice)

    # ------------------------------------------------------------- what is known
    @property
    def seen(self) -> dict[str, int]:
        """Faults noticed in the own stride, each with how often: 1 now and then, 2 on most steps."""
        known = {fault.id for fault in self._library.stride}
        parts = (word.partition(":") for word in self._settings.choices.stride_seen.split())
        return {name: int(often) for name, _, often in parts if name in known and often.isdecimal()}

    def notice(self, seen: Mapping[str, int]) -> None:
        """Keep what was noticed instead of what was before. Raises KnownError if it cannot be written."""
        words = " ".join(f"{name}:{often}" for name, often in seen.items() if often > 0)
        self._settings.choose(stride_seen=words)

    @property
    def seeable(self) -> tuple[StrideFault, ...]:
        """What can be looked for in the own stride, in the order of the selection."""
        return tuple(fault for fault in self._library.stride if not fault.is_measured)

    def measured(self) -> tuple[Finding, ...]:
        """What the latest session of each check has shown."""
        return tuple(finding for drill, given in self._latest() for finding in findings(drill, given))

    def weaker_leg(self) -> Side | None:
        """The leg that begins: the one whose check is behind by more than chance may be; else None."""
        for drill, given in self._latest():
            if SIDE_DIFFERENCE in measured_faults(findings(drill, given)):
                return weaker(given, compared(drill))
        return None

    def extra_set(self, drill: Drill) -> ExtraSet | None:
        """What may be offered with a drill: where the legs differ, one set more for the weaker one.

        The rule of the selection (side_difference: weaker side first, one extra set), for its drills as far
        as they are done leg by leg.
        """
        named = any(f.id == SIDE_DIFFERENCE and drill.id in f.drills for f in self._library.stride)
        if not (named and drill.has_sides):
            return None
        for check, given in self._latest():
            leg = weaker(given, compared(check))
            for finding in findings(check, given):
                if leg is not None and measured_faults([finding]) == {SIDE_DIFFERENCE}:
                    return ExtraSet(leg, finding.value, finding.band.then, self._scatters(check))
        return None

    def _scatters(self, check: Drill) -> int:
        score = next(score for score in check.score if score.id == compared(check))
        found = leg_difference(tries(self._practice.scored(), check.id), score)
        return found.pairs if found.scatter is not None and not found.told else 0

    # ------------------------------------------------------------- what follows
    def signs(self) -> tuple[Sign, ...]:
        """The main fault first, then what was measured."""
        return signs(self._library.stride, self.seen, self._effects(), measured_faults(self.measured()))

    def offers(self, sign: Sign, stage: Stage | None = None) -> tuple[Offer, ...]:
        """The drills for one of them; without a `stage` every phase is open."""
        words = self._library.vocabulary.contraindications
        held = {
            name
            for name in sign.fault.drills
            if name in self._library.drills and self._screening.held_back(self._library.drills[name], words)
        }
        return offers(sign, self._library.drills, stage if stage is not None else Stage(), held)

    def main(self) -> Sign | None:
        """What was seen of the stride, or answered about it; None as long as nothing was."""
        return main_sign(self._library.stride, self.seen, self._effects())

    def tempo(self, drill: Drill) -> float | None:
        """The beat that a drill with the own steps begins with; None leaves it to the drill.

        Who reaches forward takes quicker steps, a toe-runner keeps the own ones (selection, step_rate).
        """
        limits, main = drill.metronome_bpm, self.main()
        if limits is None or not limits.relative_to or main is None:
            return None
        return first_tempo(limits, self._settings.choices.step_rate_spm, main.fault.rate.first)

    def rate(self, sign: Sign) -> RateAdvice:
        """The step rate for it."""
        return rate_advice(sign.fault, self._settings.choices.step_rate_spm, self._effects())

    def quicker_beat(self) -> str:
        """Whether a quicker beat is for this runner, and why; as long as nothing is known, for whom it is."""
        main = self.main()
        if main is not None:
            return f"{reason(main)} {rate_words(self.rate(main))}"
        if NO_BEAT in self._effects():
            return rate_words(RateAdvice(first=0, most=0, beat=False, quicker=False))
        return translate(
            "Stride",
            "If your foot lands far in front: 5 % more at the same speed, later up to 10 %. If you land on "
            "your toes or take short, quick steps already: your own rate.",
        )

    def contrast(self, drill: Drill, gait: GaitLibrary) -> str:
        """The style that shows what a drill of running or walking works against; empty where none does."""
        slope = gait.slope_of(drill.id)
        if slope is None:
            return ""
        main = main_sign(self._library.stride, self.seen, self._effects())
        return contrast_of(
            drill.id,
            slope > 0,
            gait.styles,
            self._library.stride,
            main=main.fault if main is not None else None,
            taught=gait.taught,
            usual=gait.words.example if gait.drill(drill.id).style else "",
        )

    def _latest(self) -> list[tuple[Drill, Given]]:
        """Each check that was played, with what its latest session gave."""
        latest: dict[str, UUID] = {}
        for session in self._practice.sessions(with_steps=False):
            drill = self._library.drills.get(session.content_id)
            if drill is not None and drill.thresholds and session.end is SessionEnd.DONE:
                latest.setdefault(drill.id, session.id)
        whole = ((name, self._practice.session(own_id)) for name, own_id in latest.items())
        return [
            (self._library.drills[name], given_in(session.steps))
            for name, session in whole
            if session is not None
        ]

    def _effects(self) -> frozenset[str]:
        verdict = self._screening.verdict()
        return frozenset() if verdict is None else verdict.effects


def reason(sign: Sign) -> str:
    """Why these drills, in one line."""
    text = {
        Source.SEEN: translate("Stride", "You noticed: {see}."),
        Source.ANSWERED: translate("Stride", "Your answers suggest: {see}."),
        Source.MEASURED: translate("Stride", "Your check showed: {see}."),
    }[sign.source]
    return text.format(see=sign.fault.see[:1].lower() + sign.fault.see[1:])


def waiting(offer: Offer) -> str:
    """What a drill waits for; empty if for nothing."""
    return {
        Wait.NO: "",
        Wait.PHASE: translate("Stride", "Comes in a later phase."),
        Wait.LADDER: translate("Stride", "Opens at level {n} of your run ladder.").format(
            n=offer.drill.min_ladder_level
        ),
        Wait.FOREFOOT: translate("Stride", "Rests while calf or heel cord settle."),
        Wait.WAKE_UP_OVER: translate("Stride", "Two weeks are over. Still silent? See a clinician."),
        Wait.HELD_BACK: translate("Stride", "Not for you now."),
    }[offer.wait]


def rate_words(advice: RateAdvice) -> str:
    """What to do with the steps a minute."""
    if not advice.beat:
        return translate("Stride", "No beat for you: your answers speak of an unusual way of walking.")
    if not advice.quicker:
        if not advice.first:
            return translate("Stride", "Keep your own step rate. No quicker beat.")
        return translate("Stride", "Keep your own {n} steps a minute. No quicker beat.").format(
            n=advice.first
        )
    if not advice.first:
        text = translate(
            "Stride", "Count your steps first: the beat starts from your own rate, at most {n} % above it."
        )
        return text.format(n=advice.percent)
    text = translate("Stride", "Start with {first} steps a minute. Never more than {most}.")
    return text.format(first=advice.first, most=advice.most)
