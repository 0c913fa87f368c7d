"""What to do next: what has its day, the knots to release by need, each with its reason, then a drill."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Signal

from unknot.domain.practice import Planned, SessionKind
from unknot.ui.theme import Theme
from unknot.ui.today.hero import Hero, HeroRow
from unknot.ui.widgets.button import Button


class Item(Struct, frozen=True):
    """What can be done now, in words; `planned` is how it is begun, alone or as part of a set."""

    planned: Planned
    title: str
    detail: str
    why: str
    minutes: int
    aside: str = ""


class NextUpView(Hero):
    """One marigold Start for all of it as one session, one in each row; `refusal` says why nothing is.

    `set_wanted` carries what is to be played, one after the other.
    """

    set_wanted = Signal(object)  # tuple[Planned, ...]

    def __init__(
        self,
        theme: Theme,
        releases: tuple[Item, ...],
        drill: Item | None,
        refusal: str,
        *,
        occasions: tuple[Item, ...] = (),
        compact: bool,
        bare: bool,
    ) -> None:
        super().__init__(theme, *_words(occasions, releases, drill, refusal), compact=compact)
        self._items: tuple[Item, ...] = (*occasions, *releases, *(() if drill is None else (drill,)))
        if self._items:
            several = len(self._items) > 1
            words = self.tr("Start all {n}").format(n=len(self._items)) if several else self.tr("Start")
            self.start = Button(words, theme, icon="play-fill", kind="accent", large=True)
            first = self._items[0].title
            told = self.tr("One after the other, beginning with {first}").format(first=first)
            self.start.setAccessibleDescription(told if several else first)
            self.start.clicked.connect(self._start_all)
            self.action_row.addWidget(self.start)
            self.action_row.addStretch(1)
            self.column.addSpacing(theme.px(16))
        for number, item in enumerate(self._items, 1):
            row = HeroRow(
                theme,
                number,
                "person-simple-run" if item.planned.kind is SessionKind.DRILL else "tennis-ball",
                item.title,
                item.detail,
                why=item.why,
                aside="" if compact else item.aside,
                button=self.tr("Start"),
                bare=bare,
            )
            row.started.connect(self._start_row)
            self.add_row(row)

    def _start_all(self) -> None:
        self.set_wanted.emit(tuple(item.planned for item in self._items))

    def _start_row(self) -> None:
        sender = self.sender()
        if isinstance(sender, HeroRow):
            self.set_wanted.emit((self._items[self.rows.index(sender)].planned,))


def _words(
    occasions: tuple[Item, ...],
    releases: tuple[Item, ...],
    drill: Item | None,
    refusal: str,
) -> tuple[str, str]:
    translate = QCoreApplication.translate
    minutes = sum(item.minutes for item in releases) + sum(item.minutes for item in occasions)
    minutes += drill.minutes if drill else 0
    lasts = translate("NextUp", "About {minutes} minutes in all.").format(minutes=minutes)
    if occasions:
        return occasions[0].title, lasts
    if not releases:
        if drill is None:
            return translate("NextUp", "Nothing due now"), refusal
        return translate("NextUp", "Practise your stride"), f"{refusal} {lasts}".strip()
    counts = {
        1: translate("NextUp", "Loosen one knot"),
        2: translate("NextUp", "Loosen two knots"),
        3: translate("NextUp", "Loosen three knots"),
    }
    headline = counts[min(len(releases), 3)]
    if drill is not None:
        headline = translate("NextUp", "{loosen}, then practise").format(loosen=headline)
    return headline, lasts
