"""Importing official figures in the admin: bounded, all or nothing, revisions kept as vintages."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from relations import official_admin
from relations.models import OfficialFigure

pytestmark = pytest.mark.django_db

LIST = "/admin/relations/officialfigure/"
IMPORT = f"{LIST}import/"
HEAD = "period,turnover_bn,turnover_change_pct,statistics_of,source,address,published"


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("editor"))
    return client


def send(client: Client, *lines: str) -> HttpResponse:
    data = "\n".join([HEAD, *lines]).encode()
    return client.post(IMPORT, {"file": SimpleUploadedFile("trade.csv", data)}, follow=True)


def values() -> list[tuple[float | None, date | None]]:
    return list(OfficialFigure.objects.order_by("pk").values_list("value", "published"))


def test_the_list_leads_to_the_import(editor: Client) -> None:
    assert 'href="/admin/relations/officialfigure/import/"' in editor.get(LIST).content.decode()
    assert 'type="file"' in editor.get(IMPORT).content.decode()


def test_a_file_is_stored_and_its_source_linked(editor: Client) -> None:
    page = send(editor, "2023,240.11,26.3,gacc,Herald,https://herald.example/1,2024-01-12").content.decode()

    assert "Figures added: 1; revised: 0; there already: 0." in page
    assert 'href="https://herald.example/1"' in page
    figure = OfficialFigure.objects.get()
    assert (figure.value, figure.change_pct, figure.period_end) == (240.11e9, 26.3, date(2023, 12, 31))


def test_one_wrong_line_and_nothing_is_stored(editor: Client) -> None:
    page = send(editor, "2023,240.11,,gacc,Herald,,", "2024,a lot,,gacc,Herald,,").content.decode()

    assert "Line 3: “a lot” is no number that can be right." in page
    assert "Nothing was imported." in page
    assert values() == []


def test_the_same_file_twice_changes_nothing(editor: Client) -> None:
    send(editor, "2023,240.11,,gacc,Herald,,")

    page = send(editor, "2023,240.11,,gacc,Herald,,").content.decode()

    assert "Figures added: 0; revised: 0; there already: 1." in page
    assert len(values()) == 1


def test_a_revision_becomes_a_vintage_of_its_own_day_or_of_today(editor: Client) -> None:
    send(editor, "2023,240.11,,gacc,Herald,,2024-01-12")
    send(editor, "2023,240.5,,gacc,Herald,,2024-06-18")

    page = send(editor, "2023,241,,gacc,Herald,,").content.decode()

    assert "Figures added: 0; revised: 1; there already: 0." in page
    today = timezone.localdate()
    assert values() == [(240.11e9, date(2024, 1, 12)), (240.5e9, date(2024, 6, 18)), (241e9, today)]


def test_two_values_of_one_day_are_no_revision(editor: Client) -> None:
    send(editor, "2023,240.11,,gacc,Herald,,2024-01-12")

    page = send(editor, "2022,190,,gacc,Herald,,", "2023,250,,gacc,Herald,,2024-01-12").content.decode()

    assert "Line 3: for 2023 there is another value of the same day" in page
    assert len(values()) == 1


def test_a_figure_given_twice_in_a_file_is_refused(editor: Client) -> None:
    page = send(editor, "2023,240.11,,gacc,Herald,,", "2023-01/2023-12,250,,gacc,Herald,,").content.decode()

    assert "Line 3: it gives the same figure for 2023-01/2023-12 as line 2." in page
    assert values() == []


def test_a_persons_row_is_not_overwritten_by_an_import(editor: Client) -> None:
    OfficialFigure(indicator="turnover", period="2023", value=1e9, statistics_of="gacc", source="me").save()

    send(editor, "2023,240.11,,gacc,Herald,,")

    assert values() == [(1e9, None), (240.11e9, timezone.localdate())]


def test_a_file_that_is_too_large_or_none_at_all_is_refused(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "This field is required." in editor.post(IMPORT).content.decode()
    monkeypatch.setattr(official_admin, "MOST_BYTES", 100)

    page = send(editor, *["2023,240.11,,gacc,Herald,,"] * 5).content.decode()

    assert "“trade.csv” is larger than 100\N{NO-BREAK SPACE}bytes." in page


def test_only_who_may_add_figures_may_import_them(client: Client) -> None:
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_officialfigure"))
    client.force_login(reader)

    assert client.get(LIST).status_code == 200
    assert "Import CSV" not in client.get(LIST).content.decode()
    assert client.post(IMPORT).status_code == 403


def test_a_row_written_by_hand_needs_a_period_and_a_number(editor: Client) -> None:
    fields = {"indicator": "turnover", "period": "last year", "unit": "USD", "statistics_of": "gacc", "source": "me"}

    page = editor.post(f"{LIST}add/", fields).content.decode()

    assert "Write a year, a month or a stretch" in page
    empty = editor.post(f"{LIST}add/", fields | {"period": "2023"}).content.decode()
    assert "Give the value, the change, or both." in empty
    assert values() == []
    editor.post(f"{LIST}add/", fields | {"period": "2023", "value": "240110000000"})
    assert values() == [(240.11e9, None)]
