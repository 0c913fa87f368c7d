"""One whole routine on real time and a set on the beat, recorded: does it end in time, is each tone in place?

A sound server of its own plays into a null sink, whose monitor is recorded. Positions are counted in
samples of the recording, from the first tone of each fill of the stream; the wall clock has no part in it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from helpers.sound_room import RATE, is_possible, place_of, sound_room
from unknot.services.tones import make_tones

PLAYER = Path(__file__).resolve().parent / "play_routine.py"
REACH = round(0.05 * RATE)  # so far from its place a tone is looked for
CUT_S = 0.25  # the stream before is cut off at most so long before a fill begins to be heard
END_GOAL_MS = 100.0
BEAT = ("24", "170", "178")  # seconds, and two tempos


def measure() -> list[dict[str, object]]:
    """Four numbers; none where PulseAudio is not installed."""
    if not is_possible():
        print("bench_routine_sound: pulseaudio and parec are not installed, left out", file=sys.stderr)
        return []
    with sound_room() as room:
        routine, heard = _play(room, "routine")
        beat, heard_beat = _play(room, "beat", *BEAT)
    late = (routine["took"] - routine["total"]) * 1000
    off, found, wanted = deviations(heard, routine["runs"])
    beat_off, beat_found, beat_wanted = deviations(heard_beat, beat["runs"])
    dropouts = routine["dropouts"] + beat["dropouts"]
    length = f"{routine['title']}, {routine['total']:.0f} s, took {routine['took']:.3f} s"
    return [
        _row("end of a routine", late, "ms", length, END_GOAL_MS, abs(late) <= END_GOAL_MS),
        _row(
            "tones of a routine", off, "samples", f"{found} of {wanted} tones in the recording", 1.0,
            found == wanted and off <= 1,
        ),
        _row(
            "clicks of a set", beat_off, "samples",
            f"{beat_found} of {beat_wanted} clicks and tones, {BEAT[1]} then {BEAT[2]} a minute", 1.0,
            beat_found == beat_wanted and beat_off <= 1,
        ),
        _row("dropouts", dropouts, "", "times the stream ran dry", 0, dropouts == 0),
    ]  # fmt: skip


def deviations(heard: np.ndarray, runs: list[dict]) -> tuple[float, int, int]:
    """(largest distance of a tone from its sample, tones found, tones that should be there).

    `runs` are the fills of the stream, each with its moment and its (second, tone); places are counted
    from the first tone of a fill. One is cut off by the next, so what falls after that is not expected.
    """
    waves = {tone.value: wave.sum(axis=1) for tone, wave in make_tones().items()}
    starts = _starts(heard, waves, runs)
    cuts = [
        start - round((run["tones"][0][0] + CUT_S) * RATE) for run, start in zip(runs, starts, strict=True)
    ]
    worst, found, wanted = 0, 0, 0
    for run, start, limit in zip(runs, starts, [*cuts[1:], len(heard)], strict=True):
        for at, tone in run["tones"]:
            place = start + round((at - run["tones"][0][0]) * RATE)
            if place + len(waves[tone]) > limit:
                break
            wanted += 1
            real = place_of(waves[tone], heard, place - REACH, place + REACH)
            if real is not None:
                found += 1
                worst = max(worst, abs(real - place))
    return float(worst), found, wanted


def _starts(heard: np.ndarray, waves: dict[str, np.ndarray], runs: list[dict]) -> list[int]:
    """The first tone of each fill: the very first by looking, the others about where the clock says."""
    starts: list[int] = []
    for run in runs:
        at, tone = run["tones"][0]
        if starts:
            seconds = run["filled"] + at - runs[0]["filled"] - runs[0]["tones"][0][0]
            about = starts[0] + round(seconds * RATE)
        else:
            about = next(
                place
                for first in range(0, len(heard), RATE)
                if (place := place_of(waves[tone], heard, first, first + RATE)) is not None
            )
        exact = place_of(waves[tone], heard, about - 2 * REACH, about + 2 * REACH)
        if exact is None:
            raise RuntimeError(f"no {tone} about sample {about}")
        starts.append(exact)
    return starts


def _play(room, *arguments: str) -> tuple[dict, np.ndarray]:
    told, heard = room.recorded([sys.executable, str(PLAYER), *arguments], timeout=900)
    return json.loads(told.splitlines()[-1]), heard


def _row(name: str, value: float, unit: str, reference: str, goal: float, holds: bool) -> dict[str, object]:
    return {
        "name": name, "value": round(float(value), 2), "unit": unit,
        "reference": reference, "goal": goal, "holds": bool(holds),
    }  # fmt: skip


if __name__ == "__main__":
    for row in measure():
        print(row)
