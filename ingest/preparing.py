"""The steps that make a fresh copy ready to run; each does nothing where there is nothing left to do."""

import hashlib
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.utils import get_random_secret_key

from relations.runtime import private_folder

ADMIN = "admin"


def password_file() -> Path:
    """Where the admin's first password is kept, for its owner alone."""
    return settings.VAR_DIR / "admin_password"


def make_secret_key() -> None:
    """Writes the key that signs sessions, unless there is one or the environment has it."""
    private_folder(settings.VAR_DIR)
    _write_secret(settings.VAR_DIR / "secret_key", get_random_secret_key())


def make_admin() -> str | None:
    """An admin account with a random password, which is returned; None if there is an account already."""
    users = get_user_model().objects
    if users.filter(is_superuser=True).exists():
        return None
    password = secrets.token_urlsafe(12)
    password_file().unlink(missing_ok=True)  # of a database that is no more
    _write_secret(password_file(), password)
    users.create_superuser(ADMIN, password=password)
    return password


def collect_static() -> None:
    """Gathers and compresses the static files, if any of them changed since the last time."""
    stamp = settings.VAR_DIR / "static.sha256"
    now = _static_digest()
    if stamp.exists() and stamp.read_text() == now and settings.STATIC_ROOT.exists():
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True, skip_checks=True)
    stamp.write_text(now)


def _static_digest() -> str:
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda pair: pair[0]):
            status = Path(storage.path(path)).stat()
            seen.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def _write_secret(file: Path, value: str) -> None:
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(value + "\n")
