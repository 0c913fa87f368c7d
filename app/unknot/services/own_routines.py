"""Routines of the user's own: versions of shipped ones and files that were opened, kept and given away."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject

from unknot.content.errors import ContentError
from unknot.content.own_file import Checker, read_own, table_of, text_of
from unknot.content.reading import Table
from unknot.domain.errors import KnownError
from unknot.domain.kept_routine import KeptRoutine
from unknot.domain.own_ids import FREE, is_own, made_from, own_id, source_step
from unknot.domain.own_routine import Draft, draft_of, retotalled
from unknot.domain.own_rules import MOST_TITLE, is_version, own_fault
from unknot.domain.routine import Routine
from unknot.domain.routine_find import words_of
from unknot.domain.steps import Step
from unknot.services.changes import Change, Kind
from unknot.services.journal import Journal
from unknot.services.own_words import fault_words
from unknot.services.picture_files import write_picture
from unknot.services.undo import OwnRoutineSet
from unknot.storage.history import History

MOST_BYTES = 256 * 1024  # of a file; the shipped ones have 10
_ID = re.compile(r"[a-z0-9-]{1,80}")
_log = logging.getLogger(__name__)


class Editing(Struct, frozen=True):
    """What an editor works on: the draft, the raw table it was read from, and where that came from.

    `is_new` as long as it is not kept; `file` is the name of the file it was opened from.
    """

    draft: Draft
    table: Table | None = None
    is_new: bool = True
    file: str = ""


class OwnRoutines(QObject):
    """Reads them once and again after each change; every change is one transaction with undo.

    `shipped` are the routines of the content, `check` gives its rules (it loads slowly), `day_s` the
    seconds of release practice in a day.
    """

    def __init__(
        self,
        history: History,
        journal: Journal,
        shipped: Mapping[str, Routine],
        check: Callable[[], Checker],
        day_s: float,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._history, self._journal, self._shipped = history, journal, shipped
        self._check, self.day_s, self._now = check, day_s, now
        self._kept: dict[str, KeptRoutine] | None = None
        self._routines: dict[str, Routine] = {}
        journal.changed.connect(self._forget)

    @property
    def routines(self) -> Mapping[str, Routine]:
        """Every one by its id, the oldest first."""
        self._read()
        return self._routines

    def may_edit(self, routine: Routine) -> bool:
        """Whether there can be an own version of it."""
        return not routine.measure_only

    # ------------------------------------------------------------- editing
    def version_of(self, routine: Routine) -> Editing:
        """A new own version of a shipped routine or of an own one."""
        origin = self._shipped.get(made_from(routine.id))
        table = self._table(routine.id)
        copy = replace(routine, id=self._new_id(routine.id), title=self._free_title(routine.title))
        return Editing(draft_of(copy, origin, self.day_s), table)

    def edit(self, routine_id: str) -> Editing:
        """An own one, to be changed."""
        routine = self.routines[routine_id]
        origin = self._shipped.get(made_from(routine_id))
        return Editing(draft_of(routine, origin, self.day_s), self._table(routine_id), is_new=False)

    def keep(self, editing: Editing) -> Routine:
        """Write what was edited. Raises KnownError, and nothing has changed."""
        routine = editing.draft.routine
        table = table_of(routine, editing.table)
        self._refuse_faults(routine.title, table, routine)
        before = self._all().get(routine.id)
        made = before.made_at if before is not None else self._now()
        after = KeptRoutine(routine.id, made, text_of(table))
        if before is None or before.file != after.file:
            changed, saved = self.tr("Routine changed"), self.tr("Routine saved")
            self._journal.do(OwnRoutineSet(saved if before is None else changed, before, after))
        return routine

    def delete(self, routine_id: str) -> None:
        """Delete one; its sessions stay in the history. Raises KeyError, KnownError."""
        self._journal.do(OwnRoutineSet(self.tr("Routine deleted"), self._all()[routine_id], None))

    # ------------------------------------------------------------- files
    def file_name(self, routine: Routine) -> str:
        """What the file of a routine is called when nobody says otherwise."""
        return ("-".join(words_of(routine.title)) or routine.id) + ".toml"

    def save_as(self, routine: Routine, path: Path) -> None:
        """Write a routine as a file to give away. Raises KnownError."""
        table = table_of(routine, self._table(routine.id))
        write_picture(path, text_of(table).encode())

    def open_file(self, path: Path) -> Editing:
        """A routine that somebody gave away, to look over; nothing is kept yet. Raises KnownError."""
        name = path.name
        try:
            with path.open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
        except OSError as trouble:
            what = self.tr("{name} could not be read: {reason}.")
            raise KnownError(what.format(name=name, reason=trouble.strerror or trouble)) from trouble
        if len(raw) > MOST_BYTES:
            raise KnownError(self.tr("{name} is too large for a routine.").format(name=name))
        try:
            table, routine = read_own(raw, name)
        except ContentError as error:
            raise KnownError(self._unreadable(name, error)) from error
        origin = self._shipped.get(made_from(routine.id))
        if origin is not None and not is_version(routine, origin):
            origin = None
        if origin is None:
            routine = replace(routine, steps=_with_plain_ids(routine.steps))
        title = " ".join(routine.title.split())
        kept_id = routine.id if self._may_keep_id(routine.id, origin) else ""
        routine = replace(
            routine, id=kept_id or self._new_id("" if origin is None else origin.id), title=title
        )
        table |= {"id": routine.id, "title": title}
        self._refuse_faults(name, table, routine)
        fault = own_fault(routine, origin, self.day_s)
        if fault is not None:
            raise KnownError(self._broken(name, fault_words(fault, self.day_s)))
        return Editing(draft_of(retotalled(routine), origin, self.day_s), table, file=name)

    # ------------------------------------------------------------- inside
    def _refuse_faults(self, name: str, table: Table, routine: Routine) -> None:
        faults = self._check()(name, table, routine)
        if faults:
            raise KnownError(self._broken(name, faults[0].removeprefix(f"{name}: ")))

    def _broken(self, name: str, why: str) -> str:
        return self.tr("{name} cannot be used as a routine: {why}").format(
            name=name, why=why.rstrip(".") + "."
        )

    def _unreadable(self, name: str, error: ContentError) -> str:
        if error.key == "format" and "newer" in error.fault and "None" not in error.fault:
            return self.tr("{name} was made for a newer Unknot.").format(name=name)
        if error.key in {"format", "type", ""}:
            return self.tr("{name} is not a routine of Unknot.").format(name=name)
        return self._broken(name, f"{error.key}: {error.fault}")

    def _may_keep_id(self, routine_id: str, origin: Routine | None) -> bool:
        """Whether a file may have the id it says: one of ours, for what it is, and not in use."""
        if not is_own(routine_id) or not _ID.fullmatch(routine_id) or routine_id in self.routines:
            return False
        return made_from(routine_id) == (FREE if origin is None else origin.id)

    def _new_id(self, like: str) -> str:
        origin = made_from(like)
        return own_id(origin if origin in self._shipped else "", uuid4().hex[:8])

    def _free_title(self, title: str) -> str:
        """The name of the one it is made from, marked as the user's and told from the others."""
        used = {routine.title for routine in self.routines.values()}
        marks = [self.tr(" (mine)"), *(self.tr(" (mine {n})").format(n=n) for n in range(2, len(used) + 3))]
        base = next((title.removesuffix(mark) for mark in marks if title.endswith(mark)), title)
        return next(
            name for mark in marks if (name := base[: MOST_TITLE - len(mark)].rstrip() + mark) not in used
        )

    def _table(self, routine_id: str) -> Table | None:
        kept = self._all().get(routine_id) if is_own(routine_id) else None
        return None if kept is None else read_own(kept.file.encode(), kept.id)[0]

    def _all(self) -> dict[str, KeptRoutine]:
        self._read()
        return self._kept or {}

    def _read(self) -> None:
        if self._kept is not None:
            return
        self._kept, self._routines = {}, {}
        for kept in self._history.own_routines.all():
            try:
                routine = read_own(kept.file.encode(), kept.id)[1]
            except ContentError as error:
                _log.warning("An own routine cannot be read: %s", error)
                continue
            self._kept[kept.id] = kept
            self._routines[kept.id] = replace(routine, id=kept.id)

    def _forget(self, change: Change) -> None:
        if Kind.ROUTINES in change.kinds:
            self._kept = None


def _with_plain_ids(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Ids that no copy can have, told apart."""
    return tuple(
        replace(step, id=f"{source_step(step.id).replace('-', '_')}_{number}")
        if source_step(step.id) != step.id
        else step
        for number, step in enumerate(steps, 1)
    )
