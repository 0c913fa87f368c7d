"""The tables, as SQLAlchemy Core sees them. What is released changes only by a migration.

Ids are the 16 bytes of a UUID. An instant is two columns: `*_utc`, microseconds since 1970 in UTC, and
`*_offset`, the minutes its place was ahead of UTC. Lists and maps are JSON text. A knot's kind and place
and a check's size and occasion are free: a word of a newer version is kept as it is.
"""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()


def _id(name: str = "id", *, primary_key: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(16), nullable=False, primary_key=primary_key)


def _instant(name: str, *, nullable: bool = False) -> tuple[sa.Column[int], sa.Column[int]]:
    return (
        sa.Column(f"{name}_utc", sa.Integer, nullable=nullable),
        sa.Column(f"{name}_offset", sa.Integer, nullable=nullable),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[float]:
    return sa.Column(name, sa.Float, nullable=nullable)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=name)


knots = sa.Table(
    "knots",
    metadata,
    _id(primary_key=True),
    _text("kind"),
    _text("place"),
    _text("view"),
    _text("side"),
    _number("u"),
    _number("v"),
    *_instant("found"),
    _text("note"),
    *_instant("closed", nullable=True),
    _check("ck_knots_view", "view IN ('back', 'outer', 'front', 'inner')"),
    _check("ck_knots_side", "side IN ('left', 'right')"),
    _check("ck_knots_spot", "u BETWEEN 0 AND 1 AND v BETWEEN 0 AND 1"),
    _check("ck_knots_closed", "(closed_utc IS NULL) = (closed_offset IS NULL)"),
)

sessions = sa.Table(
    "sessions",
    metadata,
    _id(primary_key=True),
    _text("kind"),
    _text("content_id"),
    _text("title"),
    *_instant("started"),
    *_instant("ended", nullable=True),
    _text("ending"),
    _text("sides"),
    _text("places"),
    _text("knot_ids"),
    _number("total_s"),
    _number("done_s"),
    _number("position_s"),
    _whole("ceiling", nullable=True),
    _whole("lowered"),
    _number("bpm", nullable=True),
    sa.Column("prepare_s", sa.Integer, nullable=False, server_default="0"),
    sa.Column("half", sa.Integer, nullable=False, server_default="0"),
    sa.Column("set_id", sa.LargeBinary(16)),  # of sessions played one after the other: the first one's id
    sa.Column("following", sa.Text, nullable=False, server_default="[]"),
    _check("ck_sessions_kind", "kind IN ('release', 'drill')"),
    _check("ck_sessions_ending", "ending IN ('open', 'done', 'partial', 'stopped', 'discarded')"),
    _check("ck_sessions_ended", "(ended_utc IS NULL) = (ending = 'open')"),
    _check("ck_sessions_seconds", "total_s >= 0 AND done_s >= 0 AND position_s >= 0"),
    _check("ck_sessions_ceiling", "ceiling BETWEEN 0 AND 10 AND lowered >= 0"),
    sa.Index("ix_sessions_started", "started_utc"),
)

session_steps = sa.Table(
    "session_steps",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),  # in the order they were written
    _id("session_id"),
    _whole("place_in_timeline"),
    _text("step_id"),
    sa.Column("side", sa.Text),
    *_instant("ended"),
    _number("seconds"),
    _text("ending"),
    _text("scores"),
    sa.ForeignKeyConstraint(
        ["session_id"], ["sessions.id"], name="fk_session_steps_session", ondelete="CASCADE"
    ),
    _check("ck_session_steps_side", "side IN ('left', 'right')"),
    _check("ck_session_steps_ending", "ending IN ('done', 'skipped', 'cut')"),
    _check("ck_session_steps_seconds", "seconds >= 0 AND place_in_timeline >= 0"),
    sa.Index("ix_session_steps_session", "session_id"),
)

press_ratings = sa.Table(  # how much it hurt in the middle of a pressing step
    "press_ratings",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True),  # in the order they were written
    _id("session_id"),
    _whole("place_in_timeline"),
    _number("position_s"),
    *_instant("made"),
    _whole("pain"),
    sa.ForeignKeyConstraint(
        ["session_id"], ["sessions.id"], name="fk_press_ratings_session", ondelete="CASCADE"
    ),
    _check("ck_press_ratings_pain", "pain BETWEEN 0 AND 10"),
    _check("ck_press_ratings_place", "place_in_timeline >= 0 AND position_s >= 0"),
    sa.Index("ix_press_ratings_session", "session_id"),
)

knot_checks = sa.Table(
    "knot_checks",
    metadata,
    _id(primary_key=True),
    _id("knot_id"),
    *_instant("made"),
    _whole("tenderness"),
    sa.Column("size", sa.Text),
    _text("occasion"),
    sa.Column("session_id", sa.LargeBinary(16)),
    sa.ForeignKeyConstraint(["knot_id"], ["knots.id"], name="fk_knot_checks_knot", ondelete="CASCADE"),
    sa.ForeignKeyConstraint(
        ["session_id"], ["sessions.id"], name="fk_knot_checks_session", ondelete="SET NULL"
    ),
    _check("ck_knot_checks_tenderness", "tenderness BETWEEN 0 AND 10"),
    sa.Index("ix_knot_checks_knot", "knot_id", "made_utc"),
)

knot_gaps = sa.Table(  # times in which a knot was not found; the one that lasts is knots.closed_*
    "knot_gaps",
    metadata,
    _id(primary_key=True),
    _id("knot_id"),
    *_instant("closed"),
    *_instant("reopened"),
    sa.ForeignKeyConstraint(["knot_id"], ["knots.id"], name="fk_knot_gaps_knot", ondelete="CASCADE"),
    _check("ck_knot_gaps_order", "closed_utc <= reopened_utc"),
    sa.Index("ix_knot_gaps_knot", "knot_id", "closed_utc"),
)

runs = sa.Table(
    "runs",
    metadata,
    _id(primary_key=True),
    *_instant("started"),
    _number("minutes"),
    _number("distance_km", nullable=True),
    _whole("pain_free"),
    _number("onset_min", nullable=True),
    _whole("worst_pain", nullable=True),
    _whole("next_morning", nullable=True),
    _whole("calf", nullable=True),
    _whole("heel_cord", nullable=True),
    _text("note"),
    sa.Column("focus_cue", sa.Text, nullable=False, server_default=""),  # id of the cue it was for
    _whole("focus_kept", nullable=True),
    _check("ck_runs_minutes", "minutes > 0 AND minutes <= 1440"),
    _check("ck_runs_distance", "distance_km > 0 AND distance_km <= 500"),
    _check("ck_runs_onset", "onset_min BETWEEN 0 AND minutes"),
    _check("ck_runs_pain_free", "pain_free IN (0, 1) AND (pain_free = 0 OR onset_min IS NULL)"),
    _check("ck_runs_worst_pain", "worst_pain BETWEEN 0 AND 10"),
    _check("ck_runs_next_morning", "next_morning BETWEEN 0 AND 10"),
    _check("ck_runs_calf", "calf BETWEEN 0 AND 10"),
    _check("ck_runs_heel_cord", "heel_cord BETWEEN 0 AND 10"),
    _check("ck_runs_focus", "focus_kept IS NULL OR (focus_kept BETWEEN 0 AND 3 AND focus_cue <> '')"),
    sa.Index("ix_runs_started", "started_utc"),
)

screenings = sa.Table(
    "screenings",
    metadata,
    _id(primary_key=True),
    *_instant("saved"),
    _whole("version"),
    _text("answers"),
)

daily_answers = sa.Table(
    "daily_answers",
    metadata,
    _id(primary_key=True),
    _text("day"),
    *_instant("answered"),
    _whole("yes"),
    _check("ck_daily_answers_yes", "yes IN (0, 1)"),
    sa.Index("ix_daily_answers_day", "day"),
)

own_routines = sa.Table(
    "own_routines",
    metadata,
    sa.Column("id", sa.Text, primary_key=True, nullable=False),
    *_instant("made"),
    _text("file"),  # TOML of format 1
    _check("ck_own_routines_id", "instr(id, '-own-') > 0"),
)

settings = sa.Table(
    "settings",
    metadata,
    sa.Column("name", sa.Text, primary_key=True, nullable=False),
    _text("value"),
)
