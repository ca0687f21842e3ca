"""The years a film may bear.

They are written into a constraint of the database, which cannot ask the clock: a migration moves the last year
each decade.
"""

FIRST_FILM_YEAR = 1874  # Passage de Vénus, the oldest film there is
LAST_FILM_YEAR = 2039  # the end of the next decade, for what is being made
