"""Words that several content files share: cautions, stop rules, contraindications, tools, sizes."""

from __future__ import annotations

from msgspec import Struct

from unknot.domain.knots import Size


class Caution(Struct, frozen=True):
    """What to keep off or look out for. `screening` names answers (effect codes) that speak of it."""

    id: str
    text: str
    screening: tuple[str, ...] = ()


class StopRule(Struct, frozen=True):
    """When to stop, and what to do then (`action`, see the format's list of actions)."""

    id: str
    text: str
    action: str


class Contraindication(Struct, frozen=True):
    """Why somebody must not do a drill. `screening` names answers (effect codes) that say so."""

    id: str
    text: str
    screening: tuple[str, ...] = ()


class Tool(Struct, frozen=True):
    """A thing to press with or to sit on. `hardness`: soft, firm, hard, or none where it presses nothing."""

    id: str
    label: str
    hardness: str


class SizeWord(Struct, frozen=True):
    """One step of the size ladder."""

    id: Size
    label: str
    cm: float
    asks_lump_question: bool


class Vocabulary(Struct, frozen=True):
    """All shared words by their id, in the order of the file; sizes from small to large."""

    cautions: dict[str, Caution]
    stop_rules: dict[str, StopRule]
    contraindications: dict[str, Contraindication]
    tools: dict[str, Tool]
    sizes: dict[Size, SizeWord]
    never_words: tuple[str, ...]
