"""The kinds of marks in words: what each is called, which may be chosen, what is said of sharp pain."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.knots import KnotKind
from unknot.ui.body_map.atlas import MapAtlas

translate = QCoreApplication.translate

PRESSED = (KnotKind.KNOT, KnotKind.SORE_LINE, KnotKind.SHARP)
SORE = (KnotKind.PAIN, KnotKind.SHARP)


def kind_word(kind: KnotKind) -> str:
    """Such as "Sore line"."""
    words = {
        KnotKind.KNOT: translate("KindWords", "Knot"),
        KnotKind.SORE_LINE: translate("KindWords", "Sore line"),
        KnotKind.SHARP: translate("KindWords", "Sharp pain"),
        KnotKind.PAIN: translate("KindWords", "Sore"),
        KnotKind.OTHER: translate("KindWords", "Other"),
    }
    return words[kind]


def kinds_for(kind: KnotKind, place: str, atlas: MapAtlas) -> tuple[KnotKind, ...]:
    """What a mark of this kind may be instead; empty at the knee, where it is the pain itself.

    Where nothing is pressed it stays a pain: a knot there would look like something to press.
    """
    if place in atlas.knee_places or kind is KnotKind.OTHER:
        return ()
    known = atlas.places.get(place)
    only_sore = known is None or known.mark_as != "knot"
    return SORE if only_sore or kind is KnotKind.PAIN else PRESSED


def sharp_caution(place: str, atlas: MapAtlas) -> str:
    """What is said where sharp pain was marked; the cautions are those of the shared words."""
    known = atlas.places.get(place)
    names = ["recent_tear"] + (["calf_dvt"] if known is not None and known.part == "lower_leg" else [])
    first = translate("KindWords", "Sharp pain is followed here, never pressed.")
    return " ".join([first, *(atlas.cautions[name].text for name in names if name in atlas.cautions)])


def rating_question(*, pressed: bool) -> str:
    """What is asked for a score; `pressed` is what `MapAtlas.may_press` says."""
    if pressed:
        return translate("KindWords", "How tender when you press it?")
    return translate("KindWords", "How sore is it? Do not press it.")
