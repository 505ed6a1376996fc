"""manage.py index: indexes for search what is not indexed yet; does nothing where all is."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from relations.search.indexing import index_missing


class Command(BaseCommand):
    help = "Indexes for search what an earlier version stored; what comes in is indexed as it comes."

    def handle(self, *args: Any, **options: Any) -> None:
        for _ in tqdm(index_missing(), desc="Indexing", disable=None, leave=False):
            pass
