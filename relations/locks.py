"""One writer of facts at a time, on every database: what is read before writing is still so when it is written.

SQLite has one writer anyway. On PostgreSQL a lock by number, held until the transaction ends, gives the same: no two
transactions wait for one another, and none decides by what another is about to change. Reading an article takes far
longer than recording it, so the workers hardly wait.
"""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError, connection, transaction

Written = TypeVar("Written")

# Seconds to wait for another writer; below READING_SOFT_LIMIT. SQLite's own time-out, in the settings, is the same.
PATIENCE = 10
# How often a transaction that the database broke off in favour of another is tried.
ATTEMPTS = 3
_FACTS = 6_000_146_110  # the lock's number, which nothing else in the database may use
_DEADLOCK, _SERIALIZATION, _LOCK_TIMEOUT = "40P01", "40001", "55P03"


class Busy(Exception):
    """Another holds what is to be written, and for longer than anybody should wait. Nothing was written."""


def wait_for_turn() -> None:
    """Returns once no other transaction writes facts; none does until this one ends. Again, it does nothing.

    To be called inside a transaction, before anything is read that is to be written.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_FACTS])


def in_turn(write: Callable[[], Written]) -> Written:
    """Does the writing in one transaction, in its turn; raises Busy if that does not come.

    Tried again if the database broke it off in favour of another transaction, but not inside one of the caller's.
    """
    attempts = 1 if connection.in_atomic_block else ATTEMPTS
    while True:
        attempts -= 1
        try:
            with transaction.atomic():
                wait_for_turn()
                return write()
        except OperationalError as error:
            if _waited_too_long(error):
                raise Busy from error
            if not (attempts and _gave_way(error)):
                raise


def _waited_too_long(error: OperationalError) -> bool:
    cause = error.__cause__
    if isinstance(cause, sqlite3.Error):
        return (getattr(cause, "sqlite_errorcode", 0) & 0xFF) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return getattr(cause, "sqlstate", "") == _LOCK_TIMEOUT


def _gave_way(error: OperationalError) -> bool:
    return getattr(error.__cause__, "sqlstate", "") in (_DEADLOCK, _SERIALIZATION)
