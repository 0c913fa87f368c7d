"""Renders every page and player state from the demo history to PNG files NAME-THEME.png.

screenshots.py --out DIR [--theme light,dark] [--size WxH] [--scale N] [--text PERCENT] [--only WORD]

For the README and for looking at the work. Needs no screen: it draws offscreen, with the bundled fonts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

NOW = datetime(2026, 5, 19, 18, 40, tzinfo=timezone(timedelta(hours=2)))  # a Tuesday evening


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw them all and name each file."""
    told = _parser().parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(told.scale)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # after the scale factor is set

    from screenshot_scenes import SCENES  # noqa: PLC0415  # as above
    from screenshot_studio import Studio  # noqa: PLC0415  # as above
    from unknot import paths  # noqa: PLC0415  # as above
    from unknot.cli import fill_demo  # noqa: PLC0415  # as above
    from unknot.domain.choices import ThemeChoice  # noqa: PLC0415  # as above
    from unknot.ui.theme import Theme  # noqa: PLC0415  # as above

    application = QApplication(["screenshots"])
    application.setStyle("Fusion")
    look = Theme(application, paths.resources())
    width, height = (int(number) for number in told.size.split("x"))
    told.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        invented = Path(folder, "invented")
        fill_demo(invented, now=NOW)
        for theme in told.theme.split(","):
            for name, scene in SCENES.items():
                if told.only not in name:
                    continue
                data = Path(folder, f"{name}-{theme}")  # a copy each: a scene may write
                shutil.copytree(invented, data)
                studio = Studio(look, data, NOW, (ThemeChoice(theme), told.text), (width, height))
                path = told.out / f"{name}-{theme}.png"
                scene(studio).save(str(path))
                studio.close()
                print(path, flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Render every page and player state to PNG files.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--theme", default="light,dark", help="light, dark or both (with a comma)")
    parser.add_argument("--size", default="1440x900", metavar="WxH")
    parser.add_argument("--scale", type=float, default=1, metavar="N", help="pixels for each unit")
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT", help="text size, 100 to 200")
    parser.add_argument("--only", default="", metavar="WORD", help="only scenes with this word in their name")
    return parser


if __name__ == "__main__":
    sys.exit(main())
