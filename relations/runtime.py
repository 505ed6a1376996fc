"""Where a running copy keeps its things; plain Python, so that settings can use it."""

import hashlib
import os
import tempfile
from pathlib import Path

SOCKET_LIMIT = 100  # bytes; the kernel's own limit for the path of a socket is 104 or 108


def redis_socket(var: Path) -> Path:
    """Where the project's own Redis listens: below `var`, or in a private temporary folder if that path is too long."""
    socket = var / "redis" / "redis.sock"
    if len(os.fsencode(socket)) < SOCKET_LIMIT:
        return socket
    name = hashlib.sha256(os.fsencode(var)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"amur-{os.getuid()}-{name}" / "redis.sock"


def private_folder(folder: Path) -> Path:
    """The folder, made if missing, that only its owner may enter; raises PermissionError if it is another's."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to another user. Remove it, or set AMUR_VAR to a shorter path.")
    folder.chmod(0o700)
    return folder
