"""Settings: sound defaults for the embedded install, each overridable from the environment (docs/settings.md)."""

import os
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key
from django.utils.translation import gettext_lazy as _

from relations.runtime import redis_socket

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# Everything that a running copy writes is below VAR_DIR.
VAR_DIR = Path(env.str("AMUR_VAR", str(BASE_DIR / "var")))


def _secret_key() -> str:
    """The key from the environment, else from var/ (`manage.py prepare` writes it), else one for this process."""
    stored = VAR_DIR / "secret_key"
    return env.str("SECRET_KEY", "") or (stored.read_text().strip() if stored.exists() else get_random_secret_key())


SECRET_KEY = _secret_key()
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "ninja",
    "relations",
    "ingest",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # the tables behind the charts are long and compress tenfold
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "relations.discretion.discretion_middleware",
    "relations.then.middleware.as_of_middleware",  # last: what it lets through is a page of that day in every part
]

ROOT_URLCONF = "relations.urls"
WSGI_APPLICATION = "relations.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "relations.then.context.then",
            ],
        },
    }
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'amur.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL without IMMEDIATE fails with "database is locked" as soon as two writers meet.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,  # seconds, as long as PATIENCE in relations/locks.py
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ru", _("Russian"))]
LOCALE_PATHS = [BASE_DIR / "relations" / "locale", BASE_DIR / "ingest" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Moscow"  # days are Moscow's

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "ingest.kept_files.KeptFiles"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"

# Redis and Celery

# The project's own Redis, unless REDIS_URL names another.
REDIS_SOCKET = redis_socket(VAR_DIR)
REDIS_URL = env.str("REDIS_URL", "")
CELERY_BROKER_URL = REDIS_URL or f"redis+socket://{REDIS_SOCKET}"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_DEFAULT_QUEUE = "reading"
CELERY_TASK_ROUTES = {
    # Queues of their own, so that neither waits behind a thousand articles.
    "ingest.tasks.open_upload": {"queue": "uploads"},
    "ingest.tasks.look_at_feeds": {"queue": "sweep"},
    "ingest.tasks.look_at_feed": {"queue": "uploads"},
    "ingest.tasks.sweep": {"queue": "sweep"},
}
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0}  # the sweep tries again, not the request
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 1_500_000  # kB
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None

# A job: soft limit < hard limit < lease < visibility timeout, so that nothing is read twice at once (a check says so).
READING_SOFT_LIMIT = env.int("READING_SOFT_LIMIT", 20)  # seconds
READING_HARD_LIMIT = env.int("READING_HARD_LIMIT", 25)  # seconds
READING_LEASE = env.int("READING_LEASE", 35)  # seconds
READING_WORKERS = env.int("READING_WORKERS", min(2, os.cpu_count() or 1))
OPENING_LIMIT = env.int("OPENING_LIMIT", 3600)  # seconds for a whole archive; each article has PARSING_SECONDS
MAX_ATTEMPTS = env.int("MAX_ATTEMPTS", 3)
SWEEP_EVERY = env.int("SWEEP_EVERY", 5)  # seconds
VISIBILITY_TIMEOUT = env.int("VISIBILITY_TIMEOUT", 300)  # seconds
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": VISIBILITY_TIMEOUT,
    "socket_timeout": 10,
    "socket_connect_timeout": 2,
}
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "ingest.tasks.sweep", "schedule": SWEEP_EVERY, "options": {"expires": 4 * SWEEP_EVERY}},
    "feeds": {"task": "ingest.tasks.look_at_feeds", "schedule": 60, "options": {"expires": 60}},
}

# Uploads

MB = 1024 * 1024
UPLOAD_MAX_BYTES = env.int("UPLOAD_MAX_BYTES", 50 * MB)  # one file
UPLOAD_MAX_FILES = env.int("UPLOAD_MAX_FILES", 500)  # files chosen at once
UPLOAD_MAX_ARTICLES = env.int("UPLOAD_MAX_ARTICLES", 20_000)  # in one file
UPLOAD_MAX_EXPANDED = env.int("UPLOAD_MAX_EXPANDED", 200 * MB)  # what a packed file unpacks to
UPLOAD_MAX_PAGES = env.int("UPLOAD_MAX_PAGES", 500)  # of a PDF
ARTICLE_MAX_BYTES = env.int("ARTICLE_MAX_BYTES", 2 * MB)  # the text of one article
FETCH_MAX_BYTES = env.int("FETCH_MAX_BYTES", 10 * MB)  # of a page or a feed
FETCH_SECONDS = env.int("FETCH_SECONDS", 15)  # for a page or a feed with all its redirects
# Hosts of one's own network from which pages may be fetched all the same, as host:port.
FETCH_ALLOWED_HOSTS = env.list("FETCH_ALLOWED_HOSTS", default=[])
PARSING_SECONDS = env.int("PARSING_SECONDS", 30)  # for one article of a file
PARSING_MEMORY = env.int("PARSING_MEMORY", 1024 * MB)  # of the process that opens a file
FILE_UPLOAD_HANDLERS = [
    "ingest.upload_handlers.CappedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "ingest.upload_handlers.RoomUploadHandler",
]
# Django's own limits answer with a bare error page: they stand far above those that the form explains.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * ARTICLE_MAX_BYTES
DATA_UPLOAD_MAX_NUMBER_FILES = 10 * UPLOAD_MAX_FILES
