"""Frame cost of the runner: one repaint of the drill player's stage in the 1440 x 900 window.

`measure()` needs an application and a theme that is applied; it shows a window of its own for a second.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMainWindow

from unknot.content.gait import load_gait
from unknot.ui.widgets.runner_view import DESIGN, RunnerView

if TYPE_CHECKING:
    from unknot.ui.theme import Theme

FRAMES, WARM = 900, 260  # the ghost's pictures are made in the first moments
STRIDE_S, FRAME_S = 0.69, 1 / 60


def measure(theme: Theme, resources: Path) -> dict[str, float]:
    """Milliseconds a frame: median and p99 over 15 s of running at 60 frames a second, with the ghost on."""
    view = RunnerView(theme, load_gait(resources), "glute_push")
    view.set_ghost("overstride_heel")
    window = QMainWindow()
    window.setCentralWidget(view)
    window.resize(DESIGN)
    window.show()
    QApplication.processEvents()
    costs = []
    for frame in range(FRAMES + WARM):
        start = time.perf_counter()
        view.set_phase(frame * FRAME_S / STRIDE_S)
        view.repaint()
        costs.append((time.perf_counter() - start) * 1000)
    window.close()
    ordered = sorted(costs[WARM:])
    return {"median_ms": ordered[FRAMES // 2], "p99_ms": ordered[int(FRAMES * 0.99)]}


if __name__ == "__main__":
    from unknot.domain.choices import ThemeChoice
    from unknot.paths import resources as shipped
    from unknot.ui.theme import Theme as RealTheme

    look = RealTheme(QApplication([]), shipped())
    look.apply(ThemeChoice.LIGHT, 100)
    print(measure(look, shipped()))
