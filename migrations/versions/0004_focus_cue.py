"""A run knows which cue it was for, and how often that came off.

The runs are written anew: a column that is added stands behind the checks, where no new file has it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _whole(name, *, nullable=False):
    return sa.Column(name, sa.Integer, nullable=nullable)


def _number(name, *, nullable=False):
    return sa.Column(name, sa.Float, nullable=nullable)


def upgrade():
    op.execute("CREATE TABLE kept_rows AS SELECT * FROM runs ORDER BY rowid")
    op.drop_table("runs")
    _runs()
    op.execute("INSERT INTO runs SELECT *, '', NULL FROM kept_rows ORDER BY rowid")
    op.drop_table("kept_rows")
    op.create_index("ix_runs_started", "runs", ["started_utc"])


def _runs():
    op.create_table(
        "runs",
        sa.Column("id", sa.LargeBinary(16), nullable=False, primary_key=True),
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
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("focus_cue", sa.Text, nullable=False, server_default=""),
        _whole("focus_kept", nullable=True),
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
        sa.CheckConstraint(
            "focus_kept IS NULL OR (focus_kept BETWEEN 0 AND 3 AND focus_cue <> '')", name="ck_runs_focus"
        ),
    )
