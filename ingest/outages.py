"""Which errors are no fault of the work at hand: the disk is full, the database is held by another or gone."""

import errno
import sqlite3

from django.db import InterfaceError, OperationalError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# SQLite's result codes (sqlite.org/rescode.html); the lower byte says which.
_SQLITE_OUT = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
)
# PostgreSQL's classes of codes (Appendix A of its manual): connection, resources, shut down, lock, rolled back.
_POSTGRES_OUT = ("08", "53", "57P", "55P03", "40")


def disk_is_full(error: BaseException) -> bool:
    """Whether a file, or a row of SQLite's, found no room."""
    if isinstance(error, OSError):
        return error.errno in _FULL
    return isinstance(error, OperationalError) and _sqlite_code(error) == sqlite3.SQLITE_FULL


def database_is_out(error: BaseException) -> bool:
    """Whether the same statement may succeed later, as the database was held, full, restarted or out of reach."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    if isinstance(error.__cause__, sqlite3.Error):
        return _sqlite_code(error) in _SQLITE_OUT
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or state.startswith(_POSTGRES_OUT)  # without a state, there was no server to give one


def _sqlite_code(error: BaseException) -> int:
    return getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF
