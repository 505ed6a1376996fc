"""manage.py facts: every fact as one JSON line, in an order that two installations share."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from relations.fact_lines import fact_lines


class Command(BaseCommand):
    help = "Prints every fact as one JSON line: kind, id, review, chosen values, and the reports behind it."

    def handle(self, *args: Any, **options: Any) -> None:
        for line in fact_lines():
            self.stdout.write(json.dumps(line, ensure_ascii=False))
