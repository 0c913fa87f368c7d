"""Rules for screening.json: every effect has its text, its lock, and a first gate that misses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from unknot.content.checks.findings import Findings
from unknot.content.checks.shelf import Shelf
from unknot.content.places import LockRow
from unknot.content.screening import QuestionRow
from unknot.domain.screening import STOPS
from unknot.domain.screening_rules import depends_on_question

FILE = "screening.json"
HEADS = frozenset({*STOPS, "nopress", "light", "note", "core", "partly", "other", "fault", "ask", "gate"}) | {
    "group",
    "goto",
}
MOST_GATE = 8
COMPLETE_FOR = frozenset({"stop_emergency", "stop_now", "nopress", "light"})
LUMP_CM = 5.0
LUMP_STOPS = ("lump", "lump_size", "lump_back", "pulse_lump")
LOWER_LEG = "lower_leg"  # a part of the leg


def check_screening(shelf: Shelf, findings: Findings) -> None:
    """Questions, effects, texts, locks, the first gate and the question about a lump."""
    _check_effects(shelf, findings)
    _check_locks(shelf, findings)
    _check_gate(shelf, findings)
    _check_lump(shelf, findings)
    _check_codes(shelf, findings)


def _set_by(shelf: Shelf) -> dict[str, set[str]]:
    """Effect code -> questions that can set it."""
    found: dict[str, set[str]] = {}
    for question in shelf.screening.questions:
        for option in question.options:
            for effect in option.effects:
                found.setdefault(effect, set()).add(question.id)
    return found


def _check_effects(shelf: Shelf, findings: Findings) -> None:
    file = shelf.screening
    questions = {question.id for question in file.questions}
    tables: dict[str, tuple[str, Mapping[str, object]]] = {
        **dict.fromkeys(STOPS, ("reasons", file.reasons)),
        "partly": ("differences", file.differences),
        "other": ("other_patterns", file.other_patterns),
    }
    used: dict[str, set[str]] = {}
    for code in sorted(shelf.effects):
        head, _, tail = code.partition(":")
        if head not in HEADS:
            findings.add(FILE, "questions", f"unknown effect {code!r}")
        if head == "goto" and tail not in questions:
            findings.add(FILE, "questions", f"{code!r} leads nowhere")
        if head in tables:
            name, table = tables[head]
            used.setdefault(name, set()).add(tail)
            if tail not in table:
                findings.add(FILE, f"{name}.{tail}", f"expected a text for {code!r}")
    for name, table in _each_table(tables):
        for key in sorted(set(table) - used.get(name, set())):
            findings.add(FILE, f"{name}.{key}", "no answer leads there")
    groups = {code.partition(":")[2] for code in shelf.effects if code.startswith("group:")}
    if set(file.group_meaning) != groups:
        findings.add(FILE, "group_meaning", f"expected {sorted(groups)}")


def _each_table(
    tables: Mapping[str, tuple[str, Mapping[str, object]]],
) -> list[tuple[str, Mapping[str, object]]]:
    """Each table once."""
    return list({name: (name, table) for name, table in tables.values()}.values())


def _check_locks(shelf: Shelf, findings: Findings) -> None:
    """Answers and locks belong together, and "nopress:all" leaves nothing open."""
    locks = shelf.places.pressure_lock
    for code in sorted(shelf.effects):
        if code.partition(":")[0] in {"nopress", "light"}:
            if code not in shelf.screening.pressure_scope:
                findings.add(FILE, f"pressure_scope.{code}", "expected a sentence")
            if code not in locks:
                findings.add("regions.json", f"pressure_lock.{code}", "expected a lock, an answer sets it")
    for code, lock in locks.items():
        _check_lock(code, lock, shelf, findings)
    below = locks.get("nopress:lower_leg")
    for name in sorted(shelf.pressed) if below is not None else ():
        part = shelf.every_place[name].part
        if below is not None and (part in below.parts) != (part == LOWER_LEG):
            fault = "expected the pressed places of the lower leg and no other"
            findings.add("regions.json", "pressure_lock.nopress:lower_leg.parts", fault)
            break
    everywhere = set(locks["nopress:all"].parts) if "nopress:all" in locks else set()
    for name in sorted(shelf.pressed):
        if shelf.every_place[name].part not in everywhere:
            findings.add("regions.json", "pressure_lock.nopress:all.parts", f"leaves {name} open")


def _check_lock(code: str, lock: LockRow, shelf: Shelf, findings: Findings) -> None:
    key = f"pressure_lock.{code}"
    if code not in shelf.effects:
        findings.add("regions.json", key, "no answer sets it")
    for part in sorted(set(lock.parts) - set(shelf.places.parts)):
        findings.add("regions.json", f"{key}.parts", f"unknown part {part!r}")
    if not lock.parts and not lock.radius_cm:
        findings.add("regions.json", f"{key}.parts", "locks nothing")


def _check_gate(shelf: Shelf, findings: Findings) -> None:
    gate, key = shelf.screening.first_gate, "first_gate.ids"
    questions = {question.id: question for question in shelf.screening.questions}
    ids = [name for name in gate.ids if name in questions]
    if len(gate.ids) > MOST_GATE or len(set(gate.ids)) != len(gate.ids) or len(ids) != len(gate.ids):
        findings.add(FILE, key, f"expected at most {MOST_GATE} questions, each once and known")
    if set(gate.complete_for) != COMPLETE_FOR:
        findings.add(FILE, "first_gate.complete_for", f"expected {sorted(COMPLETE_FOR)}")
    by_code = _set_by(shelf)
    for code, setters in sorted(by_code.items()):
        if code.partition(":")[0] in COMPLETE_FOR and not setters <= set(ids):
            findings.add(
                FILE, key, f"{code!r} can be set by {sorted(setters - set(ids))}, which it leaves out"
            )
    for name in ids:
        _check_gate_question(questions[name], ids, findings)
    shown_for = {depends_on_question(questions[name].show_if or "") for name in ids}
    for name in ids:
        sets = any(code.partition(":")[0] in COMPLETE_FOR and name in by for code, by in by_code.items())
        asked = f"goto:{name}" in by_code or name in shown_for
        if not sets and not asked and name not in gate.added:
            findings.add(FILE, key, f"{name} is not needed there, and no reason is given for it")
    stop_soon = {code: setters for code, setters in by_code.items() if code.startswith("stop_soon:")}
    later = {code.partition(":")[2] for code, setters in stop_soon.items() if not setters & set(ids)}
    for name in sorted(later ^ set(gate.later)):
        findings.add(FILE, f"first_gate.later.{name}", "expected a reason for each stop that is asked later")


def _check_gate_question(question: QuestionRow, ids: list[str], findings: Findings) -> None:
    """What a question of the gate leads to or depends on is asked there too."""
    for option in question.options:
        for effect in option.effects:
            if effect.startswith("goto:") and effect.removeprefix("goto:") not in ids:
                findings.add(FILE, "first_gate.ids", f"{question.id} leads to {effect}, which it leaves out")
    needed = depends_on_question(question.show_if or "")
    if needed and needed not in ids:
        findings.add(FILE, "first_gate.ids", f"{question.id} depends on {needed}, which it leaves out")


def _check_lump(shelf: Shelf, findings: Findings) -> None:
    """Every size of 5 cm and more opens the question, and any answer but none stops."""
    asks = {size.id for size in shelf.vocabulary.sizes.values() if size.asks_lump_question}
    large = {size.id for size in shelf.vocabulary.sizes.values() if size.cm >= LUMP_CM}
    if asks != large:
        findings.add(
            "vocabulary.toml", "sizes", f"sizes of {LUMP_CM:g} cm and more ask about a lump, no other"
        )
    for question in shelf.screening.questions:
        if question.opened_by is None:
            continue
        if set(question.opened_by.sizes) != asks:
            findings.add(FILE, f"questions.{question.id}.opened_by", f"expected {sorted(asks)}")
        reached = {effect.partition(":")[2] for option in question.options for effect in option.effects}
        for name in LUMP_STOPS:
            if name not in reached:
                findings.add(FILE, f"questions.{question.id}", f"no answer leads to {name!r}")
        for option in question.options:
            stops = any(effect.partition(":")[0] in STOPS for effect in option.effects)
            if stops == (option.id == "none"):
                key = f"questions.{question.id}.options.{option.id}"
                findings.add(FILE, key, "any answer but none stops, and none does not")


def _check_codes(shelf: Shelf, findings: Findings) -> None:
    """Screening codes that other words name exist."""
    cautions = (("cautions", row.id, row.screening) for row in shelf.vocabulary.cautions.values())
    reasons = shelf.vocabulary.contraindications.values()
    others = (("contraindications", row.id, row.screening) for row in reasons)
    for key, name, codes in chain(cautions, others):
        for code in codes:
            if code not in shelf.effects:
                findings.add("vocabulary.toml", f"{key}.{name}.screening", f"no answer sets {code!r}")
    for code in shelf.screening.app.never_unlocks:
        if code not in shelf.effects:
            findings.add(FILE, "app.never_unlocks", f"no answer sets {code!r}")
    where = {option.id for q in shelf.screening.questions if q.kind == "map" for option in q.options}
    for place, option_id in shelf.places.knee_place.items():
        if place != "note" and (place not in shelf.every_place or option_id not in where):
            findings.add("regions.json", f"knee_place.{place}", f"unknown place or answer {option_id!r}")
