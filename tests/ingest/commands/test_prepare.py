"""`manage.py prepare` makes a fresh copy ready, and changes nothing the second time."""

import stat
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from ingest import preparing
from ingest.extraction.version import VERSION
from relations.models import Actor, Outlet
from tests.readings import article, store

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var(settings: Any, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path / "var"
    settings.STATIC_ROOT = settings.VAR_DIR / "static"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    return settings.VAR_DIR


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_fresh_copy_becomes_ready(var: Path, client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("prepare")

    password = (var / "admin_password").read_text().strip()
    assert password in capsys.readouterr().out
    assert client.login(username=preparing.ADMIN, password=password)
    assert Actor.objects.filter(is_known=True).exists()
    assert Outlet.objects.exists()
    assert list((var / "static" / "ingest").glob("progress.*.js.gz"))
    assert (mode(var), mode(var / "secret_key"), mode(var / "admin_password")) == (0o700, 0o600, 0o600)


def test_the_second_time_nothing_is_said_and_nothing_changes(var: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("prepare")
    written = {path: path.stat().st_mtime_ns for path in var.rglob("*")}
    hashes = list(User.objects.values_list("password", flat=True))
    capsys.readouterr()

    call_command("prepare")

    assert capsys.readouterr().out == ""
    assert {path: path.stat().st_mtime_ns for path in var.rglob("*")} == written
    assert list(User.objects.values_list("password", flat=True)) == hashes


def test_an_account_made_by_a_person_is_enough(var: Path) -> None:
    User.objects.create_superuser("boss", password="x")

    call_command("prepare")

    assert not (var / "admin_password").exists()


def test_articles_of_an_older_reader_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    _unread, current, older = (article("В Перми открыли мост.") for _ in range(3))
    store(current, version=VERSION)
    store(older, version="before")

    call_command("prepare")

    assert (
        "Articles read by an older version of the reader: 1. Read them again with manage.py reread"
        in capsys.readouterr().out
    )
