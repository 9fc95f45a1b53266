"""Alembic's entry: runs on the connection, and so inside the one transaction, that models.migrate hands over."""

from __future__ import annotations

from alembic import context

from app.models.base import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata, transaction_per_migration=False)
context.run_migrations()
