"""Files for the readers, sound and hostile, made anew for each test: nothing dangerous lies in the repository."""

import io
import json
import zipfile
from collections.abc import Iterable

import docx
import openpyxl
from odf.opendocument import OpenDocumentText
from odf.text import H, P
from pypdf import PdfReader, PdfWriter

TITLE = "Министр принял посла"
BODY = (
    "Во вторник министр иностранных дел принял китайского посла. Стороны обсудили торговлю и подготовку к саммиту.",
    "Встреча прошла в Москве. Посол передал министру послание, следующая встреча намечена на осень.",
)
TEXT = "\n".join((TITLE, *BODY))


# --- Sound files -----------------------------------------------------------------------------------


def html(charset: str = "utf-8", declared: str | None = None, body: str = "") -> bytes:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    page = f"""<!doctype html><html lang="ru"><head><meta charset="{declared or charset}"><title>{TITLE}</title>
        <meta property="article:published_time" content="2024-02-08T10:00:00+03:00">
        <meta property="og:site_name" content="Вестник"><link rel="canonical" href="https://example.org/posol"></head>
        <body><nav><a href="/">Главная</a> <a href="/sport">Спорт</a></nav>
        <article><h1>{TITLE}</h1>{paragraphs}{body}</article><footer>Все права защищены</footer></body></html>"""
    return page.encode(charset)


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs or (TITLE, *BODY):
        document.add_paragraph(paragraph)
    return _saved(document.save)


def opendocument() -> bytes:
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text=TITLE))
    for paragraph in BODY:
        document.text.addElement(P(text=paragraph))
    return _saved(document.save)


def rtf() -> bytes:
    letters = b"".join(b"\\par " if char == "\n" else b"\\'%02x" % char.encode("cp1251")[0] for char in TEXT)
    return b"{\\rtf1\\ansi\\ansicpg1251\\deff0 " + letters + b"}"


def workbook(rows: Iterable[Iterable[object]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(list(row))
    return _saved(book.save)


def mail(charset: str = "koi8-r", more: bytes = b"") -> bytes:
    head = (
        "Subject: =?utf-8?b?0JzQuNC90LjRgdGC0YAg0L/RgNC40L3Rj9C7INC/0L7RgdC70LA=?=\n"
        "Date: Thu, 8 Feb 2024 10:00:00 +0300\nFrom: a@example.org\n"
        f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return head.encode() + "\n".join(BODY).encode(charset) + more


def pdf(lines: Iterable[str] = (TITLE, *BODY), pages: int = 1) -> bytes:
    """A PDF with the lines on each page, written in a font of which it tells the letters."""
    letters = sorted({char for line in lines for char in line})
    codes = {char: code for code, char in enumerate(letters, 1)}
    mapping = "".join(f"<{code:02X}> <{ord(char):04X}>\n" for char, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{mapping}endbfchar endcmap end"
    )
    shown = "".join(f"<{''.join(f'{codes[char]:02X}' for char in line)}> Tj T*\n" for line in lines)
    content = f"BT /F1 12 Tf 14 TL 50 750 Td\n{shown}ET"
    kids = " ".join(f"{5 + number} 0 R" for number in range(pages))
    page = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
    return _pdf_of(
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} /MediaBox [0 0 900 800] >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode {5 + pages} 0 R >>",
        _stream(content),
        *[page] * pages,
        _stream(cmap),
    )


def archive(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return packed.getvalue()


def records(*rows: object) -> bytes:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


# --- Hostile files ---------------------------------------------------------------------------------


def bomb(suffix_member: str, size: int) -> bytes:
    """A small zip that unpacks to `size` bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file, file.open(suffix_member, "w") as member:
        for _ in range(size // 1_000_000):
            member.write(b" " * 1_000_000)
    return packed.getvalue()


def word_with(document_xml: str) -> bytes:
    """A Word file whose document is the XML given."""
    packed, sound = io.BytesIO(), zipfile.ZipFile(io.BytesIO(word()))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name in sound.namelist():
            file.writestr(name, document_xml.encode() if name == "word/document.xml" else sound.read(name))
    return packed.getvalue()


def _paragraph(entity: str) -> str:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return (
        f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>{BODY[0]} {entity}</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )


def billion_laughs() -> bytes:
    """Entities that multiply tenfold, nine times over."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return word_with(f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "смех">{entities}]>' + _paragraph("&l9;"))


def external_entity(path: str) -> bytes:
    """An entity that stands for a file of the machine."""
    declared = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY secret SYSTEM "file://{path}">]>'
    return word_with(declared + _paragraph("&secret;"))


def locked_pdf() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    return _saved(writer.write)


def looping_pdf() -> bytes:
    """A page tree that contains itself."""
    return _pdf_of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")


def empty_pdf() -> bytes:
    """A page with a picture's place, and no text."""
    writer = PdfWriter()
    writer.add_blank_page(500, 500)
    return _saved(writer.write)


# --- How they are made -------------------------------------------------------------------------------


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _pdf_of(*objects: str) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return made + f"{end}startxref\n{len(made)}\n%%EOF".encode()


def _saved(save: object) -> bytes:
    file = io.BytesIO()
    save(file)  # type: ignore[operator]
    return file.getvalue()
