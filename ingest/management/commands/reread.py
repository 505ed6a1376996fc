"""manage.py reread: reads articles again, with a look beforehand at what would change."""

import json
from argparse import ArgumentParser
from contextlib import ExitStack
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q, QuerySet
from tqdm import tqdm

from ingest.redis_server import RedisFailed
from ingest.rereading import Difference, compare, outdated, queue
from ingest.vocabulary import State
from ingest.waiting import NoBroker, Workers, wait
from relations.locks import Busy
from relations.models import Article


class Command(BaseCommand):
    help = (
        "Reads again the articles that another version of the reader read: started anew after an interruption, it "
        "goes on with the rest. What persons reviewed stays as they decided."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("articles", nargs="*", metavar="ID", help="only these: an article's own id, or its number")
        parser.add_argument("--all", action="store_true", help="also those that this version has read")
        parser.add_argument("--dry-run", action="store_true", help="print what would change, and change nothing")

    def handle(self, *args: Any, articles: list[str], all: bool, dry_run: bool, **options: Any) -> None:
        chosen = self._chosen(articles)
        if not all and not articles:
            chosen = outdated(chosen)
        if not chosen.exists():
            self.stdout.write("Nothing to read again: this version of the reader has read every article.")
        elif dry_run:
            self._print(self._compare(chosen))
        else:
            self._reread(chosen)

    def _chosen(self, ids: list[str]) -> QuerySet[Article]:
        if not ids:
            return Article.objects.all()
        numbers = [int(name) for name in ids if name.isascii() and name.isdigit() and len(name) < 19]
        found = Article.objects.filter(Q(external_id__in=ids) | Q(pk__in=numbers))
        known = {str(name) for pair in found.values_list("external_id", "pk") for name in pair}
        if missing := [name for name in ids if name not in known]:
            raise CommandError(f"No article has the id {', '.join(missing)}.")
        return found

    def _compare(self, chosen: QuerySet[Article]) -> Difference:
        with tqdm(total=chosen.count(), desc="Reading", unit=" articles", disable=None) as bar:
            try:
                return compare(chosen, bar.update)
            except Busy as error:
                raise CommandError("Articles are being recorded just now. Try again in a moment.") from error

    def _print(self, difference: Difference) -> None:
        for line in difference.added:
            self.stdout.write("+ " + json.dumps(line, ensure_ascii=False))
        for line in difference.gone:
            self.stdout.write("\N{MINUS SIGN} " + json.dumps(line, ensure_ascii=False))
        for old, new in difference.changed:
            changes = {name: [old["values"][name], new["values"][name]] for name in _changed(old, new)}
            self.stdout.write("~ " + json.dumps({"kind": new["kind"], "id": new["id"], **changes}, ensure_ascii=False))
        for line in difference.touched_reviews:
            self.stdout.write(f"! {line['kind']} {line['id']} ({line['review']})")
        self.stdout.write(str(difference))

    def _reread(self, chosen: QuerySet[Article]) -> None:
        try:
            with ExitStack() as stack:
                workers = stack.enter_context(Workers())
                jobs = queue(chosen)
                wait(jobs, workers, "Reading")
        except (NoBroker, RedisFailed, OSError) as error:
            raise CommandError(str(error)) from error
        failed = jobs.filter(state=State.FAILED).select_related("article")
        for job in failed:
            self.stderr.write(f"{job.article.external_id or job.article.pk}: {job.outcome}")
        self.stdout.write(f"{jobs.filter(state=State.DONE).count()} read again, {failed.count()} failed.")
        if failed:
            raise SystemExit(1)


def _changed(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    return [name for name, value in new["values"].items() if old["values"][name] != value]
