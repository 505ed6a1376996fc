"""manage.py demo_merge: sample articles that show how reports become one fact, and where to look at them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest import demo


class Command(BaseCommand):
    help = "Reads sample articles that show merging, a conflict, a relay chain and a correction; prints their pages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="where the copy runs, for the addresses")

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        try:
            shown = demo.load()
        except LookupError as error:
            raise CommandError(f"{error}. Read the articles again: manage.py reread") from error
        for one in shown:
            self.stdout.write(f"http://127.0.0.1:{port}{one.contact.get_absolute_url()}  {one.what}")
