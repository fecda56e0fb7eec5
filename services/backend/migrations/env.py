"""What Alembic runs for `backend`; the database is the one of its settings."""

from framework.runtime import migrations
from services.backend.src.tables import Table

migrations.run(Table.metadata)
