"""Every setting that can be wrong is told, with what to do; and every setting is documented."""

import re
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.checks import run_checks


def told(**kwargs: object) -> list[str]:
    return [message.id for message in run_checks() if message.id.startswith("ingest.")]


def test_the_defaults_are_sound() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("READING_LEASE", 25, "ingest.E001"),
        ("READING_SOFT_LIMIT", 30, "ingest.E001"),
        ("VISIBILITY_TIMEOUT", 20, "ingest.E001"),
        ("MAX_ATTEMPTS", 0, "ingest.E002"),
        ("READING_WORKERS", 0, "ingest.E002"),
        ("VAR_DIR", Path("/dev/null"), "ingest.E003"),
        ("REDIS_URL", "localhost:6379", "ingest.E004"),
        ("REDIS_SOCKET", Path("/run") / ("long" * 30), "ingest.E005"),
    ],
)
def test_a_wrong_value_is_told(settings: object, name: str, value: object, expected: str) -> None:
    setattr(settings, name, value)

    assert expected in told()


def test_debug_with_a_public_name_is_told(settings: object) -> None:
    settings.DEBUG, settings.ALLOWED_HOSTS = True, ["amur.example.org"]

    assert told() == ["ingest.W001"]


def test_each_error_says_what_to_do(settings: object) -> None:
    settings.MAX_ATTEMPTS, settings.READING_LEASE, settings.REDIS_URL = 0, 1, "nowhere"

    assert all(message.hint for message in run_checks() if message.id.startswith("ingest."))


def test_every_setting_from_the_environment_is_documented() -> None:
    source = (project.BASE_DIR / "relations" / "settings.py").read_text(encoding="utf-8")
    documented = (project.BASE_DIR / "docs" / "settings.md").read_text(encoding="utf-8")
    names = {*re.findall(r"env\.\w+\(\"(\w+)\"", source), "DATABASE_URL"}

    assert {name for name in names if f"`{name}`" not in documented} == set()
