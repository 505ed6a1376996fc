"""manage.py prepare: everything a copy needs before it runs. Safe to run again."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from ingest import preparing, reference_loading
from ingest.rereading import outdated
from relations.models import Article


class Command(BaseCommand):
    help = "Makes var/, the secret key, the database, the reference data, the static files and an admin account."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        preparing.make_secret_key()
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
        changed = reference_loading.load_all()
        if changed:
            self.stdout.write(f"Reference data: {changed} rows loaded.")
        call_command("index", skip_checks=True)
        if older := outdated(Article.objects.exclude(read_at=None)).count():
            self.stdout.write(
                f"Articles read by an older version of the reader: {older}. Read them again with manage.py reread; "
                "--dry-run shows beforehand what would change."
            )
        preparing.collect_static()
        if password := preparing.make_admin():
            self.stdout.write(
                f"Admin account: user {preparing.ADMIN}, password {password} (kept in {preparing.password_file()})"
            )
