"""One spoken sentence, to hear the voice by."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from unknot.services.speaker import Narrator, Renderer, Speaker
from unknot.services.tones import Words

_BREATH_S = 0.15  # of silence before it


def say_sample(speaker: Speaker | None, narrator: Narrator | None, renderer: Renderer | None) -> None:
    """Say it as a session would: mixed into the stream, or live."""
    text = QCoreApplication.translate("VoiceSample", "This voice says your cues.")
    if renderer is not None:
        renderer.prepare((text,))
        if speaker is not None:
            speaker.play((), 0.0, (Words(_BREATH_S, partial(renderer.samples, text)),))
    elif narrator is not None:
        narrator.say(text)
