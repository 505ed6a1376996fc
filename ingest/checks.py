"""System checks: each setting that can be wrong, with what to do about it."""

import itertools
import os
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.checks import Warning as CheckWarning

from relations.runtime import SOCKET_LIMIT

LIMITS = ("READING_SOFT_LIMIT", "READING_HARD_LIMIT", "READING_LEASE", "VISIBILITY_TIMEOUT")
POSITIVE = (
    *LIMITS,
    "MAX_ATTEMPTS",
    "SWEEP_EVERY",
    "READING_WORKERS",
    "UPLOAD_MAX_BYTES",
    "UPLOAD_MAX_FILES",
    "UPLOAD_MAX_ARTICLES",
    "UPLOAD_MAX_EXPANDED",
    "UPLOAD_MAX_PAGES",
    "ARTICLE_MAX_BYTES",
    "FETCH_MAX_BYTES",
    "FETCH_SECONDS",
    "PARSING_SECONDS",
    "PARSING_MEMORY",
    "OPENING_LIMIT",
)


@register(Tags.compatibility)
def limits_are_in_order(**kwargs: Any) -> list[Error]:
    """Else an article would be read twice at once, or its worker killed without a word."""
    if all(getattr(settings, low) < getattr(settings, high) for low, high in itertools.pairwise(LIMITS)):
        return []
    said = " < ".join(f"{name} ({getattr(settings, name)})" for name in LIMITS)
    return [Error(f"This order is not kept: {said}.", hint="Change one of them, in seconds.", id="ingest.E001")]


@register(Tags.compatibility)
def numbers_are_positive(**kwargs: Any) -> list[Error]:
    return [
        Error(f"{name} is {getattr(settings, name)}.", hint="Set it to 1 or more.", id="ingest.E002")
        for name in POSITIVE
        if getattr(settings, name) < 1
    ]


@register(Tags.files)
def var_is_writable(**kwargs: Any) -> list[Error]:
    """What a copy writes, it writes below VAR_DIR; `prepare` makes the folder."""
    folder = settings.VAR_DIR
    while not folder.exists():
        folder = folder.parent
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return []
    hint = "Give it to the user who runs Amur, or set AMUR_VAR to a folder of theirs."
    return [Error(f"{folder} is not writable.", hint=hint, id="ingest.E003")]


@register(Tags.compatibility)
def redis_url_is_one(**kwargs: Any) -> list[Error]:
    if not settings.REDIS_URL or settings.REDIS_URL.startswith(("redis://", "rediss://", "redis+socket://")):
        return []
    hint = "It begins with redis://, rediss:// or redis+socket://; empty means a Redis of Amur's own."
    return [Error("REDIS_URL is no address of a Redis.", hint=hint, id="ingest.E004")]


@register(Tags.compatibility)
def redis_socket_is_short(**kwargs: Any) -> list[Error]:
    if settings.REDIS_URL or len(os.fsencode(settings.REDIS_SOCKET)) < SOCKET_LIMIT:
        return []
    hint = "Set AMUR_VAR or TMPDIR to a shorter path."
    return [Error(f"The path {settings.REDIS_SOCKET} is too long for a socket.", hint=hint, id="ingest.E005")]


@register(Tags.security)
def debug_stays_at_home(**kwargs: Any) -> list[CheckWarning]:
    hosts = set(settings.ALLOWED_HOSTS) - {"localhost", "127.0.0.1", "[::1]", "testserver"}
    if not (settings.DEBUG and hosts):
        return []
    hint = "Unset DEBUG: its error pages show settings and data."
    return [
        CheckWarning(f"DEBUG is on and others may come in: {', '.join(sorted(hosts))}.", hint=hint, id="ingest.W001")
    ]
