"""Imported by a worker (`tests.ingest.poisoned_settings`): reading a text with the word in it ends its process."""

import os
import signal

from ingest import reading_process
from relations.models import Article
from relations.reading import ArticleText

WORD = "цикута"

_text_of = reading_process.text_of


def _deadly(article: Article) -> ArticleText:
    if WORD in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return _text_of(article)


reading_process.text_of = _deadly
