"""Sessions know how their timeline was made and what follows them; pain can be noted while pressing.

The sessions are written anew: a column that is added stands behind the checks, where no new file has it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _id(name="id", *, nullable=False, primary_key=False):
    return sa.Column(name, sa.LargeBinary(16), nullable=nullable, primary_key=primary_key)


def _text(name, *, default=None):
    return sa.Column(name, sa.Text, nullable=False, server_default=default)


def _whole(name, *, nullable=False, default=None):
    return sa.Column(name, sa.Integer, nullable=nullable, server_default=default)


def _number(name, *, nullable=False):
    return sa.Column(name, sa.Float, nullable=nullable)


def upgrade():
    op.execute("CREATE TABLE kept_rows AS SELECT * FROM sessions ORDER BY rowid")
    op.drop_table("sessions")
    _sessions()
    op.execute("INSERT INTO sessions SELECT *, 0, 0, NULL, '[]' FROM kept_rows ORDER BY rowid")
    op.drop_table("kept_rows")
    op.create_index("ix_sessions_started", "sessions", ["started_utc"])
    _press_ratings()


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
        _whole("prepare_s", default="0"),
        _whole("half", default="0"),
        _id("set_id", nullable=True),
        _text("following", default="[]"),
        sa.CheckConstraint("kind IN ('release', 'drill')", name="ck_sessions_kind"),
        sa.CheckConstraint(
            "ending IN ('open', 'done', 'partial', 'stopped', 'discarded')", name="ck_sessions_ending"
        ),
        sa.CheckConstraint("(ended_utc IS NULL) = (ending = 'open')", name="ck_sessions_ended"),
        sa.CheckConstraint("total_s >= 0 AND done_s >= 0 AND position_s >= 0", name="ck_sessions_seconds"),
        sa.CheckConstraint("ceiling BETWEEN 0 AND 10 AND lowered >= 0", name="ck_sessions_ceiling"),
    )


def _press_ratings():
    op.create_table(
        "press_ratings",
        sa.Column("number", sa.Integer, primary_key=True),
        _id("session_id"),
        _whole("place_in_timeline"),
        _number("position_s"),
        _whole("made_utc"),
        _whole("made_offset"),
        _whole("pain"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_press_ratings_session", ondelete="CASCADE"
        ),
        sa.CheckConstraint("pain BETWEEN 0 AND 10", name="ck_press_ratings_pain"),
        sa.CheckConstraint("place_in_timeline >= 0 AND position_s >= 0", name="ck_press_ratings_place"),
    )
    op.create_index("ix_press_ratings_session", "press_ratings", ["session_id"])
