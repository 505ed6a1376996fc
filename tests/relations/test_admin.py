import pytest
from django.contrib.auth.models import User
from django.test import Client

from relations.models import Contact
from tests.readings import CALL, article, call, store

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("editor"))
    return client


@pytest.mark.parametrize("name", ["actor", "office", "outlet", "contact", "tradefigure", "position", "officialfigure"])
def test_each_model_has_its_list(editor: Client, name: str) -> None:
    assert editor.get(f"/admin/relations/{name}/").status_code == 200


def test_facts_are_seen_and_not_written(editor: Client) -> None:
    told = article(CALL)
    store(told, call(told))
    contact = Contact.objects.get()

    page = editor.get(f"/admin/relations/contact/{contact.pk}/change/")

    assert page.status_code == 200
    assert f"/articles/{told.pk}/#s-" in page.content.decode()
    assert editor.get("/admin/relations/contact/add/").status_code == 403
    assert editor.post(f"/admin/relations/contact/{contact.pk}/delete/", {"post": "yes"}).status_code == 403
