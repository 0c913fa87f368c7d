"""What releases do to one knot, in a sentence that says no more than its ratings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.noise import Noise
from unknot.domain.release_effect import ReleaseEffect
from unknot.ui.body_map.noise_words import may_be_chance

translate = QCoreApplication.translate


def effect_sentence(effect: ReleaseEffect | None, noise: Noise) -> str:
    """Such as "After a release usually 2 lower, for about a day, so far."; empty while too few say.

    A difference within the user's own noise is not called lower.
    """
    if effect is None:
        return ""
    if effect.drop < 1:
        words = translate("EffectWords", "After a release usually no lower, so far. {count} sessions.")
        return words.format(count=effect.sessions)
    if noise.hides(effect.drop):
        words = translate("EffectWords", "After a release usually no clear change, so far. {count} sessions.")
        return f"{words.format(count=effect.sessions)} {may_be_chance(noise.usual)}"
    lasting = _lasting(effect)
    if lasting:
        words = translate("EffectWords", "After a release usually {drop} lower, {lasting}, so far.")
    else:
        words = translate("EffectWords", "After a release usually {drop} lower, so far.")
    sessions = translate("EffectWords", "{count} sessions.").format(count=effect.sessions)
    return f"{words.format(drop=effect.drop, lasting=lasting)} {sessions}"


def _lasting(effect: ReleaseEffect) -> str:
    if effect.days is None:
        return ""
    if effect.days == 0:
        return "" if effect.at_least else translate("EffectWords", "for less than a day")
    if effect.days == 1:
        if effect.at_least:
            return translate("EffectWords", "for at least a day")
        return translate("EffectWords", "for about a day")
    words = (
        translate("EffectWords", "for at least {days} days")
        if effect.at_least
        else translate("EffectWords", "for about {days} days")
    )
    return words.format(days=effect.days)
