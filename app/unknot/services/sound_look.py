"""Which sound outputs and voices Qt finds here. Needs an application object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice

_SILENT_ENGINES = {"mock", "none"}
_PATIENCE_MS = 5_000  # a speech service may take seconds to start


def outputs() -> tuple[str, ...]:
    """The names of the sound outputs, the default first. Raises ImportError without its libraries."""
    return tuple(name for _, name in output_choices())


def output_choices() -> tuple[tuple[str, str], ...]:
    """(key, name) of every output, the default first. Raises ImportError without its libraries."""
    from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415  # optional at run time

    default = QMediaDevices.defaultAudioOutput()
    devices = sorted(QMediaDevices.audioOutputs(), key=lambda device: device != default)
    return tuple((device_key(device), device.description()) for device in devices)


def device_key(device: QAudioDevice) -> str:
    """What a device is remembered by: the id the system gives it, as text."""
    return bytes(device.id().data()).hex()


def speaking_engines() -> tuple[str, ...]:
    """The names of the speech engines that can be heard, Qt's first choice first. Raises ImportError."""
    from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415  # optional at run time

    return tuple(name for name in QTextToSpeech.availableEngines() if name not in _SILENT_ENGINES)


def voices() -> tuple[str, ...]:
    """Each engine that can speak, with the number of its voices. Raises ImportError like `outputs`."""
    from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415  # optional at run time

    found: list[str] = []
    for name in speaking_engines():
        speech = QTextToSpeech(name)
        if speech.state() not in {QTextToSpeech.State.Ready, QTextToSpeech.State.Error}:
            waiting = QEventLoop()
            speech.stateChanged.connect(waiting.quit)
            QTimer.singleShot(_PATIENCE_MS, waiting, waiting.quit)
            waiting.exec()
        if speech.state() is QTextToSpeech.State.Ready:
            count = len(speech.availableVoices())
            found.append(
                QCoreApplication.translate("Doctor", "{name} ({count} voices)").format(name=name, count=count)
            )
    return tuple(found)
