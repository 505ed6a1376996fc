"""manage.py import PATH... --wait: stores articles from files and folders and has the workers read them."""

import json
import uuid
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from ingest.importing import counts, files_in, import_file, jobs_of, outcomes
from ingest.readers import SUFFIXES
from ingest.redis_server import RedisFailed
from ingest.vocabulary import Reason, State
from ingest.waiting import NoBroker, Workers, wait

UNREMARKABLE = (Reason.NEW, Reason.KNOWN, Reason.MANY)  # outcomes of which the counts tell enough


class Command(BaseCommand):
    help = f"Stores articles from files ({' '.join(SUFFIXES)}) or folders of them and has the workers read them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")
        parser.add_argument("--wait", action="store_true", help="return when all are done or failed")
        parser.add_argument("--json", action="store_true", help="print what came of each file and article, a line each")

    def handle(self, *args: Any, paths: list[Path], wait: bool, json: bool, **options: Any) -> None:
        for path in paths:
            if not path.exists():
                raise CommandError(f"{path} is no file and no folder.")
        files = files_in(paths)
        if not files:
            raise CommandError(f"No file of a known kind is in there ({' '.join(SUFFIXES)}).")
        try:
            batch = self._import(files, wait_for_readings=wait)
        except (NoBroker, RedisFailed, OSError) as error:
            raise CommandError(str(error)) from error
        if json:
            self._print_outcomes(batch)
        if self._report(batch, to=self.stderr if json else self.stdout):
            raise SystemExit(1)

    def _import(self, files: list[Path], *, wait_for_readings: bool) -> uuid.UUID:
        batch = uuid.uuid4()
        with ExitStack() as stack:
            workers = stack.enter_context(Workers()) if wait_for_readings else None
            with tqdm(desc="Storing", unit=" articles", disable=None, leave=False) as bar:
                for file in files:
                    import_file(file, batch, bar.update)
            if workers:
                wait(jobs_of(batch), workers, "Reading")
        return batch

    def _print_outcomes(self, batch: uuid.UUID) -> None:
        for outcome in outcomes(batch):
            self.stdout.write(json.dumps(outcome, ensure_ascii=False))

    def _report(self, batch: uuid.UUID, to: Any) -> bool:
        """Says what came of it; whether anything was refused or any article failed."""
        for outcome in outcomes(batch):
            is_part = "state" not in outcome
            if outcome["reason"] not in UNREMARKABLE or (is_part and outcome["detail"]):
                place = ", ".join(filter(None, (outcome["file"], outcome.get("part"))))
                self.stderr.write(f"{place}: {outcome['said']}")
        jobs = jobs_of(batch)
        read, failed = jobs.filter(state=State.DONE).count(), jobs.filter(state=State.FAILED)
        for job in failed.select_related("article"):
            self.stderr.write(f"{job.article.external_id or job.article}: {job.outcome}")
        found = counts(batch)
        to.write(
            f"{found['new']} new, {found['known']} already there, {found['refused']} refused; "
            f"{read} read, {failed.count()} failed, {jobs.count() - read - failed.count()} waiting."
        )
        return bool(found["refused"] or failed.count())
