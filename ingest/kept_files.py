"""Where uploaded files are kept: whole or not at all."""

from typing import Any

from django.core.files.storage import FileSystemStorage


class KeptFiles(FileSystemStorage):
    """Django's storage, without the half of a file that a full disk leaves. Names are ours, so none is taken."""

    def _save(self, name: str, content: Any) -> str:
        try:
            return super()._save(name, content)
        except BaseException:
            self.delete(name)
            raise
