"""One spoken sentence, to hear the voice by."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from unknot.services.speaker import Narrator, Renderer, Speaker
from unknot.services.tones import Words

_BREATH_S = 0.15  # of silence before it
_WAKING_S = 1.0  # where the device may still sleep: a wireless one swallows what comes first


def say_sample(
    speaker: Speaker | None, narrator: Narrator | None, renderer: Renderer | None, *, wakes: bool = False
) -> None:
    """Say it as a session would: mixed into the stream, or live. `wakes` where the stream was just opened."""
    text = QCoreApplication.translate("VoiceSample", "This voice says your cues.")
    if renderer is not None:
        renderer.prepare((text,))
        if speaker is not None:
            start = _WAKING_S if wakes else _BREATH_S
            speaker.play((), 0.0, (Words(start, partial(renderer.samples, text)),))
    elif narrator is not None:
        narrator.say(text)
