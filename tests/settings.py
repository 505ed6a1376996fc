"""Settings of a test run: the project's own, writing below a temporary folder.

Tests that start processes hand them `relations.settings` and the same database (`child_environment` in conftest).
"""

import atexit
import os
import shutil
import tempfile

if "AMUR_VAR" not in os.environ:  # short, because the path of a Unix socket may be about 100 bytes long
    os.environ["AMUR_VAR"] = tempfile.mkdtemp(prefix="amur-")
    atexit.register(shutil.rmtree, os.environ["AMUR_VAR"], ignore_errors=True)

from relations.settings import *  # noqa: F403
from relations.settings import DATABASES, STATIC_ROOT, STORAGES, VAR_DIR

# A file rather than memory: workers in processes of their own share it.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}

# `collectstatic` has not run: static files under their plain names, from where they are.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES |= {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

# Slow hashing protects real passwords, of which there are none here.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
