"""Saving the metronome as a file of sound for a phone or a watch: length, count-in, words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QProgressBar, QSpinBox, QWidget

from unknot.domain.beat_file import EVERY_S, LONGEST_MIN, SHORTEST_MIN, BeatFile
from unknot.domain.errors import KnownError
from unknot.services.beat_file import BeatWriting, bytes_of
from unknot.services.settings import Settings
from unknot.ui.body_map.writing import Writing
from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.error_banner import ErrorBanner
from unknot.ui.widgets.pick_list import PickList
from unknot.ui.widgets.plain_spin import plain_spin
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.toggle import Toggle
from unknot.ui.widgets.words import Words

PATIENCE_MS = 500  # a file that is written sooner needs no bar
WAV = ".wav"
_MEGA = 1_000_000


class SaveBeatDialog(Dialog):
    """Chosen here, remembered for the next file. `writing` writes it beside the window.

    `cues` are the words that can be said; those of the cue in `focus`, where there is one, come first.
    """

    def __init__(
        self,
        settings: Settings,
        writing: BeatWriting,
        bpm: int,
        cues: Sequence[str],
        focus: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, self.tr("Save as a sound file"), parent)
        self._settings, self._writing, self._bpm, self._cues = settings, writing, bpm, cues
        self._path: Path | None = None
        self._banner = ErrorBanner(theme)
        self._banner.action_chosen.connect(self._again)
        self._keeping_banner = ErrorBanner(theme)
        self._keeping = Writing(self._keeping_banner)
        self.body.addWidget(self._banner)
        self.body.addWidget(self._keeping_banner)
        self.body.addWidget(
            Words(self.tr("To play on a phone or a watch while you run."), theme, tone="ink2")
        )
        self._build_length()
        self._build_words(focus)
        self.facts = Words("", theme, "small", "ink2")
        self.body.addWidget(self.facts)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Written"))
        self.bar.hide()
        self.body.addWidget(self.bar)
        self.cancel = Button(self.tr("Cancel"), theme)
        self.cancel.clicked.connect(self.reject)
        self.choose = Button(self.tr("Choose where"), theme, icon="folder-open", kind="primary")
        self.choose.clicked.connect(self.ask_where)
        self.choose.setDefault(True)
        self.set_buttons(self.cancel, self.choose)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_bar)
        writing.progressed.connect(self._show_share)
        writing.done.connect(self._done)
        writing.ended.connect(self._ended)
        writing.failed.connect(self._failed)
        self._show()

    @property
    def file(self) -> BeatFile:
        """What is chosen."""
        choices = self._settings.choices
        return BeatFile(
            self._bpm,
            self.minutes.value(),
            choices.metronome_accent,
            choices.metronome_sound,
            self.count_in.isChecked(),
            self.words.value if self._writing.can_speak else "",
            int(self.every.value or EVERY_S[0]),
        )

    def ask_where(self) -> QFileDialog:
        """Ask for a file, in the folder of the last one."""
        self._keep()
        dialog = QFileDialog(self, self.tr("Save as a sound file"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Sound (*.wav)")])
        dialog.setDefaultSuffix(WAV[1:])
        dialog.selectFile(self._file_name())
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def save(self, path: Path) -> None:
        """Write it there."""
        self._path = path if path.suffix.lower() == WAV else path.with_name(path.name + WAV)
        self._banner.hide()
        self.choose.setEnabled(False)
        self.cancel.setText(self.tr("Cancel"))
        self._patience.start()
        choices = self._settings.choices
        self._writing.set_manner(choices.voice_name, choices.voice_rate)
        self._writing.begin(self._path, self.file)

    def reject(self) -> None:
        """Close it; a file that is being written is given up, and nothing of it stays."""
        self._patience.stop()
        with QSignalBlocker(self._writing):
            self._writing.close()
        self._keep()
        super().reject()

    # ------------------------------------------------------------- building
    def _build_length(self) -> None:
        choices, row = self._settings.choices, spaced(QHBoxLayout(), self._theme, 0, 12)
        self.minutes = plain_spin(QSpinBox(), self._theme)
        self.minutes.setRange(SHORTEST_MIN, LONGEST_MIN)
        self.minutes.setValue(choices.beat_file_minutes)
        self.minutes.setMinimumWidth(self._theme.px(96))
        self.minutes.valueChanged.connect(self._show)
        row.addWidget(self._label(self.tr("Minutes"), self.minutes))
        row.addWidget(self.minutes)
        row.addStretch(1)
        self.body.addLayout(row)
        line = spaced(QHBoxLayout(), self._theme, 0, 12)
        self.count_in = Toggle(self._theme, self.tr("Four beats to count in"))
        self.count_in.setChecked(choices.beat_file_count_in)
        self.count_in.toggled.connect(self._show)
        line.addWidget(Words(self.tr("Four beats to count in"), self._theme), 1)
        line.addWidget(self.count_in)
        self.body.addLayout(line)

    def _build_words(self, focus: str) -> None:
        choices, theme = self._settings.choices, self._theme
        self.words = PickList(theme, self.tr("A cue to say"), self.tr("No words"), self._all_cues, wide=420)
        self.words.fill()
        said = focus or choices.beat_file_words
        self.words.set_value(said if said in self._cues else "")
        self.words.picked.connect(self._show)
        spaces = [(str(every), self.tr("Every {n} min").format(n=every // 60)) for every in EVERY_S]
        self.every = Segmented(theme, self.tr("How often it is said"), spaces)
        kept = choices.beat_file_every_s
        self.every.set_value(str(kept if kept in EVERY_S else EVERY_S[0]))
        self.every.picked.connect(self._show)
        speaks = self._writing.can_speak
        for part in (self._label(self.tr("A cue to say"), self.words), self.words, self.every):
            part.setVisible(speaks)
            self.body.addWidget(part)
        self.dumb = Words(
            self.tr("No voice was found that can be put into a file. It will hold the beat alone."),
            theme,
            tone="ink2",
        )
        self.dumb.setVisible(not speaks)
        self.body.addWidget(self.dumb)

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text)
        label.setProperty("type", "label")
        label.setBuddy(buddy)
        buddy.setAccessibleName(text)
        return label

    # ------------------------------------------------------------- inside
    def _show(self) -> None:
        file = self.file
        self.every.setEnabled(bool(file.words))
        minutes, seconds = divmod(round(file.seconds), 60)
        told = self.tr("{bpm} beats a minute, {minutes}:{seconds} long, about {size} MB.").format(
            bpm=file.bpm, minutes=minutes, seconds=f"{seconds:02}", size=max(1, round(bytes_of(file) / _MEGA))
        )
        self.facts.setText(told)
        self.refit()

    def _show_bar(self) -> None:
        self.bar.show()
        self.refit()
        self.bring(self.bar)

    def _show_share(self, share: float) -> None:
        self.bar.setValue(round(share * 100))

    def _done(self, path: Path) -> None:
        self._rest()
        told = self.tr("Saved {name}").format(name=path.name)
        self.facts.setText(told)
        self.bring(self.facts)
        self.cancel.setText(self.tr("Close"))
        self._keep(folder=str(path.parent))
        announce(self, told)

    def _ended(self) -> None:
        self._rest()

    def _failed(self, trouble: KnownError) -> None:
        self._rest()
        self._banner.show_known(trouble)
        self.refit()
        self.bring(self._banner)
        announce(self, str(trouble))

    def _again(self) -> None:
        if self._path is not None:
            self.save(self._path)

    def _rest(self) -> None:
        self._patience.stop()
        self.bar.hide()
        self.bar.setValue(0)
        self.choose.setEnabled(True)

    def _chosen(self, name: str) -> None:
        self.save(Path(name))

    def _keep(self, *, folder: str = "") -> None:
        file = self.file
        fields: dict[str, object] = {
            "beat_file_minutes": file.minutes,
            "beat_file_count_in": file.count_in,
            "beat_file_every_s": file.every_s,
        }
        if self._writing.can_speak:
            fields["beat_file_words"] = file.words
        if folder:
            fields["beat_file_folder"] = folder
        self._keeping.do(partial(self._settings.choose, **fields))

    def _folder(self) -> str:
        kept = self._settings.choices.beat_file_folder
        if kept and Path(kept).is_dir():
            return kept
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)

    def _file_name(self) -> str:
        name = self.tr("Beat {bpm}, {minutes} min").format(bpm=self._bpm, minutes=self.minutes.value())
        return name + WAV

    def _all_cues(self) -> list[tuple[str, str]]:
        return [(cue, cue) for cue in self._cues]
