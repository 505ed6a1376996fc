"""The Russian interface is complete: every string marked for translation has its translation, compiled."""

import ast
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.conf import settings

CATALOGS = [Path(folder) / "ru" / "LC_MESSAGES" / "django" for folder in settings.LOCALE_PATHS]
FUNCTIONS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
IN_TEMPLATES = re.compile(r"{%\s*trans(?:late)?\s+\"([^\"]+)\"\s*(?:as\s+\w+\s*)?%}|_\(\"([^\"]+)\"\)")


def _compiled() -> set[str]:
    """The strings that have a translation in what is shipped; of those with plurals, the singular."""
    found: set[str] = set()
    for catalog in CATALOGS:
        with catalog.with_suffix(".mo").open("rb") as file:
            keys = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
        found |= {key[0] if isinstance(key, tuple) else key for key in keys}
    return found


def _marked() -> Iterator[tuple[str, str]]:
    """Where a string is marked for translation, and the string."""
    for path in sorted(settings.BASE_DIR.glob("templates/**/*.html")):
        for match in IN_TEMPLATES.finditer(path.read_text(encoding="utf-8")):
            yield path.name, match[1] or match[2]
    for package in ("relations", "ingest"):
        for path in sorted((settings.BASE_DIR / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if text := _literal(node):
                    yield path.name, text


def _literal(node: ast.AST) -> str:
    """The text of a call such as `_("text")`; "" for anything else."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text)), *_]) if name in FUNCTIONS:
            return text
    return ""


def test_every_string_has_its_translation() -> None:
    from_django = {"Home"}  # the admin's own words, translated by Django
    translated = _compiled() | from_django
    marked = list(_marked())

    assert len(marked) > 100
    assert [f"{where}: {text}" for where, text in marked if text not in translated] == []


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda path: path.parts[-5])
def test_what_was_translated_is_compiled(catalog: Path) -> None:
    source = catalog.with_suffix(".po").read_text(encoding="utf-8")
    entries = [entry for entry in source.split("\n\n")[1:] if re.search(r"^msgid ", entry, re.M)]

    assert [entry for entry in entries if "#, fuzzy" in entry] == []
    assert [entry for entry in entries if re.search(r'^msgstr(?:\[\d\])? ""(?!\n")', entry, re.M)] == []
    with catalog.with_suffix(".mo").open("rb") as file:
        keys = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    assert len({key[0] if isinstance(key, tuple) else key for key in keys if key}) == len(entries)
