"""The cards of a drill's page: how it goes, cues, faults, and what to keep off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from unknot.content.library import Library
from unknot.domain.body import Side
from unknot.domain.drill import Drill
from unknot.domain.steps import Step, Wording
from unknot.ui.drills.drill_words import when_word
from unknot.ui.library.detail_cards import add_not_for, step_row
from unknot.ui.library.detail_cards import care_card as stop_card
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.rows_card import rows_card
from unknot.ui.widgets.words import Words

translate = QCoreApplication.translate


def how_card(drill: Drill, theme: Theme) -> Card:
    """The steps, equal ones together."""
    wording = Wording(Side.RIGHT, Side.LEFT)
    rows = ([step_row(step, wording, theme, times=times)] for step, times in _grouped(drill.steps))
    return rows_card(translate("DrillDetail", "How it goes"), rows, theme)


def _grouped(steps: Sequence[Step]) -> list[tuple[Step, int]]:
    """Each different step once, with how often it comes."""
    found: dict[tuple[str, int, str], tuple[Step, int]] = {}
    for step in steps:
        key = (step.kind, step.seconds, step.text)
        first, times = found.get(key, (step, 0))
        found[key] = (first, times + 1)
    return list(found.values())


def cues_card(drill: Drill, theme: Theme) -> Card:
    """What to think of, and when."""
    rows = (
        (Words(when_word(cue.when), theme, "small", "ink2"), Words(cue.say, theme, "label"))
        for cue in drill.cues
    )
    return rows_card(translate("DrillDetail", "Cues"), rows, theme)


def faults_card(drill: Drill, theme: Theme) -> Card:
    """What can go wrong, and what to do about it."""
    rows = ((Words(fault.see, theme, "label"), Words(fault.do, theme, tone="ink2")) for fault in drill.faults)
    return rows_card(translate("DrillDetail", "If it looks like this"), rows, theme)


def care_card(drill: Drill, library: Library, theme: Theme) -> Card:
    """When to stop, and for whom it is not."""
    card = stop_card(drill.stop_rules, library, theme)
    reasons = (library.vocabulary.contraindications[name].text for name in drill.contraindications)
    add_not_for(card, reasons, theme)
    return card
