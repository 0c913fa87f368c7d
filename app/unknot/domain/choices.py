"""The user's choices: look, text size, sound. One frozen record with its defaults."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from unknot.domain.tone import BeatOf, BeatSound, ToneSet


class ThemeChoice(StrEnum):
    """Which theme to show."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Choices(Struct, frozen=True):
    """Every remembered choice. Each field is one row of the settings table, stored as JSON."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: int = 100  # per cent, 100 to 200
    reduced_motion: bool = False
    quiet_anatomy: bool = False  # the grey pictures
    map_view: str = "back"
    map_leg: str = "both"  # left | both | right
    map_where_not: bool = False  # hatch where not to press
    picture_folder: str = ""  # where the last picture of the map was saved
    page: str = "today"
    window: str = ""  # saved geometry, base64
    voice: bool = True
    voice_side: bool = True  # what the voice tells, each by itself
    voice_cue: bool = True
    voice_next: bool = True
    voice_halfway: bool = True
    voice_countdown: bool = True
    voice_name: str = ""  # the system's own
    voice_rate: int = 100  # per cent of the usual rate, 60 to 160
    beeps: bool = True
    prepare_s: int = 10  # to get ready before the first step, 0 to 30
    tone_set: ToneSet = ToneSet.FULL
    sound_output: str = ""  # the id of a device; the system's own choice
    metronome: bool = True
    ghost: bool = False
    ghost_beside: bool = False  # beside the runner instead of behind
    picture_speed: int = 100  # per cent: 25, 50, 100
    volume: int = 80  # per cent
    sound_delay_ms: int = 0  # 0 to 400, how late the speaker is
    sound_checked: bool = False
    tools_at_hand: str = ""  # tool ids parted by spaces; empty: nobody said, so all are thought to be
    favourites: str = ""  # routine ids parted by spaces
    release_part: str = ""  # what the library of routines is filtered by; empty shows all
    release_tool: str = ""
    release_minutes: int = 0
    routine_folder: str = ""  # where the last routine was saved or opened as a file
    press_taught: bool = False  # the standard press was shown
    repeat_asked: str = ""  # the day a second rating was last offered and answered, such as 2026-11-14
    focus_cue: str = ""  # the id of the one cue for the next run; empty: none
    card_cue: str = ""  # a second one on the pocket card
    step_rate_spm: int = 0  # own counted steps a minute, 0 = not counted yet
    metronome_bpm: int = 0  # of the metronome alone; 0: never set, so the own steps or the usual
    metronome_accent: int = 0  # every so many beats
    metronome_beat: BeatOf = BeatOf.FOOT
    metronome_sound: BeatSound = BeatSound.CLICK
    beat_file_folder: str = ""  # where the last one was saved
    beat_file_minutes: int = 30
    beat_file_count_in: bool = True
    beat_file_words: str = ""  # a cue that is said in it
    beat_file_every_s: int = 60
    stride_seen: str = ""  # faults of the own stride and how often each is seen, such as waist_hinge:2
    full_screen_player: bool = True
    mini_player: bool = False  # when the window is minimised in a session
    mini_window: str = ""  # its saved geometry, base64

    @property
    def at_hand(self) -> frozenset[str] | None:
        """The tools the user has, None where nobody said."""
        return frozenset(self.tools_at_hand.split()) or None

    @property
    def starred(self) -> frozenset[str]:
        """The ids of the favourite routines."""
        return frozenset(self.favourites.split())
