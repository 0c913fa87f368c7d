"""Why something is done so, each line with how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from unknot.domain.steps import Evidence
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.chip import Chip
from unknot.ui.widgets.rows_card import rows_card
from unknot.ui.widgets.words import Words

translate = QCoreApplication.translate


def evidence_card(evidence: Sequence[Evidence], theme: Theme) -> Card:
    """The card on the page of a routine or a drill."""
    rows = ((_chip(line, theme), Words(line.note, theme)) for line in evidence)
    return rows_card(translate("EvidenceCard", "Why, and how sure is this?"), rows, theme)


def _chip(line: Evidence, theme: Theme) -> Chip:
    word, icon, look = sureness(line)
    return Chip(word, theme, icon=icon, look=look)


def sureness(evidence: Evidence) -> tuple[str, str, str]:
    """How sure a line of evidence is: the word on its chip, the chip's icon and look."""
    if evidence.tag == "S":
        return translate("EvidenceCard", "One practitioner's view"), "person", "info"
    if evidence.tag == "E" and evidence.weak:
        return translate("EvidenceCard", "Weak: one small study"), "warning-circle-fill", "due"
    if evidence.tag == "E":
        return translate("EvidenceCard", "Published"), "book-open", "done"
    return translate("EvidenceCard", "Our choice"), "check-bold", "plain"
