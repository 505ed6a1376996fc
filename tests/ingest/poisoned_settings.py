"""Settings of a worker that a certain text kills."""

from relations.settings import *  # noqa: F403

CELERY_INCLUDE = ["tests.ingest.poison"]
