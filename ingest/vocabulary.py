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
    ADDRESS = "address", _("address")
    FEED = "feed", _("feed")
    API = "api", _("API")
    IMPORT = "import", _("import")
    SAMPLES = "samples", _("samples")


class Reason(models.TextChoices):
    """Why a job ended as it did, in words for the editor; a job's `detail` adds what is special to it."""

    # What came of an article
    NEW = "new", _("New article.")
    KNOWN = "known", _("This text is already there.")
    COPY = "copy", _("New article; nearly the same text is there already.")
    EDITION = "edition", _("Another edition of an article that is there already.")
    MANY = "many", _("Articles stored.")
    PREVIEW = "preview", _("Not stored yet: look at what was taken from it.")
    DISMISSED = "dismissed", _("Looked at and not stored.")
    # What is wrong with a text
    EMPTY = "empty", _("There is no text in it. Choose a file that has some.")
    TOO_LARGE = "too_large", _("It is too large. Split it and upload the parts.")
    ID_TAKEN = "id_taken", _("Another text has this id. Give this one its own.")
    NO_SIDES = "no_sides", _("It does not speak of both Russia and China.")
    # What is wrong with a file
    NOT_TEXT = "not_text", _("This is not a text. Save it as plain text (.txt) and upload that.")
    UNKNOWN_TYPE = "unknown_type", _("This kind of file is not known. Save it as plain text (.txt) and upload that.")
    DAMAGED = "damaged", _("The file is damaged or was cut short. Save it anew and upload that.")
    ENCRYPTED = "encrypted", _("It is locked with a password. Save it without one and upload that.")
    OLD_OFFICE = "old_office", _("This is an old or locked Office file. Save it as .docx or .xlsx without a password.")
    SCANNED = "scanned", _("This PDF has pictures of pages but no text. Run text recognition on it first.")
    PAGES = "pages", _("This PDF has too many pages. Split it and upload the parts.")
    EXPANDS = "expands", _("It unpacks to more than is allowed. Split it and upload the parts.")
    TOO_MANY = "too_many", _("It has more articles than are allowed in one file. Split it and upload the parts.")
    NESTED = "nested", _("An archive within an archive is not opened. Unpack it and upload what is in it.")
    UNSAFE_NAME = "unsafe_name", _("Its name points outside the archive. Rename it and upload it again.")
    NO_COLUMN = "no_column", _("No column is headed “text”. Name the columns text, title, date, outlet, url.")
    NOT_RECORD = "not_record", _("This line is no article: a JSON object with a text.")
    TOO_HEAVY = "too_heavy", _("Opening it took more memory than allowed. Save it as plain text and upload that.")
    GONE = "gone", _("The uploaded file is no longer there. Upload it again.")
    # What went wrong on the way
    TOO_SLOW = "too_slow", _("It took longer than allowed. Shorten it and upload it again.")
    KILLED = "killed", _("The worker was killed while reading it, each time it tried.")
    NO_ROOM = "no_room", _("The server's disk is full. Tell who runs it, and try again once there is room.")
    ERROR = "error", _("Reading stopped with an error.")
    # What went wrong in fetching
    BAD_ADDRESS = "bad_address", _("This address can't be fetched: only public http and https addresses are.")
    NO_ANSWER = "no_answer", _("The server did not answer in time. Try again later.")
    NOT_FOUND = "not_found", _("The server has no page at this address.")
    FORBIDDEN = "forbidden", _("The server does not give this page out. Paste its text instead.")
    NO_FEED = "no_feed", _("There is no RSS or Atom feed at this address.")
    BAD_ANSWER = "bad_answer", _("The server answered with an error. Try again later.")


# Outcomes of an article that is stored, for counting and colouring.
STORED = (Reason.NEW, Reason.COPY, Reason.EDITION)
