"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _id(name="id", *, nullable=False, primary_key=False):
    return sa.Column(name, sa.LargeBinary(16), nullable=nullable, primary_key=primary_key)


def _text(name, *, nullable=False):
    return sa.Column(name, sa.Text, nullable=nullable)


def _whole(name, *, nullable=False):
    return sa.Column(name, sa.Integer, nullable=nullable)


def _number(name, *, nullable=False):
    return sa.Column(name, sa.Float, nullable=nullable)


def upgrade():
    _knots()
    _sessions()
    _session_steps()
    _knot_checks()
    _runs()
    _answers_and_settings()


def _knots():
    op.create_table(
        "knots",
        _id(primary_key=True),
        _text("kind"),
        _text("place"),
        _text("view"),
        _text("side"),
        _number("u"),
        _number("v"),
        _whole("found_utc"),
        _whole("found_offset"),
        _text("note"),
        _whole("closed_utc", nullable=True),
        _whole("closed_offset", nullable=True),
        sa.CheckConstraint("kind IN ('knot', 'pain')", name="ck_knots_kind"),
        sa.CheckConstraint("view IN ('back', 'outer', 'front', 'inner')", name="ck_knots_view"),
        sa.CheckConstraint("side IN ('left', 'right')", name="ck_knots_side"),
        sa.CheckConstraint("u BETWEEN 0 AND 1 AND v BETWEEN 0 AND 1", name="ck_knots_spot"),
        sa.CheckConstraint("(closed_utc IS NULL) = (closed_offset IS NULL)", name="ck_knots_closed"),
    )


def _sessions():
    op.create_table(
        "sessions",
        _id(primary_key=True),
        _text("kind"),
        _text("content_id"),
        _text("title"),
        _whole("started_utc"),
        _whole("started_offset"),
        _whole("ended_utc", nullable=True),
        _whole("ended_offset", nullable=True),
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
        sa.CheckConstraint("kind IN ('release', 'drill')", name="ck_sessions_kind"),
        sa.CheckConstraint(
            "ending IN ('open', 'done', 'partial', 'stopped', 'discarded')", name="ck_sessions_ending"
        ),
        sa.CheckConstraint("(ended_utc IS NULL) = (ending = 'open')", name="ck_sessions_ended"),
        sa.CheckConstraint("total_s >= 0 AND done_s >= 0 AND position_s >= 0", name="ck_sessions_seconds"),
        sa.CheckConstraint("ceiling BETWEEN 0 AND 10 AND lowered >= 0", name="ck_sessions_ceiling"),
    )
    op.create_index("ix_sessions_started", "sessions", ["started_utc"])


def _session_steps():
    op.create_table(
        "session_steps",
        sa.Column("number", sa.Integer, primary_key=True),
        _id("session_id"),
        _whole("place_in_timeline"),
        _text("step_id"),
        _text("side", nullable=True),
        _whole("ended_utc"),
        _whole("ended_offset"),
        _number("seconds"),
        _text("ending"),
        _text("scores"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_session_steps_session", ondelete="CASCADE"
        ),
        sa.CheckConstraint("side IN ('left', 'right')", name="ck_session_steps_side"),
        sa.CheckConstraint("ending IN ('done', 'skipped', 'cut')", name="ck_session_steps_ending"),
        sa.CheckConstraint("seconds >= 0 AND place_in_timeline >= 0", name="ck_session_steps_seconds"),
    )
    op.create_index("ix_session_steps_session", "session_steps", ["session_id"])


def _knot_checks():
    op.create_table(
        "knot_checks",
        _id(primary_key=True),
        _id("knot_id"),
        _whole("made_utc"),
        _whole("made_offset"),
        _whole("tenderness"),
        _text("size", nullable=True),
        _text("occasion"),
        _id("session_id", nullable=True),
        sa.ForeignKeyConstraint(["knot_id"], ["knots.id"], name="fk_knot_checks_knot", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_knot_checks_session", ondelete="SET NULL"
        ),
        sa.CheckConstraint("tenderness BETWEEN 0 AND 10", name="ck_knot_checks_tenderness"),
        sa.CheckConstraint(
            "size IN ('none', 'pea', 'marble', 'golf_ball', 'plum', 'grapefruit')", name="ck_knot_checks_size"
        ),
        sa.CheckConstraint(
            "occasion IN ('rating', 'before', 'after', 'next_day')", name="ck_knot_checks_occasion"
        ),
    )
    op.create_index("ix_knot_checks_knot", "knot_checks", ["knot_id", "made_utc"])


def _runs():
    op.create_table(
        "runs",
        _id(primary_key=True),
        _whole("started_utc"),
        _whole("started_offset"),
        _number("minutes"),
        _number("distance_km", nullable=True),
        _whole("pain_free"),
        _number("onset_min", nullable=True),
        _whole("worst_pain", nullable=True),
        _whole("next_morning", nullable=True),
        _whole("calf", nullable=True),
        _whole("heel_cord", nullable=True),
        _text("note"),
        sa.CheckConstraint("minutes > 0 AND minutes <= 1440", name="ck_runs_minutes"),
        sa.CheckConstraint("distance_km > 0 AND distance_km <= 500", name="ck_runs_distance"),
        sa.CheckConstraint("onset_min BETWEEN 0 AND minutes", name="ck_runs_onset"),
        sa.CheckConstraint(
            "pain_free IN (0, 1) AND (pain_free = 0 OR onset_min IS NULL)", name="ck_runs_pain_free"
        ),
        sa.CheckConstraint("worst_pain BETWEEN 0 AND 10", name="ck_runs_worst_pain"),
        sa.CheckConstraint("next_morning BETWEEN 0 AND 10", name="ck_runs_next_morning"),
        sa.CheckConstraint("calf BETWEEN 0 AND 10", name="ck_runs_calf"),
        sa.CheckConstraint("heel_cord BETWEEN 0 AND 10", name="ck_runs_heel_cord"),
    )
    op.create_index("ix_runs_started", "runs", ["started_utc"])


def _answers_and_settings():
    op.create_table(
        "screenings",
        _id(primary_key=True),
        _whole("saved_utc"),
        _whole("saved_offset"),
        _whole("version"),
        _text("answers"),
    )
    op.create_table(
        "daily_answers",
        _id(primary_key=True),
        _text("day"),
        _whole("answered_utc"),
        _whole("answered_offset"),
        _whole("yes"),
        sa.CheckConstraint("yes IN (0, 1)", name="ck_daily_answers_yes"),
    )
    op.create_index("ix_daily_answers_day", "daily_answers", ["day"])
    op.create_table(
        "settings",
        sa.Column("name", sa.Text, primary_key=True, nullable=False),
        _text("value"),
    )
