"""Articles in the admin: what deleting them takes along."""

import pytest
from django.test import Client
from django.urls import reverse

from relations.models import Article, Contact
from tests.readings import CALL, article, call, store

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("from_list", [False, True], ids=["one by one", "from the list"])
def test_deleting_an_article_takes_its_facts_along(admin_client: Client, from_list: bool) -> None:
    only = article(CALL)
    store(only, call(only))

    if from_list:
        data = {"action": "delete_selected", "_selected_action": [only.pk], "post": "yes"}
        admin_client.post(reverse("admin:relations_article_changelist"), data)
    else:
        admin_client.post(reverse("admin:relations_article_delete", args=[only.pk]), {"post": "yes"})

    assert not Article.objects.exists()
    assert not Contact.objects.exists()
