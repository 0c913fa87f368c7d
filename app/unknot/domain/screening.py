"""The safety questions as data: questions, options with their effects, outcome rules and locks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from unknot.domain.body import Side
from unknot.domain.knots import Size

Given = str | Sequence[str]
Answers = Mapping[str, Given]  # question id -> option id, or option ids where several may be chosen

STOPS = ("stop_emergency", "stop_now", "stop_soon")  # the worst first
SAFETY_BLOCKS = frozenset({"safety", "pressure"})
NOT_SCREENED = "not_screened"


class Option(Struct, frozen=True):
    """One answer. `effects` are codes "head:tail"; `say` is shown once it is chosen."""

    id: str
    label: str
    effects: tuple[str, ...] = ()
    say: str = ""


class Question(Struct, frozen=True):
    """One question a page. `kind` is single, multi, map or scale_0_10; `show_if` a condition or empty."""

    id: str
    block: str  # safety pressure pattern habits
    kind: str
    text: str
    help: str
    show_if: str
    options: tuple[Option, ...]

    def option(self, option_id: str) -> Option | None:
        """The option of that id."""
        return next((option for option in self.options if option.id == option_id), None)


class Rule(Struct, frozen=True):
    """When an outcome holds; the rule of the lowest order wins. `terms` are the parts of `if_`."""

    order: int
    outcome: str
    then: str
    terms: tuple[Term, ...]


class Term(Struct, frozen=True):
    """One part of a rule: how many different effects out of `among` there must be.

    A name with a colon is one code, one without is every code of that head.
    """

    among: tuple[str, ...]
    at_least: int = 0
    at_most: int | None = None

    def holds(self, effects: frozenset[str]) -> bool:
        """Whether these effects fulfil it."""
        count = sum(1 for effect in effects if effect in self.among or effect.partition(":")[0] in self.among)
        return count >= self.at_least and (self.at_most is None or count <= self.at_most)


class Outcome(Struct, frozen=True):
    """What is said for an outcome; `text` may hold {reason} or {differences}."""

    title: str
    text: str


class Difference(Struct, frozen=True):
    """Where an answer differs from the pattern, and what changes for that."""

    what: str
    change: str


class Lock(Struct, frozen=True):
    """What an answer locks or limits.

    `parts` of the leg on `sides` may be pressed up to `max_pressure_pain` (0: not at all). A lock with
    `radius_cm` means only that far around a spot the user knows of. `soft`: hands or a soft tool only;
    `time_factor`: the share of the usual time.
    """

    code: str
    parts: tuple[str, ...]
    sides: tuple[Side, ...]
    max_pressure_pain: int
    radius_cm: float
    soft: bool
    time_factor: float
    scope: str  # the sentence that says what it means
    answer: str = ""  # the words of the answer that set it

    @property
    def forbids(self) -> bool:
        """Whether nothing may be pressed where it holds."""
        return self.max_pressure_pain == 0

    def holds(self, part: str, side: Side) -> bool:
        """Whether it covers a part of a leg; a lock around a spot covers none by itself."""
        return part in self.parts and side in self.sides


class FirstGate(Struct, frozen=True):
    """The questions that open pressing, in order; the rest open drills, runs and the plan."""

    ids: tuple[str, ...]
    note: str


class LumpQuestion(Struct, frozen=True):
    """The question that a knot of one of these sizes opens before any pressing."""

    id: str
    sizes: frozenset[Size]


class DailyQuestion(Struct, frozen=True):
    """The question before the first release session of a day, and the one to ask after a yes."""

    text: str
    yes_asks: str


class Words(Struct, frozen=True):
    """Sentences for what no option says: a question left out ({question}), and too few matches."""

    left_out: str
    no_match: str


class Questionnaire(Struct, frozen=True):
    """All of screening.json that the app acts on. Locks name both legs until it is known which."""

    version: int
    intro: str
    questions: dict[str, Question]
    rules: tuple[Rule, ...]
    outcomes: dict[str, Outcome]
    reasons: dict[str, str]
    differences: dict[str, Difference]
    other_patterns: dict[str, str]
    group_meaning: dict[str, str]
    first_gate: FirstGate
    locks: dict[str, Lock]  # effect code -> lock
    lump: LumpQuestion
    daily: DailyQuestion
    recheck_days: int  # after so many days the questions of `recheck_blocks` are asked anew
    recheck_blocks: tuple[str, ...]
    never_unlocks: frozenset[str]  # stop codes that no later answer takes back
    words: Words
    ticked_leg_locks: frozenset[str] = frozenset()  # locks that hold for the leg the user means

    def effects(self, question_id: str, given: Given) -> tuple[str, ...]:
        """Effects of an answer; unknown options have none."""
        question = self.questions.get(question_id)
        if question is None:
            return ()
        options = (question.option(option_id) for option_id in as_options(given))
        return tuple(effect for option in options if option is not None for effect in option.effects)


class Verdict(Struct, frozen=True):
    """What the answers mean. `outcome` is one of the questionnaire's, or "not_screened"."""

    outcome: str
    title: str
    text: str
    reasons: tuple[str, ...] = ()
    says: tuple[str, ...] = ()  # what options say, where there is one
    locks: tuple[Lock, ...] = ()
    differences: tuple[Difference, ...] = ()
    group: str = ""  # A B AB
    notes: tuple[str, ...] = ()
    effects: frozenset[str] = field(default_factory=frozenset)

    @property
    def stops(self) -> bool:
        """Whether somebody has to see the user first."""
        return self.outcome in STOPS


def as_options(given: Given) -> tuple[str, ...]:
    """The option ids of an answer."""
    return (given,) if isinstance(given, str) else tuple(given)
