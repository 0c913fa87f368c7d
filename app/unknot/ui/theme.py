"""The look: colours, type and sizes from the TOML tokens, one palette and one style sheet made of them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import tomli
from msgspec import Struct
from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from unknot.domain.choices import ThemeChoice

_TOKEN = re.compile(r"@(\w+)(?:\((-?[\d.]+)\))?")
LABELLED_RAIL_FROM = 1280  # logical px of window width at 100 % text: the rail shows labels beside its icons
ONE_COLUMN_BELOW = 900  # the same for pages that fold into one column


class Tokens(Struct, frozen=True):
    """The colours of one theme: single ones by name, and the tenderness ramp 0..10 with its ink."""

    name: str
    colors: dict[str, str]
    tender: tuple[str, ...]
    tender_ink: tuple[str, ...]


@cache
def read_tokens(path: Path) -> Tokens:
    """Read one theme file. Raises OSError or tomli.TOMLDecodeError."""
    raw = tomli.loads(path.read_text(encoding="utf-8"))
    colors = dict(raw["color"])
    tender, ink = tuple(colors.pop("tender")), tuple(colors.pop("tenderInk"))
    return Tokens(raw["name"], colors, tender, ink)


@cache
def read_scale(path: Path) -> dict[str, Any]:
    """Read the shared type and size tokens."""
    return tomli.loads(path.read_text(encoding="utf-8"))


class Theme(QObject):
    """Answers every question about the look, and tells when it changed.

    Sizes are logical pixels at 100 % text; `px` scales them with the chosen text size. Widgets that
    paint themselves read colours at paint time and call update() on `changed`; everything else is styled
    by the sheet, through the dynamic properties `kind`, `type`, `tone` and `panel` (see app.qss).
    """

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path) -> None:
        super().__init__(app)
        self._app = app
        self._folder = resources / "themes"
        QDir.setSearchPaths("icons", [str(resources / "icons")])
        QDir.setSearchPaths("anatomy", [str(resources / "anatomy")])
        self._scale = read_scale(self._folder / "scale.toml")
        self._families = self._load_fonts(resources / "fonts")
        self._choice = ThemeChoice.SYSTEM
        self._text_scale = 100
        self.reduced_motion = False
        self._tokens = read_tokens(self._folder / "light.toml")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    # ---------------------------------------------------------------- asking
    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are on."""
        return self._tokens.name == "dark"

    @property
    def text_scale(self) -> int:
        """Text size in per cent, 100 to 200."""
        return self._text_scale

    def color(self, token: str) -> QColor:
        """A colour by its token name, as in the design system ("ink2", "accentTint")."""
        return QColor(self._tokens.colors[token])

    def look(self, name: str) -> dict[str, str]:
        """All single colours of a theme by token, "light" or "dark", for pictures of it."""
        return read_tokens(self._folder / f"{name}.toml").colors

    def tender(self, score: int) -> tuple[QColor, QColor]:
        """Disc and number colour of a tenderness or pain score 0..10."""
        return QColor(self._tokens.tender[score]), QColor(self._tokens.tender_ink[score])

    def px(self, size: float) -> int:
        """A size in logical pixels at the chosen text size."""
        return round(size * self._text_scale / 100)

    def font(self, style: str, factor: float | None = None) -> QFont:
        """A font by its type style ("title", "body", "number"); `factor` replaces the text scale."""
        spec = self._scale["type"].get(style) or self._scale["player"][style]
        font = QFont(self._families[spec["family"]])
        scale = self._text_scale / 100 if factor is None else factor
        font.setPixelSize(max(1, round(spec["px"] * scale)))
        font.setWeight(QFont.Weight(spec["weight"]))
        if spec["family"] == "display":
            font.setFeature(QFont.Tag("tnum"), 1)  # counters must not wobble
        return font

    def line_height(self, style: str) -> int:
        """The line height of a type style in logical pixels at the chosen text size."""
        return self.px(self._scale["type"][style]["line"])

    def narrow(self, width: int) -> bool:
        """Whether a page or window of this many pixels shows one column (design system, section 11)."""
        return self._text_scale >= 200 or self._at_full_size(width) < ONE_COLUMN_BELOW

    def wide(self, window_width: int) -> bool:
        """Whether a window of this many pixels has room for the rail with labels and the wide margins."""
        return self._text_scale < 200 and self._at_full_size(window_width) >= LABELLED_RAIL_FROM

    def page_padding(self, window_width: int) -> int:
        """The margin of a page in a window of this many pixels: 32, 24 under 1280, less in one column."""
        if self.narrow(window_width):
            return self.px(16)
        return self.px(32 if self.wide(window_width) else 24)

    def number(self, section: str, name: str) -> float:
        """A bare token of scale.toml, for example ("chart", "line")."""
        return float(self._scale[section][name])

    def knot_radius(self, size: str) -> float:
        """Radius of a knot's disc in logical pixels by its size id ("pea"; "none" draws as a pea)."""
        radii: dict[str, float] = self._scale["knot"]["radius"]
        return float(radii.get(size, radii["pea"]))

    def icon(self, name: str, token: str = "ink", size: int = 20) -> QIcon:  # noqa: S107 - a colour token
        """A Phosphor icon by file name ("play-fill"), tinted."""
        return QIcon(self.pixmap(name, self.color(token), self.px(size)))

    def pixmap(self, name: str, color: QColor, size: int) -> QPixmap:
        """The same as a pixmap of `size` logical pixels, sharp on dense screens."""
        ratio = self._app.devicePixelRatio()
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(f"icons:{name}.svg").render(painter)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(picture.rect(), color)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def on_paper(self) -> Theme:
        """The light look at 100 % text, for what leaves the app; nothing here changes by it."""
        paper = Theme.__new__(Theme)
        QObject.__init__(paper)
        paper.__dict__.update(self.__dict__)
        light = {"_choice": ThemeChoice.LIGHT, "_tokens": read_tokens(self._folder / "light.toml")}
        paper.__dict__.update(light, _text_scale=100)
        return paper

    # ---------------------------------------------------------------- choosing
    def apply(self, choice: ThemeChoice, text_scale: int, *, reduced_motion: bool = False) -> None:
        """Put a theme and a text size on the whole application."""
        self._choice, self._text_scale, self.reduced_motion = choice, text_scale, reduced_motion
        name = choice.value if choice is not ThemeChoice.SYSTEM else self._system_name()
        self._tokens = read_tokens(self._folder / f"{name}.toml")
        self._app.setPalette(self._palette())
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(self.style_sheet())
        self.changed.emit()

    def style_sheet(self) -> str:
        """The QSS template with every @token and @px(n) filled in."""
        template = (self._folder / "app.qss").read_text(encoding="utf-8")
        return _TOKEN.sub(self._fill, template)

    def _at_full_size(self, pixels: int) -> float:
        return pixels * 100 / self._text_scale

    def _fill(self, match: re.Match[str]) -> str:
        word, number = match.group(1), match.group(2)
        if number is not None:  # @px(12) scaled, @font_title(0) handled by name
            return f"{self.px(float(number))}px"
        if word in self._tokens.colors:
            return self._tokens.colors[word]
        if word.startswith("font_"):
            font = self.font(word.removeprefix("font_"))
            return f"font: {font.weight()} {font.pixelSize()}px '{font.family()}';"
        raise KeyError(f"app.qss asks for @{word}, which no token names")

    def _palette(self) -> QPalette:
        role, palette = QPalette.ColorRole, QPalette()
        for target, token in (
            (role.Window, "bg"), (role.Base, "raised"), (role.AlternateBase, "surface"),
            (role.WindowText, "ink"), (role.Text, "ink"), (role.Button, "surface"),
            (role.ButtonText, "ink"), (role.Highlight, "primary"), (role.HighlightedText, "onPrimary"),
            (role.Link, "primary"), (role.PlaceholderText, "ink3"), (role.ToolTipBase, "raised"),
            (role.ToolTipText, "ink"), (role.Accent, "primary"),
        ):  # fmt: skip
            palette.setColor(target, self.color(token))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.color("disabledInk"))
        return palette

    def _load_fonts(self, folder: Path) -> dict[str, str]:
        families = {}
        fallback = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        for face, spec in self._scale["font"].items():
            loaded = [QFontDatabase.addApplicationFont(str(folder / name)) for name in spec["files"]]
            families[face] = spec["family"] if all(code >= 0 for code in loaded) else fallback
        return families

    @staticmethod
    def _system_name() -> str:
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme is Qt.ColorScheme.Dark else "light"

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self.apply(self._choice, self._text_scale, reduced_motion=self.reduced_motion)
