"""The metronome alone: its stream, its tempo, and the beat that is heard now."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from helpers.clock import ManualClock
from helpers.speaker import SilentSpeaker
from unknot.domain.beat import USUAL
from unknot.domain.tone import BeatSound, Tone
from unknot.services.held_speaker import OPEN_AGAIN_S
from unknot.services.metronome import FILLED_S, SETTLE_MS, FreeMetronome
from unknot.services.settings import Settings
from unknot.services.tones import RATE, Mix, make_tones
from unknot.storage.history import History

FRAME_S = 1 / 60


@pytest.fixture
def seconds() -> ManualClock:
    return ManualClock()


@pytest.fixture
def settings(history: History) -> Settings:
    return Settings(history)


@pytest.fixture
def speaker(seconds: ManualClock) -> SilentSpeaker:
    return SilentSpeaker(seconds)


@pytest.fixture
def metronome(
    qapp: object, settings: Settings, speaker: SilentSpeaker, seconds: ManualClock
) -> Iterator[FreeMetronome]:
    made = FreeMetronome(settings, lambda: speaker, seconds)
    yield made
    made.close()


def test_the_first_tempo_is_the_kept_one_else_the_own_steps_else_the_usual(
    metronome: FreeMetronome, settings: Settings, seconds: ManualClock
):
    assert metronome.bpm == USUAL
    settings.choose(step_rate_spm=162)
    assert FreeMetronome(settings, lambda: None, seconds).bpm == 162
    settings.choose(metronome_bpm=96)
    assert FreeMetronome(settings, lambda: None, seconds).bpm == 96


def test_it_fills_an_hour_at_once_and_every_beat_lies_on_its_sample(
    metronome: FreeMetronome, speaker: SilentSpeaker
):
    metronome.set_bpm(171)
    metronome.start()
    position, notes = speaker.played[0]
    assert len(notes) == round(FILLED_S * 171 / 60)
    starts = [at for at, _ in Mix(make_tones(), notes, position).starts]
    assert starts == [round(k * 60 / 171 * RATE) for k in range(len(notes))]


def test_the_first_click_is_heard_on_a_clock_that_goes_on_meanwhile(
    settings: Settings, speaker: SilentSpeaker, seconds: ManualClock
):
    def ticking() -> float:
        seconds.advance(1e-5)
        return seconds()

    metronome = FreeMetronome(settings, lambda: speaker, ticking)
    metronome.start()
    position, notes = speaker.played[0]
    assert notes[0].at == position == 0


def test_nothing_resets_the_stream_for_half_an_hour(
    metronome: FreeMetronome, speaker: SilentSpeaker, seconds: ManualClock
):
    metronome.start()
    for _ in range(30):
        seconds.advance(60)
        metronome.watch()
    assert len(speaker.played) == 1
    assert metronome.beats == pytest.approx(30 * USUAL)


def test_it_is_filled_again_before_it_ends_and_the_beat_goes_on(
    metronome: FreeMetronome, speaker: SilentSpeaker, seconds: ManualClock
):
    metronome.set_bpm(60)
    metronome.start()
    seconds.advance(FILLED_S * 0.95 + 0.5)
    metronome.watch()
    position, notes = speaker.played[1]
    assert notes[0].at == pytest.approx(position + 0.5)


@pytest.mark.parametrize("filling", [0.0, 0.08])
@pytest.mark.parametrize("delay_ms", [0, 200])
def test_the_picture_is_within_a_frame_of_the_click_as_heard(
    metronome: FreeMetronome, speaker: SilentSpeaker, seconds: ManualClock, settings: Settings,
    delay_ms: int, filling: float,
):  # fmt: skip
    settings.choose(sound_delay_ms=delay_ms)
    speaker.late, speaker.filling = 0.4, filling
    metronome.set_bpm(180)
    began = seconds()
    metronome.start()
    seen: dict[int, float] = {}
    while len(seen) < 40:
        beats = metronome.beats
        assert beats is not None
        seen.setdefault(int(beats), seconds() - began)
        seconds.advance(FRAME_S)
    for k, at in list(seen.items())[1:]:
        heard = 0.4 + filling + delay_ms / 1000 + k / 3
        assert 0 <= at - heard + 1e-6 <= FRAME_S + 1e-6


def test_a_stalled_window_does_not_touch_the_stream(
    metronome: FreeMetronome, speaker: SilentSpeaker, seconds: ManualClock
):
    metronome.set_bpm(120)
    metronome.start()
    assert metronome.beats == pytest.approx(0, abs=1e-6)
    seconds.advance(7.25)
    metronome.watch()
    assert metronome.beats == pytest.approx(14.5)
    assert len(speaker.played) == 1


def test_another_tempo_goes_on_from_the_beat_that_is_on(
    metronome: FreeMetronome, speaker: SilentSpeaker, seconds: ManualClock
):
    metronome.set_bpm(120)
    metronome.start()
    seconds.advance(3.25)
    assert metronome.beats == pytest.approx(6.5)
    metronome.set_bpm(60)
    metronome.settle()
    assert metronome.beats == pytest.approx(6.5)
    position, notes = speaker.played[-1]
    assert notes[0].at == pytest.approx(position + 0.5)
    seconds.advance(1)
    assert metronome.beats == pytest.approx(7.5)


def test_turning_the_dial_resets_the_stream_once(
    qtbot: object, metronome: FreeMetronome, speaker: SilentSpeaker
):
    metronome.start()
    for bpm in range(120, 140):
        metronome.set_bpm(bpm)
    assert len(speaker.played) == 1
    qtbot.waitUntil(lambda: len(speaker.played) == 2, timeout=10 * SETTLE_MS)  # type: ignore[attr-defined]  # as above


def test_taps_set_the_tempo(metronome: FreeMetronome, seconds: ManualClock):
    tempos = []
    for _ in range(4):
        tempos.append(metronome.tap())
        seconds.advance(0.4)
    assert tempos == [None, None, 150, 150]
    assert metronome.bpm == 150


def test_accents_and_sound_are_heard_as_chosen(
    metronome: FreeMetronome, speaker: SilentSpeaker, settings: Settings
):
    settings.choose(metronome_accent=3)
    metronome.start()
    assert [note.tone for note in speaker.played[-1][1][:4]] == [
        Tone.ACCENT, Tone.CLICK, Tone.CLICK, Tone.ACCENT,
    ]  # fmt: skip
    settings.choose(metronome_sound=BeatSound.SOFT, volume=30)
    assert [note.tone for note in speaker.played[-1][1][:2]] == [Tone.SOFT_ACCENT, Tone.SOFT]
    assert speaker.volume == 30
    assert len(speaker.played) == 2


def test_stop_is_silence_and_close_lets_the_device_go(metronome: FreeMetronome, speaker: SilentSpeaker):
    metronome.start()
    metronome.stop()
    assert (metronome.is_on, metronome.beats, speaker.stops) == (False, None, 1)
    metronome.close()
    assert speaker.closed


def test_without_a_device_the_beat_keeps_time_for_the_picture(settings: Settings, seconds: ManualClock):
    metronome = FreeMetronome(settings, lambda: None, seconds)
    metronome.set_bpm(60)
    metronome.start()
    seconds.advance(5.5)
    assert metronome.lacks_sound
    assert metronome.beats == pytest.approx(5.5)
    metronome.close()


def test_a_lost_device_is_looked_for_and_the_beat_goes_on(
    qapp: object, settings: Settings, speaker: SilentSpeaker, seconds: ManualClock
):
    found = [speaker, SilentSpeaker(seconds)]
    metronome = FreeMetronome(settings, lambda: found.pop(0), seconds)
    metronome.set_bpm(60)
    metronome.start()
    seconds.advance(1.5)
    assert metronome.beats == pytest.approx(1.5)
    speaker.alive = False
    metronome.watch()
    assert speaker.closed
    assert metronome.lacks_sound
    seconds.advance(OPEN_AGAIN_S + 0.1)
    metronome.watch()
    assert not metronome.lacks_sound
    assert metronome.beats == pytest.approx(1.5 + OPEN_AGAIN_S + 0.1)
    metronome.close()
