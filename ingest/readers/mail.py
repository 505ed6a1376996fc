"""E-mails (.eml): the message, and the articles attached to it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from ingest.readers.draft import Draft, Limits, Refusal
from ingest.readers.plain import plain_text
from ingest.readers.web import page_draft

ReadFile = Callable[[str, bytes, Limits], Iterator[Draft | Refusal]]


def read_mail(data: bytes, limits: Limits, read_file: ReadFile) -> Iterator[Draft | Refusal]:
    """The message's text with its subject and date, if it has one; then each attachment of a known kind."""
    message: EmailMessage = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
    body = message.get_body(preferencelist=("plain", "html"))
    attached = [part for part in message.iter_attachments() if part.get_filename()]
    text = _text_of(body) if body is not None else ""
    if text.strip() or not attached:
        yield Draft(text, title=_header(message, "subject"), published=_sent(message))
    for part in attached:
        yield from read_file(part.get_filename() or "", part.get_payload(decode=True) or b"", limits)


def _text_of(part: EmailMessage) -> str:
    data = part.get_payload(decode=True) or b""
    declared = part.get_content_charset() or ""
    text = plain_text(data, declared) if data.strip() else ""
    return page_draft(text).text if part.get_content_subtype() == "html" and text.strip() else text


def _header(message: EmailMessage, name: str) -> str:
    with suppress(Exception):  # the standard library trips over some malformed headers
        return " ".join(str(message[name] or "").split())
    return ""


def _sent(message: EmailMessage) -> str:
    with suppress(Exception):
        return message["date"].datetime.isoformat()
    return ""
