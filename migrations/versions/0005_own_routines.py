"""Routines of the user's own, each as the text of its file."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "own_routines",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("made_utc", sa.Integer, nullable=False),
        sa.Column("made_offset", sa.Integer, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.CheckConstraint("instr(id, '-own-') > 0", name="ck_own_routines_id"),
    )
