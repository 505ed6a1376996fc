"""Each kind of file gives its article: the text as it is read, and what the file says of it."""

from collections.abc import Callable
from typing import Any

import pytest

from ingest.readers.draft import Draft, Limits, Refusal, Unreadable
from tests.ingest.readers import files
from tests.ingest.readers.files import BODY, TEXT, TITLE

ROWS = [("Дата", "Заголовок", "Текст", "Источник", "Тираж"), ("08.02.2024", TITLE, BODY[0], "Вестник", 5)]
TABLE = "\n".join(";".join(f'"{cell}"' for cell in row) for row in ROWS)
ROW = Draft(BODY[0], title=TITLE, published="08.02.2024", outlet="Вестник", name="2")

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT.encode("koi8-r")),
        ("a.docx", files.word()),
        ("a.odt", files.opendocument()),
        ("a.rtf", files.rtf()),
    ],
)
def test_a_document_gives_its_text_line_by_line(read_drafts: Read, name: str, data: bytes) -> None:
    (draft,) = read_drafts(name, data)

    assert [line for line in draft.text.splitlines() if line.strip()] == TEXT.splitlines()


def test_a_pdf_gives_its_text_in_paragraphs(read_drafts: Read) -> None:
    (draft,) = read_drafts("a.pdf", files.pdf(pages=2))

    assert draft.text.split() == (TEXT + "\n" + TEXT).split()
    assert draft.text.splitlines()[0] == TITLE


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("utf-8", None), ("windows-1251", None), ("koi8-r", None), ("utf-8", "windows-1251"), ("utf-16", "utf-8")],
)
def test_a_web_page_gives_its_article_and_what_it_states(read_drafts: Read, charset: str, declared: str) -> None:
    (draft,) = read_drafts("page.html", files.html(charset, declared))

    assert all(paragraph in draft.text for paragraph in BODY)
    assert "Спорт" not in draft.text
    assert "права" not in draft.text
    assert (draft.title, draft.published, draft.outlet) == (TITLE, "2024-02-08", "Вестник")
    assert draft.url == "https://example.org/posol"


def test_a_day_that_a_page_does_not_state_is_not_guessed(read_drafts: Read) -> None:
    page = files.html().replace(b"article:published_time", b"x").replace(b"2024-02-08", b"no")

    (draft,) = read_drafts("page.html", page + "<!-- 5 марта 2023, © 2021 -->".encode())

    assert draft.published == ""


def test_an_email_gives_its_text_subject_and_day(read_drafts: Read) -> None:
    (draft,) = read_drafts("a.eml", files.mail())

    assert (draft.text.splitlines(), draft.title) == (list(BODY), TITLE)
    assert draft.published == "2024-02-08T10:00:00+03:00"


def test_an_emails_attachments_are_read_too(read_drafts: Read) -> None:
    from email.message import EmailMessage

    message = EmailMessage()
    message.set_content("Статья во вложении.")
    message.add_attachment(files.word(), maintype="application", subtype="msword", filename="Статья.docx")
    message.add_attachment(b"GIF8", maintype="image", subtype="gif", filename="подпись.gif")

    body, attached, picture = read_drafts("a.eml", message.as_bytes())

    assert body.text.strip() == "Статья во вложении."
    assert (attached.name, attached.text.splitlines()) == ("Статья.docx", TEXT.splitlines())
    assert picture == Refusal("unknown_type", name="подпись.gif")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", TABLE.encode("windows-1251")),
        ("a.csv", TABLE.encode("utf-8-sig")),
        ("a.csv", TABLE.replace(";", "\t").encode()),
        ("a.csv", TABLE.replace(";", ",").replace("\n", "\r\n").encode("utf-16")),
        ("a.xlsx", files.workbook(ROWS)),
    ],
)
def test_a_table_gives_an_article_a_row(read_drafts: Read, name: str, data: bytes) -> None:
    (draft,) = read_drafts(name, data)

    assert draft == ROW


def test_lines_of_json_give_an_article_each(read_drafts: Read) -> None:
    row = {"id": 7, "text": TEXT, "title": TITLE, "published": "2024-02-08", "outlet": None, "url": ["no"]}

    draft, broken, empty = read_drafts("a.jsonl", files.records(row, [], {"text": " "}))

    assert draft == Draft(TEXT, title=TITLE, published="2024-02-08", external_id="7", name="1")
    assert (broken, empty) == (Refusal("not_record", name="2"), Refusal("empty", name="3"))


def test_an_archive_gives_each_file_in_it(read_parts: Read) -> None:
    members = {
        "статьи/первая.txt": TEXT.encode(),
        "__MACOSX/._a": b"",
        "b.docx": files.word(),
        "c.jsonl": files.records({"text": BODY[0]}, {"text": BODY[1]}),
        "d.mp3": b"ID3",
    }

    parts = read_parts("a.zip", files.archive(members))

    assert [(part.member, part.part, part.outcome.name) for part in parts] == [
        (0, 0, "статьи/первая.txt"),
        (1, 0, "b.docx"),
        (2, 0, "c.jsonl: 1"),
        (2, 1, "c.jsonl: 2"),
        (3, 0, "d.mp3"),
    ]
    assert parts[0].outcome.text == TEXT
    assert parts[4].outcome.code == "unknown_type"


def test_an_archive_from_russian_windows_has_readable_names(read_drafts: Read) -> None:
    packed = files.archive({"xxxxxx.txt": TEXT.encode()}).replace(b"xxxxxx.txt", "статья.txt".encode("cp866"))

    (draft,) = read_drafts("a.zip", packed)

    assert draft.name == "статья.txt"


def test_reading_goes_on_from_the_member_it_is_told(read_parts: Read) -> None:
    data = files.archive({f"{number}.txt": f"Текст номер {number}.".encode() for number in range(5)})

    assert [part.outcome.name for part in read_parts("a.zip", data, start=3)] == ["3.txt", "4.txt"]


def test_lines_broken_by_the_width_of_a_page_are_joined(read_drafts: Read) -> None:
    lines = ["Министр иностранных дел при-", "нял посла и обсудил с ним", "торговлю.", "Встреча прошла в Москве."]

    (draft,) = read_drafts("a.pdf", files.pdf(lines))

    assert draft.text == "Министр иностранных дел принял посла и обсудил с ним торговлю.\nВстреча прошла в Москве."


def test_a_table_without_a_column_of_texts_says_so(read_drafts: Read) -> None:
    with pytest.raises(Unreadable, match="no_column"):
        read_drafts("a.csv", "Дата;Тираж\n1;2".encode())


def test_a_row_without_a_text_is_refused_alone(read_drafts: Read) -> None:
    found = read_drafts("a.csv", f"title,text\nА,\n,\nБ,{TITLE}\n".encode(), Limits())

    assert found == [Refusal("empty", name="2"), Draft(TITLE, title="Б", name="4")]
