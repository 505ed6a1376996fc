from ingest.models.feed import Feed
from ingest.models.reading_job import ReadingJob
from ingest.models.shipped import Shipped
from ingest.models.token import Token
from ingest.models.upload import Upload, UploadedPart

__all__ = ["Feed", "ReadingJob", "Shipped", "Token", "Upload", "UploadedPart"]
