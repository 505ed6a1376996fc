"""The closed lists of the pipeline, as Django choices: value in the data, label on the pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a job stands."""

    QUEUED = "queued", _("queued")
    RUNNING = "running", _("being read")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class Origin(models.TextChoices):
    """How an upload came in."""

    PASTE = "paste", _("pasted text")
    FILE = "file", _("file")
    IMPORT = "import", _("import")
    SAMPLES = "samples", _("samples")


class Reason(models.TextChoices):
    """Why a job ended as it did, in words for the editor; a job's `detail` adds what is special to it."""

    NEW = "new", _("New article.")
    KNOWN = "known", _("This text is already there.")
    MANY = "many", _("Articles stored.")
    EMPTY = "empty", _("There is no text in it. Choose a file that has some.")
    NOT_TEXT = "not_text", _("This is not a text. Save it as plain text (.txt) and upload that.")
    UNKNOWN_TYPE = "unknown_type", _("This kind of file is not known. Save it as plain text (.txt) and upload that.")
    TOO_LARGE = "too_large", _("It is too large. Split it and upload the parts.")
    GONE = "gone", _("The uploaded file is no longer there. Upload it again.")
    TOO_SLOW = "too_slow", _("Reading took longer than allowed. Shorten the text, or raise READING_SOFT_LIMIT.")
    KILLED = "killed", _("The worker was killed while reading it, each time it tried.")
    ERROR = "error", _("Reading stopped with an error.")
