"""What the README and docs/ promise is there: files they link, verbs of make, commands of manage.py."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

PAGES = [settings.BASE_DIR / "README.md", *sorted((settings.BASE_DIR / "docs").glob("*.md"))]
MAKEFILE = (settings.BASE_DIR / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_linked_files_exist(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_verbs_of_make_exist(page: Path) -> None:
    verbs = set(re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.M))
    assert [verb for verb in verbs if not re.search(rf"^{verb}:", MAKEFILE, re.M)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_exist(page: Path) -> None:
    commands = set(re.findall(r"manage\.py ([a-z_]+)", page.read_text(encoding="utf-8")))
    assert commands - get_commands().keys() == set()
