"""How much two ratings differ by chance, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.noise import Noise

translate = QCoreApplication.translate


def may_be_chance(points: int) -> str:
    """Which changes may be none."""
    if points == 1:
        return translate("NoiseWords", "A change of 1 may be chance.")
    return translate("NoiseWords", "A change of {points} or less may be chance.").format(points=points)


def noise_sentence(noise: Noise) -> str:
    """What the second ratings say so far; empty without one."""
    if not noise.pairs:
        return ""
    if noise.pairs == 1 and not noise.usual:
        return translate("NoiseWords", "Rated twice within minutes, once so far: both were the same.")
    if not noise.usual:
        return translate("NoiseWords", "Two ratings a few minutes apart are usually the same.")
    words = translate("NoiseWords", "Two ratings a few minutes apart usually differ by {points}.")
    if noise.pairs == 1:
        words = translate("NoiseWords", "Rated twice within minutes, once so far: they differ by {points}.")
    return f"{words.format(points=noise.usual)} {may_be_chance(noise.usual)}"
