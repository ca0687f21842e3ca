"""Let somebody in again who lost the second factor and the recovery codes."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError


class Command(BaseCommand):
    help = (
        "Removes the second factor of an account and ends its sessions; the next sign-in asks for a new one."
    )

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, username, **options):
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"No account is called “{username}”.")
        removed, _ = Authenticator.objects.filter(user=user).delete()
        for session in UserSession.objects.filter(user=user):
            session.end()
        self.stdout.write(
            f"The second factor of {username} is removed, and its sessions have ended."
            if removed
            else f"{username} had no second factor."
        )
