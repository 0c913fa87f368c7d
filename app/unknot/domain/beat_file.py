"""A metronome as a file of sound: where its beats and words lie."""

from __future__ import annotations

from msgspec import Struct

from unknot.domain.beat import beat_notes, is_accent
from unknot.domain.metronome import Metronome
from unknot.domain.tone import SECONDS, BeatSound, Note, Tone

SHORTEST_MIN, LONGEST_MIN = 1, 120
COUNT_IN_BEATS = 4
EVERY_S = (60, 120, 300)  # seconds from words to words: a cue that fades
FIRST_WORDS_S = 5.0  # after the count-in
_BREATH_S = 0.02  # from the end of a beat's tone to the words


class BeatFile(Struct, frozen=True):
    """What is written: tempo, length without the count-in, and what is said every so many seconds."""

    bpm: int
    minutes: int
    accent: int = 0
    sound: BeatSound = BeatSound.CLICK
    count_in: bool = False
    words: str = ""
    every_s: int = EVERY_S[0]

    @property
    def begin(self) -> float:
        """The second at which the count-in is over."""
        return COUNT_IN_BEATS * 60 / self.bpm if self.count_in else 0.0

    @property
    def seconds(self) -> float:
        """The length of the whole."""
        return self.begin + self.minutes * 60


def file_notes(file: BeatFile) -> tuple[Note, ...]:
    """Every beat; those of the count-in all sound like accents."""
    loud = Tone.ACCENT if file.sound is BeatSound.CLICK else Tone.SOFT_ACCENT
    counted = [Note(k * 60 / file.bpm, loud) for k in range(COUNT_IN_BEATS if file.count_in else 0)]
    beats = beat_notes(Metronome(file.begin, file.bpm), file.begin, file.seconds, file.accent, file.sound)
    return (*counted, *beats)


def word_starts(file: BeatFile, lasts_s: float) -> tuple[float, ...]:
    """The seconds at which the words begin that take so long: right behind a beat, an accent if there are.

    They may lie over the beats that follow, as in a session, but never end after the file.
    """
    if not file.words:
        return ()
    metronome, behind = Metronome(file.begin, file.bpm), SECONDS[Tone.SOFT_ACCENT] + _BREATH_S
    found: list[float] = []
    due = file.begin + FIRST_WORDS_S
    while due < file.seconds:
        beats = metronome.between(due, due + 5 * 60 / file.bpm)
        chosen = next((at for k, at in beats if not file.accent or is_accent(k, file.accent)), due)
        if chosen + behind + lasts_s <= file.seconds:
            found.append(chosen + behind)
        due += file.every_s
    return tuple(found)
