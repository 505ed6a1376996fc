"""Locks by name, held until the transaction ends."""

import hashlib
from collections.abc import Iterable

from django.db import connection


def lock(names: Iterable[str]) -> None:
    """Waits until nobody else holds any of the names. SQLite has one writer at a time anyway."""
    if connection.vendor != "postgresql":
        return
    numbers = sorted({_number(name) for name in names})
    with connection.cursor() as cursor:
        for number in numbers:  # one by one and in order: two transactions never wait for each other
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def _number(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
