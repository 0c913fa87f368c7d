"""Runs migrations on the connection the app hands over; the app begins and ends the transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
