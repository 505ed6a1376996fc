"""manage.py reread: what a new version of the reader would change, and changing it."""

import json
import subprocess
import sys

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from ingest import reference_loading
from relations import reviewing
from relations.fact_lines import fact_lines
from relations.models import Article, Contact
from tests.readings import article, call, store

TOLD = "8 февраля 2024 года Владимир Путин провёл телефонный разговор с председателем КНР Си Цзиньпином."


def _reread(capsys: pytest.CaptureFixture[str], *args: str) -> list[str]:
    call_command("reread", *args)
    return capsys.readouterr().out.splitlines()


@pytest.mark.django_db
def test_a_dry_run_says_what_would_change_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    reference_loading.load_all()
    unread = article(TOLD, published=None)
    misread = article("Ничего о встречах здесь не сказано.")
    store(misread, call(misread, misread.text.partition("\n")[0], format="meeting"))
    before = list(fact_lines())

    lines = _reread(capsys, "--dry-run", "--all")

    assert [line[0] for line in lines] == ["+", "\N{MINUS SIGN}", "+"]
    assert json.loads(lines[0][2:])["reports"][0]["article"] == unread.text_hash
    assert lines[-1] == "+1 \N{MINUS SIGN}1 ~0, 0 touch reviews"
    assert list(fact_lines()) == before
    assert Article.objects.get(pk=unread.pk).reader_version == ""


@pytest.mark.django_db
def test_a_dry_run_names_the_reviews_it_would_touch(capsys: pytest.CaptureFixture[str]) -> None:
    reference_loading.load_all()
    given = article(TOLD)
    store(given, call(given, TOLD, place="Москва"))
    fact = Contact.objects.get()
    user = get_user_model().objects.create_user("reviewer")
    reviewing.correct(user, "contact", fact.pk, {"date": "2024-02-09"})

    lines = _reread(capsys, "--dry-run", "--all")

    assert f"! contact {fact.pk} (corrected)" in lines
    assert lines[-1].endswith("1 touches reviews")


@pytest.mark.django_db
def test_an_article_that_nobody_knows_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CommandError, match="no-such-article"):
        call_command("reread", "no-such-article")


@pytest.mark.django_db
def test_when_all_is_read_there_is_nothing_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Nothing to read again" in _reread(capsys)[0]


@pytest.mark.worker
def test_real_workers_read_again_what_another_version_read(
    capsys: pytest.CaptureFixture[str], child_environment: dict[str, str]
) -> None:
    reference_loading.load_all()
    given = article(TOLD)
    store(given, call(given, TOLD, format="meeting"), version="before")

    command = [sys.executable, settings.BASE_DIR / "manage.py", "reread"]
    done = subprocess.run(command, env=child_environment, capture_output=True, text=True, timeout=300, check=False)

    assert (done.returncode, done.stdout) == (0, "1 read again, 0 failed.\n")

    contact = Contact.objects.get()
    assert (contact.format, contact.date) == ("call", "2024-02-08")
    assert "Nothing to read again" in _reread(capsys)[0]
