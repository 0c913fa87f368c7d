"""The cards of a routine's page: steps, tools, cautions, and for whom it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.content.library import Library
from unknot.domain.routine import Routine
from unknot.domain.steps import Step, StepKind, Wording
from unknot.ui.release.pieces import point
from unknot.ui.release.routine_words import household, tool_names
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

translate = QCoreApplication.translate


def how_card(routine: Routine, wording: Wording, theme: Theme) -> Card:
    """The steps for one leg, each with its length and its longer text."""
    card = Card(theme, translate("RoutineDetail", "How it goes"))
    number = 0
    for step in routine.steps:
        if step.kind is StepKind.SWITCH_SIDE:
            continue
        if number:
            card.body.addWidget(Line())
        number += 1
        card.body.addWidget(_step_row(number, step, wording, theme))
    return card


def _step_row(number: int, step: Step, wording: Wording, theme: Theme) -> QWidget:
    holder = QWidget()
    row = spaced(QHBoxLayout(holder), theme, 0, 10)
    count = QLabel(str(number))
    count.setProperty("type", "number")
    count.setProperty("tone", "ink3")
    count.setFixedWidth(theme.px(26))
    row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
    text = spaced(QVBoxLayout(), theme, 0, 2)
    text.addWidget(Words(wording.shown(step.cue), theme, "label"))
    text.addWidget(Words(wording.shown(step.text), theme, tone="ink2"))
    row.addLayout(text, 1)
    untimed = translate("RoutineDetail", "untimed")
    length = untimed if step.waits else translate("RoutineDetail", "{seconds} s").format(seconds=step.seconds)
    time = QLabel(length)
    time.setProperty("type", "small")
    time.setProperty("tone", "ink2")
    row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
    return holder


def need_card(routine: Routine, library: Library, theme: Theme) -> Card:
    """Tools, and what does as well at home."""
    card = Card(theme, translate("RoutineDetail", "You need"))
    if not routine.tools:
        card.body.addWidget(Words(translate("RoutineDetail", "Nothing but your hands."), theme, tone="ink2"))
    for place, need in enumerate(routine.tools):
        if place:
            card.body.addWidget(Line())
        name = tool_names(need, library)
        title = translate("RoutineDetail", "{tool}, if you like").format(tool=name) if need.optional else name
        card.body.addWidget(Words(title, theme, "label"))
        card.body.addWidget(Words(household(need), theme, tone="ink2"))
    return card


def care_card(routine: Routine, library: Library, theme: Theme) -> Card:
    """Cautions, then what stops it."""
    card = Card(theme, translate("RoutineDetail", "Take care"))
    card.head.insertWidget(0, IconLabel("hand-palm-bold", theme, "pain"))
    vocabulary = library.vocabulary
    for caution in routine.cautions:
        card.body.addWidget(Words(vocabulary.cautions[caution].text, theme))
        card.body.addWidget(Line())
    card.body.addWidget(Words(translate("RoutineDetail", "Stop when"), theme, "h3"))
    for stop in routine.stop_rules:
        card.body.addWidget(point(vocabulary.stop_rules[stop].text, theme))
    return card


def for_whom_card(theme: Theme) -> Card:
    """A plain statement for whom pressing is, and for whom not."""
    card = Card(theme, translate("RoutineDetail", "For whom this is"))
    card.body.addWidget(
        Words(
            translate(
                "RoutineDetail",
                "For adults whose knee hurts only while they run and settles soon after. "
                "It may ease the pull on your knee. Your runs will show.",
            ),
            theme,
        )
    )
    card.body.addWidget(Words(translate("RoutineDetail", "Not for you if"), theme, "h3"))
    for text in (
        translate("RoutineDetail", "the pain began with a fall, a blow or a twist in the last six weeks"),
        translate("RoutineDetail", "the knee swells, locks or gives way, or hurts at rest or at night"),
        translate("RoutineDetail", "you take a blood thinner, bleed or bruise easily, or had a clot"),
        translate("RoutineDetail", "the leg is numb, newly swollen, warm or red"),
    ):
        card.body.addWidget(point(text, theme))
    doubt = translate("RoutineDetail", "This is not a diagnosis. In doubt, ask a clinician.")
    card.body.addWidget(Words(doubt, theme, tone="ink2"))
    return card
