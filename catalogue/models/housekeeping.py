"""Who does the housekeeping."""

from django.db import models


class Turn(models.Model):
    """That a worker has taken the housekeeping of some minutes on itself: no other does it again."""

    begins = models.DateTimeField(primary_key=True)

    def __str__(self):
        return f"{self.begins:%Y-%m-%d %H:%M}"
