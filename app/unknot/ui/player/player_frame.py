"""What both players share: full window, top bar, transport, keys, questions and the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from unknot.domain.errors import KnownError
from unknot.domain.player import PlayerState, Snapshot
from unknot.domain.timeline import Segment
from unknot.services.player import PlayerService
from unknot.services.session_log import Summary
from unknot.services.settings import Settings
from unknot.ui.player.announcer import Announcer
from unknot.ui.player.asking import away_question, end_question
from unknot.ui.player.big_button import PlayerButton
from unknot.ui.player.floor_view import FloorView
from unknot.ui.player.mini_keeper import MiniKeeper
from unknot.ui.player.player_bar import PlayerBar
from unknot.ui.player.player_keys import PlayerAction, action_of, score_of
from unknot.ui.player.player_prompt import Answer, PlayerPrompt
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.player.step_list import StepSheet
from unknot.ui.player.telling import Telling
from unknot.ui.player.top_bar import TopBar
from unknot.ui.player.transport import Transport
from unknot.ui.theme import Theme

VOLUME_STEP = 5
SEEK_S = 10.0


class PlayerFrame(QWidget):
    """A whole window without navigation, bound to one running session.

    A subclass fills `content` in `arrange_content`, shows each snapshot in `show_snapshot`, builds the
    end in `summary_view`, and may take numbers (`take_score`) and further keys (`take_key`).
    `closed` asks the owner to take the player away.
    """

    closed = Signal()

    transport_height = 96
    bottom_margin = 24

    def __init__(
        self, service: PlayerService, theme: Theme, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.service, self.theme, self.settings = service, theme, settings
        self.scale = PlayerScale(theme, 1.0)
        self.setAccessibleName(service.session.title)
        self.top = TopBar(service.session.title, service.timeline.blocks, theme, self)
        self.content = QWidget(self)
        self.transport = Transport(theme, self)
        self.announcer = Announcer(self)
        self.bar = PlayerBar(theme, self)
        self.telling = Telling(service, self.bar, self.announcer, self)
        self._prompt: PlayerPrompt | None = None
        self._summary: QWidget | None = None
        self._actions: dict[PlayerAction, Callable[[], None]] = {
            PlayerAction.TOGGLE: self._toggle,
            PlayerAction.PAUSE: service.pause,
            PlayerAction.BACK: service.back,
            PlayerAction.SKIP: self.skip,
            PlayerAction.LOUDER: partial(self._volume, VOLUME_STEP),
            PlayerAction.QUIETER: partial(self._volume, -VOLUME_STEP),
            PlayerAction.VOICE: self.top.voice.click,
            PlayerAction.BEEPS: self.top.beeps.click,
            PlayerAction.REPEAT: service.repeat_cue,
            PlayerAction.TOO_MUCH: self.too_much,
            PlayerAction.LEAVE: self.leave,
            PlayerAction.FULL_SCREEN: self._toggle_full_screen,
            PlayerAction.TEN_BACK: partial(service.seek, -SEEK_S),
            PlayerAction.TEN_ON: partial(service.seek, SEEK_S),
        }
        self._connect()
        self.sheet = StepSheet(self)
        self._actions[PlayerAction.STEPS] = self.sheet.toggle
        self.mini = MiniKeeper(self)
        self._actions[PlayerAction.MINI] = self.mini.open
        self.floor = FloorView(self)
        self._actions[PlayerAction.FLOOR] = self.floor.toggle

    # ------------------------------------------------------------- for subclasses
    def arrange_content(self) -> None:
        """Lay out `content`; `scale` and the content's size are set."""
        raise NotImplementedError

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment of the session; what an open `prompt` covers should hide."""
        raise NotImplementedError(snapshot)

    def step_words(self, segment: Segment) -> str:
        """What a screen reader hears when a step begins."""
        raise NotImplementedError(segment)

    def step_label(self, snapshot: Snapshot) -> str:
        """The words at the right end of the strip."""
        block = self.service.timeline.blocks[snapshot.segment.block]
        if block.steps == 1:
            return ""
        return self.tr("Step {number} of {count}").format(number=snapshot.segment.number, count=block.steps)

    def take_score(self, score: int) -> bool:
        """A digit or T was pressed; whether it meant something now."""
        del score
        return False

    def take_key(self, event: QKeyEvent) -> bool:
        """Any other key; whether it was used."""
        del event
        return False

    def right_column(self) -> QRect:
        """Where questions appear, inside `content`."""
        left = round(self.content.width() * 656 / 1360)
        return QRect(left, 0, self.content.width() - left, self.content.height())

    def summary_view(self, summary: Summary) -> QWidget | None:
        """The page shown when the session is over; None closes at once."""
        raise NotImplementedError(summary)

    def may_resume(self) -> bool:
        """Whether a pause may end now; a subclass that says no says why itself."""
        return True

    def end_here(self) -> None:
        """End, and keep what was done."""
        self.service.end()

    @property
    def is_on(self) -> bool:
        """Whether its session is not over."""
        return self._summary is None

    def hold(self) -> None:
        """Pause, as the key does."""
        self.service.pause()

    # ------------------------------------------------------------- what keys and buttons do
    def act(self, action: PlayerAction) -> bool:
        """Do what a key asks for; whether that means anything now."""
        if self._summary is not None and action not in {PlayerAction.LEAVE, PlayerAction.FULL_SCREEN}:
            return False
        self._actions[action]()
        return True

    def resume(self) -> None:
        """End a pause, if that is allowed."""
        if self.may_resume():
            self.close_prompt()
            self.service.resume()

    def skip(self) -> None:
        """Go to the next step; an open question is answered with it."""
        self.close_prompt()
        self.service.skip()

    def too_much(self) -> None:
        """Pause, lower the ceiling, and offer to skip or to end."""
        over = self.service.state in {PlayerState.READY, PlayerState.AWAY}
        if not over and (self._prompt is None or self._prompt.name != "too_much"):
            self.service.too_much()
            self.ask("too_much", *self.too_much_words(), self.too_much_answers())

    def too_much_words(self) -> tuple[str, str]:
        """Headline and sentence after "Too much"."""
        return self.tr("Paused"), self.tr("Take a break, skip this step, or end here.")

    def leave(self) -> None:
        """Esc: the first pauses and asks, the second ends and keeps the minutes."""
        if self._summary is not None:
            self.closed.emit()
            return
        if self._prompt is not None and self._prompt.name == "end":
            self.end_here()
            return
        self.service.pause()
        self.ask("end", *end_question(self.service.snapshot.done_s))

    def show_known(self, error: KnownError, retry: Callable[[], None] | None = None) -> None:
        """Say a known trouble, large enough for the floor; `retry` is what "Try again" does."""
        self.telling.known(error, retry)

    # ------------------------------------------------------------- questions
    def ask(self, name: str, title: str, text: str, answers: tuple[Answer, ...]) -> None:
        """Show a question over the right column; one at a time."""
        self.close_prompt()
        self._prompt = PlayerPrompt(name, title, text, answers, self.theme, self.content)
        self._prompt.chosen.connect(self.answer)
        self._place_prompt()
        self._prompt.show()
        self._prompt.raise_()
        self.show_snapshot(self.service.snapshot)
        self.announcer.say(f"{title}. {text}")
        self._leave_transport()

    def answer(self, chosen: str) -> None:
        """An answer of the open question."""
        self.close_prompt()
        if chosen == "skip":
            self.skip()
        elif chosen == "end":
            self.end_here()
        elif self.service.snapshot.state is PlayerState.AWAY:
            self.service.go_on()
        else:
            self.resume()

    def close_prompt(self) -> None:
        """Take the question away."""
        if self._prompt is not None:
            prompt, self._prompt = self._prompt, None
            prompt.hide()
            prompt.deleteLater()
            self.setFocus()
            self.show_snapshot(self.service.snapshot)

    @property
    def prompt(self) -> PlayerPrompt | None:
        """The open question."""
        return self._prompt

    def put_before_transport(self, parts: Sequence[PlayerButton]) -> None:
        """Let Tab come to what was just asked before the transport, where the keyboard may be now."""
        self.transport.come_after(parts)
        self._leave_transport()

    def _leave_transport(self) -> None:
        if any(button.hasFocus() for button in self.transport.buttons()):
            self.setFocus()

    # ------------------------------------------------------------- Qt
    def event(self, event: QEvent) -> bool:
        """Claim the player's keys before the window's shortcuts do."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if action_of(event) is None and score_of(event) is None:
            return super().event(event)
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of section 12; what the player does not know goes on to the window."""
        action, score = action_of(event), score_of(event)
        if action is not None:
            once = event.isAutoRepeat() and action not in {PlayerAction.LOUDER, PlayerAction.QUIETER}
            event.setAccepted(once or self.act(action))
        elif self._summary is not None or not (
            (score is not None and self.take_score(score)) or self.take_key(event)
        ):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything grows with the window."""
        super().resizeEvent(event)
        self.scale = PlayerScale.of(self.theme, self.size())
        px, wide = self.scale.px, self.width()
        margin, inner = px(40), wide - 2 * px(40)
        self.top.setGeometry(margin, px(24), inner, px(72))
        self.top.set_scale(self.scale)
        bar = px(self.transport_height)
        self.transport.setGeometry(margin, self.height() - px(self.bottom_margin) - bar, inner, bar)
        self.transport.set_scale(self.scale)
        top = px(112)
        self.content.setGeometry(margin, top, inner, self.transport.y() - px(20) - top)
        beside = self.top.end.geometry().right() + px(16)
        self.bar.setGeometry(margin + beside, px(14), inner - beside, px(92))
        self.bar.set_scale(self.scale)
        self.arrange_content()
        self._place_prompt()
        self.sheet.arrange()
        if self._summary is not None:
            self._summary.setGeometry(self.rect())

    # ------------------------------------------------------------- inside
    def _connect(self) -> None:
        service, settings = self.service, self.settings
        self.top.voice.setChecked(settings.choices.voice)
        self.top.beeps.setChecked(settings.choices.beeps)
        self.top.end.clicked.connect(self.leave)
        self.top.voice.toggled.connect(self._voice)
        self.top.beeps.toggled.connect(self._beeps)
        self.transport.back.clicked.connect(service.back)
        self.transport.pause.clicked.connect(self._toggle)
        self.transport.skip.clicked.connect(self.skip)
        self.transport.too_much.clicked.connect(self.too_much)
        service.moved.connect(self._moved)
        service.step_started.connect(self._step_started)
        service.state_changed.connect(self._state_changed)
        self.bar.covering.connect(self.top.cover)
        service.finished.connect(self._finished)

    def _moved(self, snapshot: Snapshot) -> None:
        tones, words = self.service.lacking
        self.top.show_lacking(tones=tones, words=words)
        self.top.show_left(snapshot.left_in_all)
        self.top.strip.show_progress(snapshot.segment.block, snapshot.position, self.step_label(snapshot))
        if snapshot.state is PlayerState.RUNNING:
            self.announcer.countdown(snapshot.segment.index, snapshot.left_in_step)
        self.show_snapshot(snapshot)

    def _step_started(self, segment: Segment) -> None:
        self.announcer.step(segment.index, segment.seconds, self.step_words(segment))

    def _state_changed(self, state: PlayerState) -> None:
        if state in {PlayerState.RUNNING, PlayerState.WAITING}:
            self.close_prompt()
            self.transport.show_pause()
        elif state is PlayerState.READY:
            self.transport.show_start()
        else:
            self.transport.show_resume()
        self.transport.pause.setEnabled(state is not PlayerState.WAITING)
        if state is PlayerState.AWAY:
            self.ask("away", *away_question(self.service.snapshot.away_s))
        self._moved(self.service.snapshot)

    def too_much_answers(self) -> tuple[Answer, ...]:
        """What can be chosen after "Too much"."""
        answers = (
            Answer("skip", self.tr("Skip this step"), "skip-forward-fill", self.tr("→ key")),
            Answer("end", self.tr("End here"), "x-bold"),
        )
        if self.service.state is PlayerState.WAITING:  # there is no pause to resume from in a check
            return (Answer("go_on", self.tr("Go on"), "check-bold"), *answers)
        return answers

    def _toggle(self) -> None:
        if self.service.snapshot.state is PlayerState.AWAY:
            self.answer("go_on")
            return
        if self.service.state is PlayerState.PAUSED:
            self.resume()
        else:
            self.close_prompt()
            self.service.toggle()

    def _voice(self, on: bool) -> None:
        self.service.set_voice(on)  # first: it holds for this session also if it cannot be remembered
        self.settings.choose(voice=on)

    def _beeps(self, on: bool) -> None:
        self.service.set_beeps(on)
        self.settings.choose(beeps=on)

    def _volume(self, by: int) -> None:
        volume = min(100, max(0, self.settings.choices.volume + by))
        self.settings.choose(volume=volume)
        self.show_notice(self.tr("Volume {percent} %").format(percent=volume), short=True)

    def show_notice(self, text: str, *, short: bool = False) -> None:
        """Say something beside the session, for a while."""
        self.telling.notice(text, short=short)

    def _toggle_full_screen(self) -> None:
        window = self.window()
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def _place_prompt(self) -> None:
        if self._prompt is not None:
            self._prompt.setGeometry(self.right_column())
            self._prompt.set_scale(self.scale)

    def _finished(self, summary: Summary) -> None:
        self.close_prompt()
        self.bar.put_notice_away()
        self._summary = self.summary_view(summary)
        if self._summary is None:
            self.closed.emit()
            return
        for part in (self.top, self.content, self.transport):
            part.hide()
        self._summary.setParent(self)
        self._summary.setGeometry(self.rect())
        self._summary.show()
        self._summary.setFocus()
        self.bar.raise_()
