"""Knots come back, and may be of kinds that are not known yet.

SQLite cannot drop a CHECK: a table that loses one is written anew, its rows in the order they had.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _id(name="id", *, nullable=False, primary_key=False):
    return sa.Column(name, sa.LargeBinary(16), nullable=nullable, primary_key=primary_key)


def _text(name, *, nullable=False):
    return sa.Column(name, sa.Text, nullable=nullable)


def _whole(name, *, nullable=False):
    return sa.Column(name, sa.Integer, nullable=nullable)


def _number(name):
    return sa.Column(name, sa.Float, nullable=False)


def upgrade():
    _write_anew("knots", _knots)
    _write_anew("knot_checks", _knot_checks)
    op.create_table(
        "knot_gaps",
        _id(primary_key=True),
        _id("knot_id"),
        _whole("closed_utc"),
        _whole("closed_offset"),
        _whole("reopened_utc"),
        _whole("reopened_offset"),
        sa.ForeignKeyConstraint(["knot_id"], ["knots.id"], name="fk_knot_gaps_knot", ondelete="CASCADE"),
        sa.CheckConstraint("closed_utc <= reopened_utc", name="ck_knot_gaps_order"),
    )
    op.create_index("ix_knot_gaps_knot", "knot_gaps", ["knot_id", "closed_utc"])


def _write_anew(table, create):
    op.execute(f"CREATE TABLE kept_rows AS SELECT * FROM {table} ORDER BY rowid")  # noqa: S608  # one of two names above
    op.drop_table(table)
    create()
    op.execute(f"INSERT INTO {table} SELECT * FROM kept_rows ORDER BY rowid")  # noqa: S608  # the same
    op.drop_table("kept_rows")


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
        sa.CheckConstraint("view IN ('back', 'outer', 'front', 'inner')", name="ck_knots_view"),
        sa.CheckConstraint("side IN ('left', 'right')", name="ck_knots_side"),
        sa.CheckConstraint("u BETWEEN 0 AND 1 AND v BETWEEN 0 AND 1", name="ck_knots_spot"),
        sa.CheckConstraint("(closed_utc IS NULL) = (closed_offset IS NULL)", name="ck_knots_closed"),
    )


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
    )
    op.create_index("ix_knot_checks_knot", "knot_checks", ["knot_id", "made_utc"])
