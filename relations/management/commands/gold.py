"""manage.py gold: the articles whose facts persons reviewed, as annotated articles for `make evaluate`."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from relations.gold_lines import gold_lines


class Command(BaseCommand):
    help = "Prints the articles whose facts persons reviewed, one JSON line each, with the facts that hold."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--partly", action="store_true", help="also articles of which not every fact is reviewed")

    def handle(self, *args: Any, partly: bool, **options: Any) -> None:
        for line in gold_lines(partly=partly):
            self.stdout.write(json.dumps(line, ensure_ascii=False))
