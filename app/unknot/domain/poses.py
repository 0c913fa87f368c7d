"""Motions that are not running: key poses, what stays in contact with what, and which step shows which.

A pose is a flat dictionary of degrees and metres, "hipR" and "hipL" for each side; the conventions are those
of domain.gait, counted from the body's long axis, with a turn of the whole body (`rot` anticlockwise in the
picture, `yaw` about the long axis towards the viewer).
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from unknot.domain.own_ids import source_in

Pose = dict[str, float]
Track = tuple[tuple[float, float], ...]  # (phase, value) pairs
Value = float | Track  # a number, or one that changes over the motion
Vector = tuple[float, ...]

ROOT = ("x", "y", "rot", "yaw", "pelvis", "trunk", "bend", "head", "hbend")
SIDED = (
    "hip", "knee", "ankle", "mtp", "abd", "hrot", "inv",
    "shoulder", "elbow", "wrist", "sabd", "srot",
)  # fmt: skip


class Key(Struct, frozen=True):
    """A key pose: reached at phase `at`, kept for `hold` of the cycle."""

    at: float
    hold: float
    pose: Pose


class OnBody(Struct, frozen=True):
    """A place on the skin: `frac` along a segment, `around` it (0 front, 90 outer, 180 back, 270 inner)."""

    seg: str
    frac: Value
    around: Value = 0.0
    gap: float = 0.0


class Contact(Struct, frozen=True):
    """A point that stays `at` a place (moved by `vel` m/s on a belt) or `on` the body, from..to.

    `solve`: "root" shifts the whole body, "leg" and "arm" bend that limb; `pole`: where knee or elbow point.
    """

    point: str
    solve: str
    at: Vector = ()
    on: OnBody | None = None
    start: float = 0.0
    end: float = 1.0
    vel: Vector = ()
    pole: tuple[tuple[float, Vector], ...] = ()
    level: bool = False
    axis: str = "xy"

    def active(self, phase: float) -> bool:
        """Whether the contact holds at this phase."""
        return self.start - 1e-9 <= phase <= self.end + 1e-9


class Tool(Struct, frozen=True):
    """A ball, roller or hand in use: on the body, or lying `at` a place. Radii in metres."""

    kind: str
    on_body: OnBody | None
    at: Vector = ()
    r: float = 0.0
    indent: float = 0.0
    front: bool = True
    start: float = 0.0
    end: float = 1.0

    def active(self, phase: float) -> bool:
        """Whether the tool is there at this phase."""
        return self.start - 1e-9 <= phase <= self.end + 1e-9


class Prop(Struct, frozen=True):
    """Floor, wall, chair, step or cushion of a scene; metres."""

    kind: str
    x: tuple[float, ...] = ()
    h: float = 0.0
    seat: float = 0.0
    back: bool = False
    face: str = ""
    z: str = ""
    slope_deg: float = 0.0
    y: float = 0.0


class Activity(Struct, frozen=True):
    """A muscle at work from..to, on side R or L."""

    muscle: str
    side: str
    start: float
    end: float

    def active(self, phase: float) -> bool:
        """Whether the muscle works at this phase."""
        return self.start <= phase <= self.end


class Motion(Struct, frozen=True, eq=False):
    """A still or moving position. `period_s` is one cycle, `moments` phases worth a still picture."""

    id: str
    view: str  # side | front | back | oblique
    working: str  # R | L | both
    support: str  # standing kneeling wall sitting lying gait falling
    period_s: float
    keys: tuple[Key, ...]
    contacts: tuple[Contact, ...]
    tools: tuple[Tool, ...]
    props: tuple[Prop, ...]
    activity: tuple[Activity, ...]
    moments: tuple[float, ...] = (0.0,)
    ease: str = "smooth"  # smooth | flow | linear
    loop: bool = True
    reps_per_period: int = 1
    side_view: str = ""
    then_style: str = ""

    @property
    def near(self) -> str:
        """The leg in front, R or L, in a turned view: the working one."""
        return "L" if self.working == "L" else "R"

    @property
    def slope_deg(self) -> float:
        """How steep its floor rises to the right."""
        return next((prop.slope_deg for prop in self.props if prop.kind == "floor"), 0.0)

    @property
    def moves(self) -> bool:
        """Whether anything moves in it."""
        return (
            len(self.keys) > 1
            or any(t.on_body and (_varies(t.on_body.frac) or _varies(t.on_body.around)) for t in self.tools)
            or any((c.on and _varies(c.on.frac)) or len(c.pole) > 1 for c in self.contacts)
        )

    def phase_at(self, seconds: float, period_s: float | None = None) -> float:
        """Phase 0..1 so many seconds after its start; a motion that does not loop stays at its end."""
        phase = seconds / (period_s or self.period_s)
        return phase % 1.0 if self.loop else min(max(phase, 0.0), 1.0)


def _varies(value: Value) -> bool:
    return isinstance(value, tuple) and len(value) > 1


class DrillPoses(Struct, frozen=True):
    """What a drill shows: a running `style` or a `motion`, others for steps by id or by kind."""

    motion: str = ""
    style: str = ""
    position: str = ""
    rest: str = ""
    walk: str = ""
    steps: Mapping[str, str] | None = None


class RoutinePoses(Struct, frozen=True):
    """What a release routine shows: a motion for each step id, else the default."""

    default: str
    steps: Mapping[str, str]

    def motion(self, step_id: str) -> str:
        """Name of the motion of one step; a copy shows that of its source."""
        return self.steps.get(source_in(step_id, self.steps), self.default)
