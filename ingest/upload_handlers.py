"""What Django does with a file while it arrives."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

from ingest.outages import disk_is_full

_NO_ROOM = "amur.no_room"


class CappedUploadHandler(FileUploadHandler):
    """Keeps no more of a file than the limit and a chunk: enough for the form to see that it is too large."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start - len(raw_data) <= settings.UPLOAD_MAX_BYTES else None

    def file_complete(self, file_size: int) -> None:
        return None


class RoomUploadHandler(TemporaryFileUploadHandler):
    """Writes large files to the disk; where that is full, the request goes on without them (`had_no_room`)."""

    def new_file(self, *args: Any, **options: Any) -> None:
        with self._stopping():
            super().new_file(*args, **options)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        with self._stopping():
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        with self._stopping():
            return super().file_complete(file_size)

    @contextmanager
    def _stopping(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if not disk_is_full(error):
                raise
            self.request.META[_NO_ROOM] = True
            with suppress(OSError, AttributeError):  # what is left in its buffer finds no room either
                self.file.close()
            raise StopUpload(connection_reset=False) from error


def had_no_room(request: HttpRequest) -> bool:
    """Whether files of the request are missing because the disk was full."""
    return _NO_ROOM in request.META
