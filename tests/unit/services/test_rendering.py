"""Speech rendered ahead: with the real program where it is installed, and with one that is made up."""

from __future__ import annotations

import shutil
import stat
import time
import wave
from pathlib import Path

import numpy as np
import pytest

from unknot.services.rendering import LOUDNESS, EspeakVoice, find_espeak, voices
from unknot.services.tones import RATE

needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
_RATE = 22_050


def until_ready(voice: EspeakVoice, text: str) -> np.ndarray:
    """Wait for the thread."""
    end = time.monotonic() + 5
    while voice.samples(text) is None and time.monotonic() < end:
        time.sleep(0.005)
    found = voice.samples(text)
    assert found is not None
    return found


@pytest.fixture
def program(tmp_path: Path) -> str:
    """Looks like espeak-ng: half a second of 440 Hz between silences, and a note of how it was called."""
    t = np.arange(_RATE // 2) / _RATE
    tone = 0.3 * np.sin(2 * np.pi * 440 * t)
    silence = np.zeros(_RATE // 5)
    sound = (np.concatenate((silence, tone, silence)) * 32_767).astype("<i2")
    file = tmp_path / "words.wav"
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(_RATE)
        out.writeframes(sound.tobytes())
    script = tmp_path / "speak"
    script.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\ncat {file}\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return str(script)


def test_words_keep_their_pitch_and_length_and_lose_the_silence(program: str):
    voice = EspeakVoice(program)
    voice.prepare(["Hold it."])
    found = until_ready(voice, "Hold it.")
    assert len(found) / RATE == pytest.approx(0.5, abs=0.005)
    assert voice.seconds("Hold it.") == len(found) / RATE
    spectrum = np.abs(np.fft.rfft(found[:, 0]))
    assert np.argmax(spectrum) * RATE / len(found) == pytest.approx(440, abs=3)
    assert np.abs(found).max() == pytest.approx(LOUDNESS, abs=0.02)
    assert np.abs(found[[0, -1]]).max() < 0.01


def test_each_sentence_is_rendered_once_in_each_manner(program: str, tmp_path: Path):
    voice = EspeakVoice(program)
    voice.prepare(["one", "two", "one"])
    until_ready(voice, "two")
    voice.prepare(["one"])
    voice.set_manner("en-us", 120)
    assert voice.samples("one") is None
    voice.prepare(["one"])
    until_ready(voice, "one")
    calls = (tmp_path / "calls").read_text().splitlines()
    assert calls == [
        "--stdout -v en-gb -s 150 -- one",
        "--stdout -v en-gb -s 150 -- two",
        "--stdout -v en-us -s 180 -- one",
    ]


def test_a_program_that_fails_leaves_the_words_unsaid(tmp_path: Path):
    voice = EspeakVoice(str(tmp_path / "nothing"))
    voice.prepare(["one"])
    assert voice.samples("one") is voice.seconds("one") is None


@needs_espeak
def test_the_real_program_speaks_faster_when_it_is_asked_to():
    program = find_espeak()
    assert program is not None
    voice = EspeakVoice(program)
    text = "Let the calf sink. Stay at four or less."
    voice.prepare([text])
    slow = until_ready(voice, text)
    voice.set_manner("", 140)
    voice.prepare([text])
    assert len(until_ready(voice, text)) < 0.85 * len(slow)


@needs_espeak
def test_its_english_voices_can_be_chosen():
    program = find_espeak()
    assert program is not None
    found = voices(program)
    assert "en-gb" in found
    voice = EspeakVoice(program)
    voice.set_manner(found[-1], 100)
    voice.prepare(["Hold it."])
    until_ready(voice, "Hold it.")
