"""A routine, a set on the beat and the metronome, every core busy, the window stalled, recorded.

Is each sound in its place? All play at once, each into a sound server of its own with a null sink, whose
monitor is recorded; the window of each stands still for 200 ms again and again. Positions are counted in
samples of the recording, from the first tone of each fill of the stream; the wall clock has no part in it.
`python tests/bench/bench_routine_sound.py MINUTES` plays the metronome alone for so long instead, with `beat`
after it a set on the beat.
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from helpers.load import all_cores_busy
from helpers.sound_match import Heard, heard_in, overlaps, worst
from helpers.sound_room import RATE, is_possible, sound_room

PLAYER = Path(__file__).resolve().parent / "play_routine.py"
BEAT = (60, 170, 178)  # seconds, and two tempos
BEATING = {"beat": "a set", "metronome": "the metronome alone"}
STALLED = "--stall"


def measure() -> list[dict[str, object]]:
    """Nothing where PulseAudio is not installed; no words where espeak-ng is not."""
    if not is_possible():
        print("bench_routine_sound: pulseaudio and parec are not installed, left out", file=sys.stderr)
        return []
    sessions = (("routine", STALLED), *((what, *map(str, BEAT), STALLED) for what in BEATING))
    with all_cores_busy(), ThreadPoolExecutor(len(sessions)) as pool:
        routine, *beating = pool.map(lambda words: _play(*words), sessions)
    dropouts = [told["dropouts"] for told, _ in (routine, *beating)]
    return [
        *_places("a routine, its window stalled", *routine),
        *(_beats(what, beat, BEAT) for what, beat in zip(BEATING, beating, strict=True)),
        _row("dropouts", sum(dropouts), "", f"times a stream ran dry: {dropouts}", 0, not sum(dropouts)),
    ]


def measure_long(minutes: float, what: str) -> list[dict[str, object]]:
    """One of BEATING for so long, with stalls and every core busy."""
    numbers = (round(minutes * 60), *BEAT[1:])
    with all_cores_busy():
        beat = _play(what, *map(str, numbers), STALLED)
    dropouts = beat[0]["dropouts"]
    return [
        _beats(what, beat, numbers),
        _row("dropouts", dropouts, "", "times the stream ran dry", 0, not dropouts),
    ]


def _places(of: str, told: dict, found: list[Heard]) -> list[dict[str, object]]:
    rows = []
    for kind in ("tones", "words"):
        off, there, wanted = worst(found, is_word=kind == "words")
        if wanted or kind == "tones":
            reference = (
                f"{there} of {wanted} in the recording, all cores busy, {told['stalls']} stalls of 200 ms"
            )
            rows.append(_row(f"{kind} of {of}", off, "samples", reference, 1.0, there == wanted and off <= 1))
    together = overlaps(found)
    if any(one.is_word for one in found):
        reference = "times words fell together with a tone or with other words"
        rows.append(_row(f"talking over in {of}", together, "", reference, 0, not together))
    return rows


def _beats(what: str, beat: tuple[dict, list[Heard]], numbers: tuple[int, ...]) -> dict[str, object]:
    told, found = beat
    off, there, wanted = worst(found, is_word=False)
    gone = [one.place / RATE for one in found if one.real is None]
    if gone:
        print(
            f"bench_routine_sound: not in the recording, at these seconds of it: {gone[:20]}", file=sys.stderr
        )
    reference = (
        f"{there} of {wanted} in {numbers[0]} s at {numbers[1]} then {numbers[2]} a minute, all cores busy, "
        f"{told['stalls']} stalls of 200 ms"
    )
    holds = there == wanted and not off
    return _row(f"clicks of {BEATING[what]}, its window stalled", off, "samples", reference, 0, holds)


def _play(*arguments: str) -> tuple[dict, list[Heard]]:
    """What a session told, and what of it is in the recording."""
    with sound_room() as room:
        told, heard = room.recorded([sys.executable, str(PLAYER), *arguments], timeout=3600)
    report = json.loads(told.splitlines()[-1])
    return report, heard_in(heard, report["runs"])


def _row(name: str, value: float, unit: str, reference: str, goal: float, holds: bool) -> dict[str, object]:
    return {
        "name": name, "value": round(float(value), 2), "unit": unit,
        "reference": reference, "goal": goal, "holds": bool(holds),
    }  # fmt: skip


if __name__ == "__main__":
    what = sys.argv[2] if sys.argv[2:] else "metronome"
    for row in measure_long(float(sys.argv[1]), what) if sys.argv[1:] else measure():
        print(row)
