"""From the start of the process to the first painted window and to Today filled; memory then.

Both programs are started in turn, and the medians are compared.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 9
PATIENCE = 60  # seconds
BARE = [sys.executable, str(Path(__file__).with_name("bare_window.py"))]
UNKNOT = [sys.executable, "-m", "unknot"]


@dataclass
class Launch:
    """Seconds from the start of the process, and what it holds in memory at the end (MB)."""

    milestones: dict[str, float]
    memory: float


def launch(command: list[str], last: str) -> Launch:
    """Start a program, note when it tells each milestone, and end it after the last."""
    started = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, bufsize=1)
    # a program that never gets there would keep us reading for ever
    giving_up = threading.Timer(PATIENCE, child.kill)
    giving_up.start()
    milestones: dict[str, float] = {}
    try:
        for line in child.stdout:
            milestones[line.strip()] = time.monotonic() - started
            if line.strip() == last:
                return Launch(milestones, resident(child.pid))
    finally:
        giving_up.cancel()
        child.kill()
        child.wait()
        child.stdout.close()
    raise RuntimeError(f"{' '.join(command)} never told {last!r}, only {', '.join(milestones) or 'nothing'}")


def resident(pid: int) -> float:
    """What the process holds in memory, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], check=True, capture_output=True, text=True)
    return int(told.stdout) / 1024


def measure() -> list[dict[str, object]]:
    """Three ratios against a bare window."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*UNKNOT, "--data-dir", folder, "demo"], check=True, capture_output=True)
        os.environ |= {"UNKNOT_DATA_DIR": folder, "UNKNOT_REPORT_READY": "1"}
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's Python keeps what it compiled
        launch(UNKNOT, "filled")  # the first start compiles and fills the disk's cache
        launch(BARE, "painted")
        pairs = [(launch(BARE, "painted"), launch(UNKNOT, "filled")) for _ in range(ROUNDS)]
    bare = statistics.median(one.milestones["painted"] for one, _ in pairs)
    bare_memory = statistics.median(one.memory for one, _ in pairs)
    rows = []
    for name, milestone, goal in (
        ("launch to the first painted window", "painted", 2.0),
        ("launch to Today filled", "filled", 4.0),
    ):
        ours_s = statistics.median(one.milestones[milestone] for _, one in pairs)
        against = f"{ours_s * 1000:.0f} ms against {bare * 1000:.0f} ms of a bare QMainWindow"
        rows.append(ratio(name, ours_s / bare, against, goal))
    if bare_memory:
        memory = statistics.median(one.memory for _, one in pairs)
        against = f"{memory:.0f} MB against {bare_memory:.0f} MB of a bare QMainWindow"
        rows.append(ratio("memory with Today filled", memory / bare_memory, against, 3.0))
    return rows


def ratio(name: str, value: float, reference: str, goal: float) -> dict[str, object]:
    return {
        "name": name,
        "value": round(value, 3),
        "unit": "x",
        "reference": reference,
        "goal": goal,
        "holds": value <= goal,
    }
