"""The reader of a worker process: models loaded once, before the fork; the gazetteer as the database has it now."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from celery.signals import worker_init, worker_process_init

from relations.reading import ArticleText

if TYPE_CHECKING:
    from ingest.extraction.reader import Reader
    from relations.models import Article


@worker_init.connect
def load_models(**kwargs: Any) -> None:
    """Loaded in the parent, the models are shared by all children: 11 MB for each instead of 300."""
    _models()


@worker_process_init.connect
def leave_ending_to_the_parent(**kwargs: Any) -> None:
    """A terminal or supervisor signals the whole group; the parent lets its children finish what they read."""
    import signal

    signal.signal(signal.SIGTERM, signal.SIG_IGN)


@lru_cache(maxsize=1)
def _models() -> "Reader":
    from ingest.extraction.gazetteer import Gazetteer
    from ingest.extraction.reader import Reader

    return Reader(Gazetteer())


_seen: Any = None


def reader() -> "Reader":
    """The reader with the actors and offices that the database has now."""
    global _seen
    from ingest import gazetteer

    models, now = _models(), gazetteer.snapshot()
    if now != _seen:
        models.gazetteer, _seen = gazetteer.build(now), now
    return models


def text_of(article: "Article") -> ArticleText:
    """A stored article as the reader gets it."""
    return ArticleText(
        article.text,
        article.title,
        article.published.isoformat() if article.published else None,
        article.outlet.name if article.outlet else None,
    )
