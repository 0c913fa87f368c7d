"""The card of a routine's page that offers a version of one's own, and the routine as a file."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, SignalInstance

from unknot.domain.own_ids import is_own
from unknot.domain.routine import Routine
from unknot.ui.editor.acts import Act, act_word, acts_for
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.words import Words

translate = QCoreApplication.translate
_ICONS = {
    Act.EDIT: "note-pencil-bold",
    Act.VERSION: "note-pencil-bold",
    Act.SAVE_FILE: "export-bold",
    Act.DELETE: "trash",
}


def own_card(routine: Routine, wanted: SignalInstance, theme: Theme) -> Card:
    """`wanted` is the signal to send: what, and the routine's id."""
    own = is_own(routine.id)
    title = translate("OwnCard", "Yours") if own else translate("OwnCard", "Make it yours")
    card = Card(theme, title)
    words = translate("OwnCard", "Another order, other seconds, another name. The one here stays as it is.")
    if own:
        words = translate("OwnCard", "You made this one. What you did with it stays in your history.")
    if routine.measure_only:
        words = translate("OwnCard", "It only measures, so it stays as it is.")
    card.body.addWidget(Words(words, theme, tone="ink2"))
    buttons = []
    for act in acts_for(routine):
        icon = "plus-bold" if own and act is Act.VERSION else _ICONS[act]
        button = Button(act_word(act, routine), theme, icon=icon)
        button.clicked.connect(partial(_send, wanted, act, routine.id))
        buttons.append(button)
    card.body.addWidget(FlowRow(theme, buttons, 8))
    return card


def _send(wanted: SignalInstance, act: Act, routine_id: str, _checked: bool = False) -> None:
    wanted.emit(act.value, routine_id)
