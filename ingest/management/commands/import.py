"""manage.py import FILE.jsonl --wait: stores articles and has the workers read them."""

from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from ingest.importing import Outcome, jobs_of, json_rows, new_upload, store_rows
from ingest.models import Upload
from ingest.redis_server import RedisFailed
from ingest.vocabulary import Origin, State
from ingest.waiting import NoBroker, Workers, wait


class Command(BaseCommand):
    help = "Stores articles (JSON lines with id, title, text, published, outlet, url) and has the workers read them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--wait", action="store_true", help="return when all are done or failed")

    def handle(self, *args: Any, file: Path, wait: bool, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(f"{file} is no file. Give a file of JSON lines in UTF-8.")
        try:
            failed = self._import(file, wait_for_readings=wait)
        except (NoBroker, RedisFailed, OSError) as error:
            raise CommandError(str(error)) from error
        if failed:
            raise SystemExit(1)

    def _import(self, file: Path, *, wait_for_readings: bool) -> bool:
        """Whether any row was refused or any article failed."""
        with ExitStack() as stack:
            workers = stack.enter_context(Workers()) if wait_for_readings else None
            upload = new_upload(Origin.IMPORT, file.name)
            with tqdm(desc="Storing", unit=" articles", disable=None, leave=False) as bar:
                outcome = store_rows(json_rows(file), upload, bar.update)
            for warning in outcome.warnings:
                self.stderr.write(warning)
            if workers:
                wait(jobs_of(upload), workers, "Reading")
        return self._report(upload, outcome)

    def _report(self, upload: Upload, outcome: Outcome) -> bool:
        jobs = jobs_of(upload)
        read, failed = jobs.filter(state=State.DONE).count(), jobs.filter(state=State.FAILED)
        for job in failed.select_related("article"):
            self.stderr.write(f"{job.article.external_id}: {job.outcome}")
        counts = outcome.counts
        self.stdout.write(
            f"{counts['new']} new, {counts['known']} already there, {counts['refused']} refused; "
            f"{read} read, {failed.count()} failed, {jobs.count() - read - failed.count()} waiting."
        )
        return bool(counts["refused"] or failed.count())
