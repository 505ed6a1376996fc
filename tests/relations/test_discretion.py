"""Who decided is told to those who are logged in, and to nobody else."""

from django.contrib.auth.models import AnonymousUser, User
from django.test import RequestFactory

from relations.discretion import named, read_by


def test_a_name_is_told_to_whoever_is_logged_in() -> None:
    request = RequestFactory().get("/")
    request.user = User(username="boris")

    with read_by(request):
        assert named("anna") == "anna"
        assert named("") == "a reviewer"


def test_a_stranger_and_a_process_without_a_reader_are_told_of_a_reviewer() -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    with read_by(request):
        assert named("anna") == "a reviewer"
    assert named("anna") == "a reviewer"
