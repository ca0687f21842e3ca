"""What the planner of the database knows of the tables. PostgreSQL looks by itself; SQLite has to be told to."""

from django.db import connection

LOOKED_AT = 1000  # rows of each index: a tenth of a second at 100,000 pages


def look():
    """Let SQLite count: without, it reads all rows of a generation where it is asked for a few of several kinds."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit = {LOOKED_AT}")
            cursor.execute("ANALYZE")
