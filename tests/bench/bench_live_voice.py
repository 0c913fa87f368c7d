"""The system's voice speaking live in a routine on real time: how late does it begin?

The real engine (QTextToSpeech, speech-dispatcher, espeak-ng) speaks into a sound server of its own, beside
the tones of the session. Two measures: by the clock, from the moment the score wants a word to the moment
its first sound has come through the recording, whose own 20 ms are in it; and in the recording itself,
against the tones, as it is heard. A word that begins with p, t or k is silent in its first 50 ms.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from helpers.sound_match import without_tones
from helpers.sound_room import RATE, is_possible, sound_room, speech_service

PLAYER = Path(__file__).resolve().parent / "play_routine.py"
GOAL_MS = 100.0
NEEDED = ("speech-dispatcher", "espeak-ng")
AUDIBLE = 300  # of 32768
BEFORE_S, AFTER_S = 0.06, 0.8  # where a first sound is looked for, about the place of a word


def measure() -> list[dict[str, object]]:
    """Two numbers; none where speech-dispatcher, espeak-ng or PulseAudio is not installed."""
    if not is_possible() or not all(shutil.which(name) for name in NEEDED):
        print("bench_live_voice: no PulseAudio, speech-dispatcher or espeak-ng, left out", file=sys.stderr)
        return []
    arrived: list[tuple[float, int]] = []
    with sound_room() as room, speech_service(room):
        told, heard = room.recorded([sys.executable, str(PLAYER), "routine", "--live"], 900, arrived)
    report = json.loads(told.splitlines()[-1])
    by_clock, by_ear = onsets(report, heard, arrived)
    ordered = sorted(one["late"] * 1000 for one in report["said"])
    reference = f"{{}} of {len(report['said'])} words, median {{:.0f}} ms, {{}}"
    asked = f"of which the order was {np.median(ordered):.0f} ms late, at most {ordered[-1]:.0f}"
    return [
        _row("live voice, latest onset by the clock", by_clock, reference, asked),
        _row("live voice, onset farthest off its place among the tones", by_ear, reference, "as it is heard"),
    ]


def onsets(
    report: dict, heard: np.ndarray, arrived: list[tuple[float, int]]
) -> tuple[list[float], list[float]]:
    """(by the clock, by ear), in milliseconds, of each word that is heard."""
    rest, zeros = without_tones(heard, report["runs"])
    loud = np.abs(rest) > AUDIBLE
    clocks = np.array([clock for clock, _ in arrived])
    counts = np.array([count for _, count in arrived])
    by_clock, by_ear = [], []
    for one in report["said"]:
        run = max(n for n, fill in enumerate(report["runs"]) if n == 0 or fill["filled"] <= one["wanted"])
        place = zeros[run] + round(one["after"] * RATE)
        first = place - round(BEFORE_S * RATE)
        sounds = np.flatnonzero(loud[first : place + round(AFTER_S * RATE)])
        if len(sounds):
            onset = first + int(sounds[0])
            by_ear.append((onset - place) / RATE * 1000)
            by_clock.append((clocks[np.searchsorted(counts, onset + 1)] - one["wanted"]) * 1000)
    return by_clock, by_ear


def _row(name: str, found: list[float], reference: str, more: str) -> dict[str, object]:
    value = float(max(map(abs, found), default=float("inf")))
    told = reference.format(len(found), np.median(found) if found else 0, more)
    print(f"bench_live_voice: {name}: {[round(one) for one in found]}", file=sys.stderr)
    return {
        "name": name, "value": round(value, 1), "unit": "ms",
        "reference": told, "goal": GOAL_MS, "holds": value <= GOAL_MS,
    }  # fmt: skip


if __name__ == "__main__":
    for row in measure():
        print(row)
