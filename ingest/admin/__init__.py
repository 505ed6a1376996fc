"""The admin's pages for what comes in: articles, uploads, feeds and the keys of programs."""

from ingest.admin.articles import ArticleAdmin
from ingest.admin.feeds import FeedAdmin
from ingest.admin.tokens import TokenAdmin
from ingest.admin.uploads import UploadAdmin

__all__ = ["ArticleAdmin", "FeedAdmin", "TokenAdmin", "UploadAdmin"]
