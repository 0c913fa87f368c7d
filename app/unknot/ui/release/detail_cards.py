"""The cards of a routine's page: steps, sureness, tools, cautions, and for whom it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from unknot.content.library import Library
from unknot.domain.routine import Routine
from unknot.domain.steps import Step, StepKind, Wording
from unknot.ui.release.pieces import Card, picture, rule, words
from unknot.ui.release.routine_words import household, sureness, tool_names
from unknot.ui.theme import Theme

translate = QCoreApplication.translate


def how_card(routine: Routine, wording: Wording, theme: Theme) -> Card:
    """The steps for one leg, each with its length and its longer text."""
    card = Card(translate("RoutineDetail", "How it goes"), theme)
    number = 0
    for step in routine.steps:
        if step.kind is StepKind.SWITCH_SIDE:
            continue
        if number:
            card.body.addWidget(rule())
        number += 1
        card.body.addWidget(_step_row(number, step, wording, theme))
    return card


def _step_row(number: int, step: Step, wording: Wording, theme: Theme) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(10))
    count = words(str(number), "number", "ink3")
    count.setFixedWidth(theme.px(26))
    count.setAlignment(Qt.AlignmentFlag.AlignTop)
    row.addWidget(count)
    text = QVBoxLayout()
    text.setSpacing(theme.px(2))
    text.addWidget(words(wording.shown(step.cue), "label"))
    text.addWidget(words(wording.shown(step.text), tone="ink2"))
    row.addLayout(text, 1)
    untimed = translate("RoutineDetail", "untimed")
    length = untimed if step.waits else translate("RoutineDetail", "{seconds} s").format(seconds=step.seconds)
    time = words(length, "small", "ink2")
    time.setWordWrap(False)
    time.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
    row.addWidget(time)
    return holder


def sure_card(routine: Routine, theme: Theme) -> Card:
    """Why it is so, each line with how sure it is."""
    card = Card(translate("RoutineDetail", "Why, and how sure is this?"), theme)
    for place, evidence in enumerate(routine.evidence):
        if place:
            card.body.addWidget(rule())
        word, ground = sureness(evidence)
        chip = QFrame()
        chip.setProperty("panel", ground)
        row = QHBoxLayout(chip)
        row.setContentsMargins(theme.px(10), theme.px(3), theme.px(10), theme.px(3))
        label = words(word, "small")
        label.setWordWrap(False)
        row.addWidget(label)
        card.body.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(words(evidence.note))
    return card


def need_card(routine: Routine, library: Library, theme: Theme) -> Card:
    """Tools, and what does as well at home."""
    card = Card(translate("RoutineDetail", "You need"), theme)
    if not routine.tools:
        card.body.addWidget(words(translate("RoutineDetail", "Nothing but your hands."), tone="ink2"))
    for place, need in enumerate(routine.tools):
        if place:
            card.body.addWidget(rule())
        name = tool_names(need, library)
        title = translate("RoutineDetail", "{tool}, if you like").format(tool=name) if need.optional else name
        card.body.addWidget(words(title, "label"))
        card.body.addWidget(words(household(need), tone="ink2"))
    return card


def care_card(routine: Routine, library: Library, theme: Theme) -> Card:
    """Cautions, then what stops it."""
    card = Card(translate("RoutineDetail", "Take care"), theme, icon="hand-palm-bold", tint="pain")
    vocabulary = library.vocabulary
    for caution in routine.cautions:
        card.body.addWidget(words(vocabulary.cautions[caution].text))
        card.body.addWidget(rule())
    card.body.addWidget(words(translate("RoutineDetail", "Stop when"), "h3"))
    for stop in routine.stop_rules:
        card.body.addWidget(_bullet(vocabulary.stop_rules[stop].text, theme))
    return card


def for_whom_card(theme: Theme) -> Card:
    """A plain statement for whom pressing is, and for whom not."""
    card = Card(translate("RoutineDetail", "For whom this is"), theme)
    card.body.addWidget(
        words(
            translate(
                "RoutineDetail",
                "For adults whose knee hurts only while they run and settles soon after. "
                "It may ease the pull on your knee. Your runs will show.",
            )
        )
    )
    card.body.addWidget(words(translate("RoutineDetail", "Not for you if"), "h3"))
    for text in (
        translate("RoutineDetail", "the pain began with a fall, a blow or a twist in the last six weeks"),
        translate("RoutineDetail", "the knee swells, locks or gives way, or hurts at rest or at night"),
        translate("RoutineDetail", "you take a blood thinner, bleed or bruise easily, or had a clot"),
        translate("RoutineDetail", "the leg is numb, newly swollen, warm or red"),
    ):
        card.body.addWidget(_bullet(text, theme))
    card.body.addWidget(
        words(translate("RoutineDetail", "This is not a diagnosis. In doubt, ask a clinician."), tone="ink2")
    )
    return card


def _bullet(text: str, theme: Theme) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(picture("x-bold", theme, "pain", 14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words(text), 1)
    return holder
