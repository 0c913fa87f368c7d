"""The history on disk. The only room that imports sqlalchemy and alembic."""
