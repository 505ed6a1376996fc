"""The part of the API by which programs hand in articles: `POST /api/v1/articles` with a token."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.security import HttpBearer

from ingest.models import Token, Upload, UploadedPart
from ingest.opening import end, store_part
from ingest.readers.draft import Draft, Part
from ingest.receiving import NotKept, keeping
from ingest.vocabulary import STORED, Origin, Reason, State

router = Router(tags=["articles"])


class ByToken(HttpBearer):
    """`Authorization: Bearer …`, with a token made in the admin."""

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        return Token.of(token)


class ArticleIn(Schema):
    """An article as a program hands it in; what is left out is sought in the text and the address."""

    text: str = Field(min_length=1)
    title: str = Field("", max_length=500)
    published: date | None = None
    outlet: str = Field("", max_length=200)
    url: str = Field("", max_length=1000)
    id: str = Field("", max_length=200, description="Your own identifier of it.")


class ArticleOut(Schema):
    """What came of it."""

    article: int | None = Field(description="Its number here; null if it was refused.")
    address: str | None
    reason: str = Field(description="new, copy, edition, known, id_taken …")
    said: str = Field(description="The same in words.")


class Problem(Schema):
    """Why nothing was stored."""

    detail: str


@router.post(
    "/articles",
    auth=ByToken(),
    response={
        201: ArticleOut,
        200: ArticleOut,
        409: ArticleOut,
        403: Problem,
        413: Problem,
        422: Problem,
        503: Problem,
    },
    summary="Hand in an article",
)
def add_article(request: Any, article: ArticleIn) -> Status:
    """201 for a new article, 200 for one that is there already, 409 for one whose id another text has."""
    user = request.auth.user
    if not article.text.strip():
        return Status(422, {"detail": "There is no text in it."})
    if len(article.text.encode("utf-8", "replace")) > settings.ARTICLE_MAX_BYTES:
        return Status(413, {"detail": str(Reason.TOO_LARGE.label)})
    try:
        with keeping():
            if not user.has_perm("relations.add_article"):
                return Status(403, {"detail": "The token's user may not add articles."})
            part = _store(article, user)
    except NotKept as error:
        return Status(503, {"detail": str(error)})
    status = 201 if part.reason in STORED else 200 if part.reason == Reason.KNOWN else 409
    return Status(status, _told(part))


@transaction.atomic
def _store(article: ArticleIn, user: Any) -> UploadedPart:
    upload = Upload.objects.create(
        origin=Origin.API, name=article.id, user=user, state=State.DONE, ended_at=timezone.now()
    )
    draft = Draft(
        article.text,
        title=article.title,
        published=article.published.isoformat() if article.published else "",
        outlet=article.outlet,
        url=article.url,
        external_id=article.id,
    )
    part = store_part(upload, Part(0, 0, draft))
    end(upload)
    upload.save(update_fields=["reason", "detail"])
    return part


def _told(part: UploadedPart) -> dict[str, Any]:
    return {
        "article": part.article and part.article.pk,
        "address": part.article and part.article.get_absolute_url(),
        "reason": part.reason,
        "said": part.outcome,
    }
