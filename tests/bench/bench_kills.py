"""The real program is killed 100 times at random moments of sets of releases: what is lost of what it told?

It runs offscreen with a session clock that is eight times as fast, notes pain while pressing, pauses,
skips and answers checks. Each start goes on with the session that the kill before has cut off. About five
minutes. `python tests/bench/bench_kills.py KILLS SEED` takes another number and other moments.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from helpers.kills import Lives

KILLS, SEED = 100, "a hundred"
BESIDE = max(2, (os.cpu_count() or 1) // 2)  # so many programs at once: a start is mostly waiting


def measure(kills: int = KILLS, seed: str = SEED) -> list[dict[str, object]]:
    """One number; none on Windows, which has no SIGKILL."""
    if sys.platform == "win32":
        return []
    shares = [kills // BESIDE + (number < kills % BESIDE) for number in range(BESIDE)]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(BESIDE) as pool:
        lives = list(pool.map(partial(_killed, Path(folder), seed), shares, range(BESIDE)))
    lost = [one for life in lives for one in life.lost]
    for one in lost:
        print(f"bench_kills: lost {one}", file=sys.stderr)
    told = sum((life.told for life in lives), Counter())
    reference = (
        f"{sum(life.kills for life in lives)} kills; told as stored: {told['step']} steps begun, "
        f"{told['rated']} ratings, {told['felt']} notes of pain, {told['finished']} ends; "
        f"{told['resumed']} times gone on at its second"
    )
    return [
        {
            "name": "lost by kills", "value": len(lost), "unit": "",
            "reference": reference, "goal": 0, "holds": not lost,
        }
    ]  # fmt: skip


def _killed(folder: Path, seed: str, kills: int, number: int) -> Lives:
    mine = folder / str(number)
    mine.mkdir()
    lives = Lives(mine, f"{seed} {number}")
    for _ in range(kills):
        lives.kill_once()
    return lives


if __name__ == "__main__":
    for row in measure(*map(int, sys.argv[1:2]), *sys.argv[2:3]):
        print(row)
