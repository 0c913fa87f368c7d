"""Rules for what is read and heard: cues, speech, placeholders, pressure figures, words never used.

Numbers: speech lasts 0.38 s a word and 0.4 s (SCHEMA.md, Speech).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from unknot.content.checks.findings import Findings
from unknot.content.checks.shelf import Item, Shelf
from unknot.domain.drill import Drill
from unknot.domain.own_rules import same_cue
from unknot.domain.routine import Routine
from unknot.domain.steps import Step, StepKind

SECONDS_A_WORD, SECONDS_MORE = 0.38, 0.4
MOST_SPOKEN, MOST_CUE_WORDS, MOST_CUE_CHARACTERS = 12, 7, 38
_NUMBERS = (
    *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty"),
)
_OUT_OF_TEN = re.compile(r"/\s*10\b|\b(?:out )?of (?:ten|10)\b", re.IGNORECASE)
_LIMIT = re.compile(
    rf"\b(?:\d+|{'|'.join(_NUMBERS)})\s+(?:at most|or less|or under|is the limit|is the most)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b(?:{'|'.join(_NUMBERS[2:])})\b(?! times\b)", re.IGNORECASE)
_EYES = re.compile(r"\b(see|look at|screen|picture|watch)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"[A-Za-z .,?!':-]+")
_CUE = re.compile(r"[A-Z][A-Za-z .,?!':-]*")
_PLACEHOLDER = re.compile(r"\{(?:side|other_side|ceiling)\}")
_ANY_FIGURE = frozenset({"summary", "progression", "regression", "fault"})  # may speak of a limit in words


def texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a table with its key, except the lists of words that are never used."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in {"never_words", "banned_words"}:
                yield from texts(part, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from texts(part, f"{key}[{index}]")
    elif isinstance(value, str):
        yield key, value


def check_never_words(shelf: Shelf, findings: Findings) -> None:
    """No text holds a word of never_words; withdrawn papers may."""
    never = re.compile(rf"\b({'|'.join(shelf.vocabulary.never_words)})\b", re.IGNORECASE)
    withdrawn = {paper.statement for paper in shelf.papers if paper.status == "withdrawn"}
    for file, table in shelf.tables.items():
        for key, text in texts(table):
            only_quoted = file.startswith("evidence") and not key.endswith(".statement")
            hit = never.search(text)
            if hit and not only_quoted and text not in withdrawn:
                findings.add(file, key, f"expected no word of never_words, got {hit[0]!r}")


def check_words(item: Item, findings: Findings) -> None:
    """Cues, speech, placeholders and figures of one file."""
    for step in item.practice.steps:
        _check_cue(item.name, step, findings)
        _check_speech_of_step(item.name, step, findings)
    _check_neighbours(item, findings)
    if isinstance(item.practice, Drill):
        for cue in item.practice.cues:
            speech_ends(item.name, f"cues.{cue.when}", cue.say, findings, sided=False)
        for fault in item.practice.faults:
            speech_ends(item.name, f"faults.{fault.id}", fault.say, findings, sided=False)
    _check_figures(item, findings)
    _check_placeholders(item, findings)


def is_sided(step: Step) -> bool:
    """Whether it may hold {side} and {other_side}."""
    return step.per_side or step.kind is StepKind.SWITCH_SIDE


def speech_ends(file: str, key: str, text: str, findings: Findings, *, sided: bool) -> float:
    """Check a spoken text and return how long it takes in seconds."""
    plain = text.replace("{side}", "left").replace("{other_side}", "right").replace("{ceiling}", "five")
    words = len(plain.split())
    if words > MOST_SPOKEN:
        findings.add(file, key, f"expected at most {MOST_SPOKEN} spoken words, got {words}: {text!r}")
    if not _SPOKEN.fullmatch(plain):
        findings.add(file, key, f"expected speech without digits or signs, got {text!r}")
    if _EYES.search(plain):
        findings.add(file, key, f"expected speech that needs no eyes, got {text!r}")
    if "side}" in text and not sided:
        findings.add(file, key, f"side words only in a side block or switch_side, got {text!r}")
    return SECONDS_A_WORD * words + SECONDS_MORE


def _check_speech_of_step(file: str, step: Step, findings: Findings) -> None:
    key, sided = f"steps.{step.id}", is_sided(step)
    ends = speech_ends(file, f"{key}.say", step.say, findings, sided=sided)
    for prompt in sorted(step.prompts, key=lambda prompt: prompt.at):
        if not prompt.at >= ends:  # also what is no number
            findings.add(file, f"{key}.prompts", f"the one at {prompt.at} s overlaps the speech before it")
        ends = prompt.at + speech_ends(file, f"{key}.prompts", prompt.say, findings, sided=sided)
    if ends > step.seconds + 1e-9:
        findings.add(file, key, f"speech ends at {ends:.1f} s, the step at {step.seconds} s")
    if step.kind is StepKind.SWITCH_SIDE and "{side}" in step.say + step.cue:
        findings.add(file, key, "switch_side speaks of the next leg: expected {other_side}, got {side}")


def _check_cue(file: str, step: Step, findings: Findings) -> None:
    """Read three metres away: seven words, 38 characters, no figures."""
    key, text = f"steps.{step.id}.cue", step.cue
    plain = text.replace("{side}", "right").replace("{other_side}", "right")
    if not plain.strip():
        findings.add(file, key, "expected a cue")
        return
    words = len(plain.split())
    if words > MOST_CUE_WORDS or len(plain) > MOST_CUE_CHARACTERS:
        fault = f"expected at most {MOST_CUE_WORDS} words and {MOST_CUE_CHARACTERS} characters, got {text!r}"
        findings.add(file, key, fault)
    if text != " ".join(text.split()) or not _CUE.fullmatch(plain):
        findings.add(file, key, f"expected plain words without digits, signs or braces, got {text!r}")
    if _COUNTED.search(plain) or _OUT_OF_TEN.search(plain):
        findings.add(file, key, f"a number in a cue only counts repetitions, got {text!r}")
    if "{" in text and not is_sided(step):
        findings.add(file, key, f"side words only in a side block or switch_side, got {text!r}")


def _check_neighbours(item: Item, findings: Findings) -> None:
    for before, step in pairwise(item.practice.steps):
        if same_cue(before, step):
            fault = f"the step before has the same cue and does something else: {step.cue!r}"
            findings.add(item.name, f"steps.{step.id}.cue", fault)


def _loose_texts(practice: Routine | Drill) -> Iterator[tuple[str, str]]:
    yield "summary", practice.summary
    yield "progression", practice.progression
    yield "regression", practice.regression
    for line in practice.setup:
        yield "setup", line.text
    for step in practice.steps:
        if step.kind is not StepKind.CHECK:
            for text in spoken_and_shown(step):
                yield f"steps.{step.id}", text
    if isinstance(practice, Drill):
        for fault in practice.faults:
            yield from (("fault", fault.do), ("fault", fault.say))
        for cue in practice.cues:
            yield "cues", cue.say


def spoken_and_shown(step: Step) -> Sequence[str]:
    """The texts of a step, without its cue."""
    return (step.text, step.say, *(prompt.say for prompt in step.prompts))


def _check_figures(item: Item, findings: Findings) -> None:
    for key, text in _loose_texts(item.practice):
        if _OUT_OF_TEN.search(text) or (key not in _ANY_FIGURE and _LIMIT.search(text)):
            findings.add(item.name, key, f"a pressure figure is baked in: expected {{ceiling}}, got {text!r}")


def _check_placeholders(item: Item, findings: Findings) -> None:
    for step in item.practice.steps:
        if "side}" in step.text and not is_sided(step):
            fault = f"side words only in a side block or switch_side, got {step.text!r}"
            findings.add(item.name, f"steps.{step.id}.text", fault)
    presses = isinstance(item.practice, Routine) and item.practice.pressure_ceiling > 0
    for key, text in texts(item.table):
        rest = _PLACEHOLDER.sub("", text)
        if "{" in rest or "}" in rest:
            findings.add(item.name, key, f"unknown placeholder in {text!r}")
        if "{ceiling}" in text and (not presses or key.startswith("evidence") or key.endswith(".cue")):
            findings.add(item.name, key, f"{{ceiling}} where nothing is pressed: {text!r}")
