"""The admin's pages, with nothing sent to Redis."""

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile

from ingest.models import Upload
from ingest.vocabulary import Origin

MakeUpload = Callable[..., Upload]


@pytest.fixture(autouse=True)
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[int]]]:
    """What would have gone to the workers."""
    messages: list[tuple[str, list[int]]] = []
    monkeypatch.setattr("ingest.dispatch.app.send_task", lambda name, args, **options: messages.append((name, args)))
    return messages


@pytest.fixture
def uploaded(db: None) -> MakeUpload:
    """An upload of a file, not opened yet."""

    def make(data: bytes = "Послы встретились.".encode(), name: str = "a.txt", **fields: object) -> Upload:
        upload = Upload(origin=Origin.FILE, name=name, **fields)
        upload.file.save(name, ContentFile(data), save=False)
        upload.save()
        return upload

    return make
