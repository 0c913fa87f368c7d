"""Renders every page, dialog and player state from the demo history to PNG files.

screenshots.py --out DIR [--theme light,dark] [--size WxH,WxH] [--scale N] [--text PERCENT] [--only NAME,N*]
screenshots.py --out DIR --figures [--size WxH ...]

A file is called NAME-THEME.png at the size of the drawings, and NAME-THEME-WxH.png at another. For the
README (`--readme`) and for looking at the work. `--figures` draws contact sheets of the figure instead: every
style, drill and release position, each picture of the size given. Needs no screen: it draws offscreen, with
the bundled fonts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from fnmatch import fnmatch
from pathlib import Path

NOW = datetime(2026, 5, 23, 18, 40, tzinfo=timezone(timedelta(hours=2)))  # a Saturday evening
DRAWN_SIZE, CELL_SIZE = "1440x900", "480x400"
IN_README = ("today", "body-map", "release", "routine", "drills", "drill-ghost", "runs", "progress")
README_FOLDER = Path(__file__).parent / "screenshots"


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw them all and name each file."""
    told = _parser().parse_args(arguments)
    if told.readme:
        told.out, told.theme, told.size, told.only = README_FOLDER, "light", DRAWN_SIZE, ",".join(IN_README)
    if told.size is None:
        told.size = CELL_SIZE if told.figures else f"{DRAWN_SIZE},1024x700"
    if told.out is None:
        _parser().error("say where to: --out DIR, or --readme")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(told.scale)
    told.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for path in _draw_figures(told) if told.figures else _draw_all(told, Path(folder)):
            print(path, flush=True)
    return 0


def _draw_figures(told: argparse.Namespace) -> Iterator[Path]:
    from PySide6.QtCore import QSize  # noqa: PLC0415  # after the scale factor is set
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # as above

    from screenshot_figures import draw_sheet, sheets  # noqa: PLC0415  # as above
    from unknot import paths  # noqa: PLC0415  # as above
    from unknot.content.gait import load_gait  # noqa: PLC0415  # as above
    from unknot.content.library import load_library  # noqa: PLC0415  # as above
    from unknot.domain.choices import ThemeChoice  # noqa: PLC0415  # as above
    from unknot.ui.theme import Theme  # noqa: PLC0415  # as above

    application = QApplication(["screenshots"])
    application.setStyle("Fusion")
    look = Theme(application, paths.resources())
    gait, library = load_gait(paths.resources()), load_library(paths.resources())
    width, height = (int(number) for number in told.size.split(",")[0].split("x"))
    for theme in told.theme.split(","):
        look.apply(ThemeChoice(theme), told.text, reduced_motion=True)
        for name, cells in sheets(gait, library).items():
            if any(fnmatch(name, pattern) for pattern in told.only.split(",")):
                path = told.out / f"{name}-{theme}.png"
                draw_sheet(cells, look, gait, QSize(width, height)).save(str(path))
                yield path


def _draw_all(told: argparse.Namespace, folder: Path) -> Iterator[Path]:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # after the scale factor is set

    from screenshot_scenes import FIRST_VISIT, SCENES  # noqa: PLC0415  # as above
    from screenshot_studio import Studio  # noqa: PLC0415  # as above
    from unknot import paths  # noqa: PLC0415  # as above
    from unknot.cli import fill_demo  # noqa: PLC0415  # as above
    from unknot.domain.choices import ThemeChoice  # noqa: PLC0415  # as above
    from unknot.ui.theme import Theme  # noqa: PLC0415  # as above
    from unknot.ui.widgets.focus_ring import FocusRing  # noqa: PLC0415  # as above

    application = QApplication(["screenshots"])
    application.setStyle("Fusion")
    look = Theme(application, paths.resources())
    invented = folder / "invented"
    fill_demo(invented, now=NOW)
    for name, scene in (SCENES | FIRST_VISIT).items():
        if not any(fnmatch(name, pattern) for pattern in told.only.split(",")):
            continue
        for theme in told.theme.split(","):
            for size in told.size.split(","):
                data = folder / f"{name}-{theme}-{size}"  # a history each: a scene may write
                if name in SCENES:
                    shutil.copytree(invented, data)
                width, height = (int(number) for number in size.split("x"))
                ring = FocusRing(application, look)  # shows where a scene uses the keyboard
                studio = Studio(look, data, NOW, (ThemeChoice(theme), told.text), (width, height))
                scene(studio)
                ending = "" if size == DRAWN_SIZE else f"-{size}"
                path = told.out / f"{name}-{theme}{ending}.png"
                studio.picture().save(str(path))
                ring.deleteLater()
                studio.close()
                yield path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Render every page and player state to PNG files.")
    parser.add_argument("--out", type=Path, metavar="DIR")
    parser.add_argument("--readme", action="store_true", help="draw those of the README, where it has them")
    parser.add_argument("--theme", default="light,dark", help="light, dark or both (with a comma)")
    parser.add_argument("--figures", action="store_true", help="draw contact sheets of the figure instead")
    parser.add_argument("--size", metavar="WxH", help=f"one or more sizes, else {DRAWN_SIZE} and 1024x700")
    parser.add_argument("--scale", type=float, default=1, metavar="N", help="pixels for each unit")
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT", help="text size, 100 to 200")
    parser.add_argument(
        "--only", default="*", metavar="NAME", help="only these scenes; * stands for anything"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
