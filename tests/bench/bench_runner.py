"""Frame cost of the figure: one repaint of the drill player's stage as it is in the 1440 x 900 window."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from unknot import paths
from unknot.content.gait import load_gait
from unknot.domain.choices import ThemeChoice
from unknot.ui.theme import Theme
from unknot.ui.widgets.labelled_pose import LabelledPose
from unknot.ui.widgets.runner_view import DESIGN, RunnerView

FRAMES = 900  # 15 s
WARM = 30
STRIDE_S, FRAME_S = 0.69, 1 / 60
GOAL_MS = 4.0


def measure() -> list[dict[str, object]]:
    """Milliseconds a frame, p99: the processor time of the window's thread, with ghost and labels on.

    What other programs take away from the processor meanwhile is not counted; the wall clock's p99 stands
    beside it. The floor drills are one seen from the side and one turned.
    """
    app = QApplication.instance() or QApplication([])
    app.setStyle("Fusion")
    theme, gait = Theme(app, paths.resources()), load_gait(paths.resources())
    theme.apply(ThemeChoice.LIGHT, 100)
    runner = RunnerView(theme, gait, "glute_push")
    runner.set_ghost("overstride_heel")
    rows = [_row("the runner with its ghost", app, runner, STRIDE_S)]
    for name in ("glute-bridge", "side-hip-lift"):
        pose = LabelledPose(theme, gait)
        pose.show_motion(gait.motions[name])
        rows.append(_row(name.replace("-", " "), app, pose, gait.motions[name].period_s))
    return rows


def _row(
    name: str, app: QCoreApplication, view: RunnerView | LabelledPose, cycle_s: float
) -> dict[str, object]:
    view.setFixedSize(DESIGN)
    view.show()
    app.processEvents()
    for phase in (0.01, 0.02):
        view.set_phase(phase)
    view.repaint()
    while view.is_preparing:  # the pictures of a cycle are made between the first frames
        app.processEvents()
    cost, wall = [], []
    for frame in range(FRAMES + WARM):
        began, busy = time.perf_counter(), time.thread_time()
        view.set_phase(frame * FRAME_S / cycle_s % 1.0)
        view.repaint()
        cost.append((time.thread_time() - busy) * 1000)
        wall.append((time.perf_counter() - began) * 1000)
    view.close()
    view.deleteLater()
    app.processEvents()
    cost, wall = sorted(cost[WARM:]), sorted(wall[WARM:])
    last = int(FRAMES * 0.99)
    value = cost[last]
    return {
        "name": f"frame of {name}, p99",
        "value": round(value, 2),
        "unit": "ms",
        "reference": f"median {cost[FRAMES // 2]:.2f} ms; by the wall clock p99 {wall[last]:.2f} ms",
        "goal": GOAL_MS,
        "holds": value < GOAL_MS,
    }


if __name__ == "__main__":
    for row in measure():
        print(row)
