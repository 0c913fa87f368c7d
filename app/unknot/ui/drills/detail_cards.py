"""The cards of a drill's page: how it goes, cues, faults, and what to keep off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.content.library import Library
from unknot.domain.body import Side
from unknot.domain.drill import Drill
from unknot.domain.steps import Step, Wording
from unknot.ui.drills.drill_words import when_word
from unknot.ui.release.pieces import point
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

translate = QCoreApplication.translate


def how_card(drill: Drill, theme: Theme) -> Card:
    """The steps, equal ones together."""
    card = Card(theme, translate("DrillDetail", "How it goes"))
    wording = Wording(Side.RIGHT, Side.LEFT)
    for place, (step, times) in enumerate(_grouped(drill.steps)):
        if place:
            card.body.addWidget(Line())
        card.body.addWidget(_step_row(step, times, wording, theme))
    return card


def _grouped(steps: Sequence[Step]) -> list[tuple[Step, int]]:
    """Each different step once, with how often it comes."""
    found: dict[tuple[str, int, str], tuple[Step, int]] = {}
    for step in steps:
        key = (step.kind, step.seconds, step.text)
        first, times = found.get(key, (step, 0))
        found[key] = (first, times + 1)
    return list(found.values())


def _step_row(step: Step, times: int, wording: Wording, theme: Theme) -> QWidget:
    holder = QWidget()
    row = spaced(QHBoxLayout(holder), theme, 0, 10)
    text = spaced(QVBoxLayout(), theme, 0, 2)
    text.addWidget(Words(wording.shown(step.cue), theme, "label"))
    if step.text.rstrip(".") != step.cue.rstrip("."):
        text.addWidget(Words(wording.shown(step.text), theme, tone="ink2"))
    row.addLayout(text, 1)
    length = translate("DrillDetail", "untimed")
    if not step.waits:
        length = translate("DrillDetail", "{seconds} s").format(seconds=step.seconds)
    if times > 1:
        length = translate("DrillDetail", "{times} × {length}").format(times=times, length=length)
    time = QLabel(length)
    time.setProperty("type", "small")
    time.setProperty("tone", "ink2")
    row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
    return holder


def cues_card(drill: Drill, theme: Theme) -> Card:
    """What to think of, and when."""
    card = Card(theme, translate("DrillDetail", "Cues"))
    for place, cue in enumerate(drill.cues):
        if place:
            card.body.addWidget(Line())
        card.body.addWidget(Words(when_word(cue.when), theme, "small", "ink2"))
        card.body.addWidget(Words(cue.say, theme, "label"))
    return card


def faults_card(drill: Drill, theme: Theme) -> Card:
    """What can go wrong, and what to do about it."""
    card = Card(theme, translate("DrillDetail", "If it looks like this"))
    for place, fault in enumerate(drill.faults):
        if place:
            card.body.addWidget(Line())
        card.body.addWidget(Words(fault.see, theme, "label"))
        card.body.addWidget(Words(fault.do, theme, tone="ink2"))
    return card


def care_card(drill: Drill, library: Library, theme: Theme) -> Card:
    """When to stop, and for whom it is not."""
    card = Card(theme, translate("DrillDetail", "Take care"))
    card.head.insertWidget(0, IconLabel("hand-palm-bold", theme, "pain"))
    vocabulary = library.vocabulary
    card.body.addWidget(Words(translate("DrillDetail", "Stop when"), theme, "h3"))
    for stop in drill.stop_rules:
        card.body.addWidget(point(vocabulary.stop_rules[stop].text, theme))
    if drill.contraindications:
        card.body.addWidget(Words(translate("DrillDetail", "Not for you if"), theme, "h3"))
        for name in drill.contraindications:
            card.body.addWidget(point(vocabulary.contraindications[name].text, theme))
    doubt = translate("DrillDetail", "This is not a diagnosis. In doubt, ask a clinician.")
    card.body.addWidget(Words(doubt, theme, tone="ink2"))
    return card


def ways_card(drill: Drill, library: Library, theme: Theme) -> Card:
    """Easier and harder ways."""
    card = Card(theme, translate("DrillDetail", "Easier, harder"))
    for title, text, to in (
        (translate("DrillDetail", "Easier"), drill.regression, drill.regress_to),
        (translate("DrillDetail", "When it is easy"), drill.progression, drill.progress_to),
    ):
        if text:
            card.body.addWidget(Words(title, theme, "small", "ink2"))
            card.body.addWidget(Words(text, theme))
            if to in library.drills:
                card.body.addWidget(Words(library.drills[to].title, theme, "label"))
    return card
