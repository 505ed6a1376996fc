from ingest.models.reading_job import ReadingJob
from ingest.models.shipped import Shipped
from ingest.models.upload import Upload, UploadedArticle

__all__ = ["ReadingJob", "Shipped", "Upload", "UploadedArticle"]
