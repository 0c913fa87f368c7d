"""The cards of a routine's page: steps, tools, and for whom it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.content.library import Library
from unknot.domain.routine import Routine, ToolNeed
from unknot.domain.steps import Wording
from unknot.ui.library.detail_cards import add_not_for, step_row
from unknot.ui.release.positions_card import numbered_steps
from unknot.ui.release.routine_words import household, tool_names
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.rows_card import rows_card
from unknot.ui.widgets.words import Words

translate = QCoreApplication.translate


def how_card(routine: Routine, wording: Wording, theme: Theme) -> Card:
    """The steps for one leg, each with its length and its longer text."""
    rows = ([step_row(step, wording, theme, number=number)] for number, step in numbered_steps(routine))
    return rows_card(translate("RoutineDetail", "Step by step"), rows, theme)


def need_card(routine: Routine, library: Library, theme: Theme) -> Card:
    """Tools, and what does as well at home."""
    nothing = [[Words(translate("RoutineDetail", "Nothing but your hands."), theme, tone="ink2")]]
    rows = [_tool_row(need, library, theme) for need in routine.tools] or nothing
    return rows_card(translate("RoutineDetail", "You need"), rows, theme)


def _tool_row(need: ToolNeed, library: Library, theme: Theme) -> list[Words]:
    title = tool_names(need, library)
    if need.optional:
        title = translate("RoutineDetail", "{tool}, if you like").format(tool=title)
    return [Words(title, theme, "label"), Words(household(need), theme, tone="ink2")]


def for_whom_card(theme: Theme) -> Card:
    """A plain statement for whom pressing is, and for whom not."""
    card = Card(theme, translate("RoutineDetail", "For whom this is"))
    text = translate(
        "RoutineDetail",
        "For adults whose knee hurts only while they run and settles soon after. "
        "It may ease the pull on your knee. Your runs will show.",
    )
    card.body.addWidget(Words(text, theme))
    reasons = (
        translate("RoutineDetail", "the pain began with a fall, a blow or a twist in the last six weeks"),
        translate("RoutineDetail", "the knee swells, locks or gives way, or hurts at rest or at night"),
        translate("RoutineDetail", "you take a blood thinner, bleed or bruise easily, or had a clot"),
        translate("RoutineDetail", "the leg is numb, newly swollen, warm or red"),
    )
    add_not_for(card, reasons, theme)
    return card
