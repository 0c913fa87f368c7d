"""Which tones and words of a session are in a recording of it, at which sample, and do two fall together."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping

import numpy as np
from msgspec import Struct

from helpers.sound_room import RATE, correlation, place_of
from unknot.domain.tone import BEATS, Tone
from unknot.services.rendering import EspeakVoice, find_espeak
from unknot.services.tones import make_tones

REACH = round(0.05 * RATE)  # so far from its place a sound is looked for
STEP = round(0.2 * RATE)  # the first sound is looked for in pieces that hold one click at most
CUT_S = 0.5  # the stream before is cut off at most so long before a fill begins to be heard
WINDOW = round(0.7 * RATE)  # a new fill begins to be heard so far from where the clock says, at most
_ENOUGH = 200  # beats to know a fill by
_PATIENCE_S = 60.0


class Heard(Struct):
    """A sound that should be in the recording; `real` is where it is, None where it is not."""

    what: str
    place: int
    length: int
    real: int | None
    is_word: bool


def rendered(texts: Iterable[str]) -> dict[str, np.ndarray]:
    """The words as the program renders them, of both channels; empty without espeak-ng."""
    program, wanted = find_espeak(), list(texts)
    if program is None:
        return {}
    voice = EspeakVoice(program)
    voice.prepare(wanted)
    end = time.monotonic() + _PATIENCE_S
    while any(voice.samples(text) is None for text in wanted) and time.monotonic() < end:
        time.sleep(0.05)
    return {text: wave.sum(axis=1) for text in wanted if (wave := voice.samples(text)) is not None}


def heard_in(recording: np.ndarray, runs: list[dict]) -> list[Heard]:
    """Every tone and word that should be there, looked for.

    `runs` are the fills of the stream, each with its moment and its tones and words; places are counted
    from the first tone of a fill. One is cut off by the next, so what falls after that is not expected.
    """
    tones = {tone.value: wave.sum(axis=1) for tone, wave in make_tones().items()}
    words = rendered(dict.fromkeys(text for run in runs for _, text in run["words"]))
    starts = _starts(recording, tones, runs)
    cuts = [
        start - round((run["tones"][0][0] + CUT_S) * RATE) for run, start in zip(runs, starts, strict=True)
    ]
    # a click may fall under words or a tone: what is found is taken out, the loudest first, before the rest
    rest = recording.astype(np.float64)
    found: list[Heard] = []
    for waves, kind in ((words, "words"), (tones, "tones")):
        for run, start, limit in zip(runs, starts, [*cuts[1:], len(recording)], strict=True):
            zero = start - round(run["tones"][0][0] * RATE)
            for at, what in sorted(run[kind], key=lambda one: one[1] in BEATS):
                place = zero + round(at * RATE)
                if place + len(waves.get(what, ())) <= limit:
                    found.append(_looked_for(rest, what, place, waves, is_word=kind == "words"))
                    _take_out(rest, found[-1], waves)
    return found


def without_tones(recording: np.ndarray, runs: list[dict]) -> tuple[np.ndarray, list[int]]:
    """What is left when every tone is taken out, and the sample at which each fill's position is heard."""
    tones = {tone.value: wave.sum(axis=1) for tone, wave in make_tones().items()}
    starts = _starts(recording, tones, runs)
    zeros = [start - round(run["tones"][0][0] * RATE) for run, start in zip(runs, starts, strict=True)]
    rest = recording.astype(np.float64)
    for run, zero, limit in zip(runs, zeros, [*zeros[1:], len(recording)], strict=True):
        for at, what in run["tones"]:
            place = zero + round(at * RATE)
            if place < limit:
                _take_out(rest, _looked_for(rest, what, place, tones, is_word=False), tones)
    return rest, zeros


def worst(found: list[Heard], *, is_word: bool) -> tuple[int, int, int]:
    """(largest distance from its sample, how many are there, how many should be)."""
    mine = [one for one in found if one.is_word is is_word]
    distances = [abs(one.real - one.place) for one in mine if one.real is not None]
    return max(distances, default=0), len(distances), len(mine)


def overlaps(found: list[Heard]) -> int:
    """How often words fell together with a tone or with other words; the beat goes on under them."""
    spans = [
        (one.real, one.real + one.length, one.is_word)
        for one in found
        if one.real is not None and one.what not in BEATS
    ]
    spans.sort()
    return sum(
        other[0] < one[1] and (one[2] or other[2])
        for number, one in enumerate(spans)
        for other in spans[number + 1 :]
    )


def is_heard(recording: np.ndarray, tone: Tone) -> bool:
    """Whether this tone is anywhere in a recording."""
    wave = make_tones()[tone].sum(axis=1)
    return any(
        place_of(wave, recording, first, first + RATE) is not None for first in range(0, len(recording), RATE)
    )


def _looked_for(
    rest: np.ndarray, what: str, place: int, waves: Mapping[str, np.ndarray], *, is_word: bool
) -> Heard:
    wave = waves.get(what)
    if wave is None:
        return Heard(what, place, 0, None, is_word)
    real = place_of(wave, rest, place - REACH, place + REACH)
    return Heard(what, place, len(wave), real, is_word)


def _take_out(rest: np.ndarray, one: Heard, waves: Mapping[str, np.ndarray]) -> None:
    if one.real is not None:
        wave = waves[one.what]
        piece = rest[one.real : one.real + len(wave)]
        piece -= wave * (piece @ wave / (wave @ wave))


def _starts(recording: np.ndarray, tones: Mapping[str, np.ndarray], runs: list[dict]) -> list[int]:
    """The first tone of each fill: the very first by looking, the others about where the clock says.

    Each fill is a stream of its own, which the device begins when it likes; one click looks like the next,
    so a fill is found by all of its tones together.
    """
    starts: list[int] = []
    for run in runs:
        at, tone = run["tones"][0]
        if starts:
            seconds = run["filled"] + at - runs[0]["filled"] - runs[0]["tones"][0][0]
            about = starts[0] + round(seconds * RATE)
            exact = _together(recording, tones, run["tones"], about)
        else:
            exact = next(
                place
                for first in range(0, len(recording), STEP)
                if (place := place_of(tones[tone], recording, first, first + STEP)) is not None
            )
        starts.append(exact)
    return starts


def _together(recording: np.ndarray, tones: Mapping[str, np.ndarray], placed: list[list], about: int) -> int:
    """Where the first of these tones is if all of them match as well as they can, near a sample."""
    first = max(0, about - WINDOW)
    total = np.zeros(2 * WINDOW)
    beats = [one for one in placed if one[1] in BEATS][:_ENOUGH]
    for at, what in [*beats, *(one for one in placed if one[1] not in BEATS)]:
        shift = first + round(at * RATE) - round(placed[0][0] * RATE)
        part = recording[shift : shift + len(total) + len(tones[what]) - 1].astype(np.float64)
        total[: max(0, len(part) - len(tones[what]) + 1)] += correlation(tones[what], part)
    return first + int(np.argmax(total))
