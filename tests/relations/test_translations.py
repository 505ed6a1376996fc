"""The Russian interface is complete, and what is compiled is what is written."""

import gettext
import re
from pathlib import Path

import pytest
from django.conf import settings

CATALOGUES = [Path(folder) / "ru" / "LC_MESSAGES" / "django.po" for folder in settings.LOCALE_PATHS]


def entries(catalogue: Path) -> list[str]:
    """The entries of a catalogue but its header, each with its long strings joined."""
    joined = catalogue.read_text(encoding="utf-8").replace('"\n"', "")
    return [entry for entry in joined.split("\n\n") if re.search(r'^msgid "(?!"\n)', entry, re.MULTILINE)]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parts[-5])
def test_every_string_is_translated(catalogue: Path) -> None:
    found = entries(catalogue)

    assert found
    assert [entry for entry in found if re.search(r'^msgstr(\[\d\])? ""$', entry, re.MULTILINE)] == []
    assert [entry for entry in found if "fuzzy" in entry] == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parts[-5])
def test_the_compiled_catalogue_is_up_to_date(catalogue: Path) -> None:
    with catalogue.with_suffix(".mo").open("rb") as compiled:
        known = gettext.GNUTranslations(compiled)._catalog  # type: ignore[attr-defined]

    written = [re.search(r'^msgid "(.*)"$', entry, re.MULTILINE) for entry in entries(catalogue)]
    names = {name if isinstance(name, str) else name[0] for name in known}
    bare = {name.rpartition("\x04")[2] for name in names}
    for match in written:
        assert match
        assert match[1].replace('\\"', '"').replace("\\n", "\n") in bare
