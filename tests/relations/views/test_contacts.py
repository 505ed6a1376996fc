import pytest
from django.test import Client

from relations.models import Actor, Article, Contact

pytestmark = pytest.mark.usefixtures("collection")


def test_the_list_counts_facts_and_links_each(client: Client) -> None:
    page = client.get("/contacts/").content.decode()

    assert "2 contacts</h2>" in page
    for contact in Contact.objects.all():
        assert f'href="{contact.get_absolute_url()}"' in page


def test_the_table_behind_the_chart_is_there_without_script(client: Client) -> None:
    page = client.get("/contacts/").content.decode()

    assert "The table behind it, 2 rows" in page
    assert 'id="chart-timeline" type="application/json"' in page


def test_filters_in_the_address_narrow_the_list(client: Client) -> None:
    page = client.get("/contacts/?format=meeting").content.decode()

    assert "1 contact</h2>" in page
    assert Contact.objects.get(format="call").get_absolute_url() not in page


def test_an_invalid_filter_is_left_out_and_said(client: Client) -> None:
    page = client.get("/contacts/?format=seance&year=1").content.decode()

    assert "2 contacts</h2>" in page
    assert "left out: format, year." in page


def test_filters_that_match_nothing_offer_a_way_back(client: Client) -> None:
    page = client.get("/contacts/?format=exercise").content.decode()

    assert "Nothing matches these filters." in page


def test_an_actors_contacts_are_filtered_by_any_actor_even_a_rare_one(client: Client) -> None:
    nobody = Actor.objects.create(key="nobody", name_ru="Никто", side="RU")

    assert "Nothing matches" in client.get(f"/contacts/?actor={nobody.pk}").content.decode()


def test_a_contact_shows_each_report_with_its_sentence_and_place(client: Client, collection: Article) -> None:
    contact = Contact.objects.get(format="call")

    page = client.get(contact.get_absolute_url()).content.decode()

    assert "The 2 reports behind it" in page
    for report in contact.reports.all():
        assert f'href="/articles/{report.article_id}/#s-{report.start}-{report.end}"' in page
    assert "Вестник" in page
    assert "test-1" in page


def test_samples_are_marked_as_samples(client: Client) -> None:
    page = client.get(Contact.objects.get(format="call").get_absolute_url()).content.decode()

    assert page.count('<span class="tag sample">') == 1


def test_what_no_article_says_is_shown_as_unknown(client: Client) -> None:
    page = client.get(Contact.objects.get(format="call").get_absolute_url()).content.decode()

    assert '<dt>Place</dt><dd><span class="unknown">unknown</span></dd>' in page
    assert "outlet unknown" in page


def test_a_plan_that_came_due_without_word_is_unconfirmed(client: Client) -> None:
    plan = Contact.objects.get(status="planned")

    assert "planned, unconfirmed" in client.get(plan.get_absolute_url()).content.decode()
    assert "unconfirmed</span>" in client.get("/contacts/").content.decode()
