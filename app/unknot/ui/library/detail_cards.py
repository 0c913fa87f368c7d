"""Parts of the cards on the page of a routine or a drill: a step, and what to keep off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.content.library import Library
from unknot.domain.steps import Step, Wording
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.icon_line import point
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

translate = QCoreApplication.translate
_TOP = Qt.AlignmentFlag.AlignTop


def step_row(step: Step, wording: Wording, theme: Theme, *, number: int = 0, times: int = 1) -> QWidget:
    """A step: its number, if it has one; cue and longer text; its length, and how often it comes."""
    holder = QWidget()
    row = spaced(QHBoxLayout(holder), theme, 0, 10)
    if number:
        count = QLabel(str(number))
        count.setProperty("type", "number")
        count.setProperty("tone", "ink3")
        count.setFixedWidth(theme.px(26))
        row.addWidget(count, 0, _TOP)
    text = spaced(QVBoxLayout(), theme, 0, 2)
    text.addWidget(Words(wording.shown(step.cue), theme, "label"))
    if step.text.rstrip(".") != step.cue.rstrip("."):
        text.addWidget(Words(wording.shown(step.text), theme, tone="ink2"))
    row.addLayout(text, 1)
    length = translate("DetailCards", "{seconds} s").format(seconds=step.seconds)
    if step.waits:
        length = translate("DetailCards", "untimed")
    if times > 1:
        length = translate("DetailCards", "{times} × {length}").format(times=times, length=length)
    time = QLabel(length)
    time.setProperty("type", "small")
    time.setProperty("tone", "ink2")
    row.addWidget(time, 0, _TOP)
    return holder


def care_card(
    stop_rules: Iterable[str], library: Library, theme: Theme, *, cautions: Iterable[str] = ()
) -> Card:
    """Cautions, then what stops it, both by their ids."""
    card = Card(theme, translate("DetailCards", "Take care"))
    card.head.insertWidget(0, IconLabel("hand-palm-bold", theme, "pain"))
    vocabulary = library.vocabulary
    for caution in cautions:
        card.body.addWidget(Words(vocabulary.cautions[caution].text, theme))
        card.body.addWidget(Line())
    stops = (vocabulary.stop_rules[stop].text for stop in stop_rules)
    add_points(card, translate("DetailCards", "Stop when"), stops, theme)
    return card


class Ways(Protocol):
    """What routines and drills tell of easier and harder ways, each with the id of another, or ""."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def regression(self) -> str:
        """How it is made easier."""

    @property
    def regress_to(self) -> str:
        """An easier one."""

    @property
    def progression(self) -> str:
        """When and how it is made harder."""

    @property
    def progress_to(self) -> str:
        """A harder one."""


def ways_card(item: Ways, shelf: Mapping[str, Ways], theme: Theme) -> Card:
    """Easier and harder ways; those of the `shelf` are named."""
    card = Card(theme, translate("DetailCards", "Easier, harder"))
    for title, text, to in (
        (translate("DetailCards", "Easier"), item.regression, item.regress_to),
        (translate("DetailCards", "When it is easy"), item.progression, item.progress_to),
    ):
        if text:
            card.body.addWidget(Words(title, theme, "small", "ink2"))
            card.body.addWidget(Words(text, theme))
            if to in shelf:
                card.body.addWidget(Words(shelf[to].title, theme, "label"))
    return card


def add_not_for(card: Card, reasons: Iterable[str], theme: Theme) -> None:
    """For whom it is not, and whom to ask."""
    add_points(card, translate("DetailCards", "Not for you if"), reasons, theme)
    doubt = translate("DetailCards", "This is not a diagnosis. In doubt, ask a clinician.")
    card.body.addWidget(Words(doubt, theme, tone="ink2"))


def add_points(card: Card, title: str, texts: Iterable[str], theme: Theme) -> None:
    """A heading and a list under it; nothing where the list is empty."""
    points = [point(text, theme) for text in texts]
    if points:
        for part in (Words(title, theme, "h3"), *points):
            card.body.addWidget(part)
