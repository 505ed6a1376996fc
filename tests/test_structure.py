"""Rules over the code base itself. Each rule is shown to find what it forbids, then to find nothing here."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 400  # lines; beyond that a file holds more than one concern

Rule = Callable[[Path], list[str]]


# --- What a rule looks at ------------------------------------------------------------------------


def _sources(root: Path, *patterns: str) -> Iterator[Path]:
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            if not {".venv", "var", "vendor", "migrations"} & set(path.relative_to(root).parts):
                yield path


def _imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, anywhere in it, in full: `from a import b` gives a.b."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{name.name}" for name in node.names)


def _is_of(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


def _found_imports(root: Path, pattern: str, forbidden: Callable[[str], bool]) -> list[str]:
    return [
        f"{path.relative_to(root)} imports {module}"
        for path in _sources(root, pattern)
        for module in _imports(path)
        if forbidden(module)
    ]


# --- The rules -----------------------------------------------------------------------------------


def relations_imports_no_ingest(root: Path) -> list[str]:
    return _found_imports(root, "relations/**/*.py", lambda module: _is_of(module, "ingest"))


def extraction_imports_no_django(root: Path) -> list[str]:
    return _found_imports(root, "ingest/extraction/**/*.py", lambda module: _is_of(module, "django", "celery"))


def extraction_imports_of_relations_the_reading_alone(root: Path) -> list[str]:
    return _found_imports(
        root,
        "ingest/extraction/**/*.py",
        lambda module: _is_of(module, "relations") and not _is_of(module, "relations.reading"),
    )


def extraction_imports_of_ingest_itself_alone(root: Path) -> list[str]:
    return _found_imports(
        root,
        "ingest/extraction/**/*.py",
        lambda module: _is_of(module, "ingest") and not _is_of(module, "ingest.extraction"),
    )


def relations_package_imports_nothing(root: Path) -> list[str]:
    return _found_imports(root, "relations/__init__.py", lambda module: True)


def nothing_is_marked_safe(root: Path) -> list[str]:
    """Nothing that came from an article may reach a page unescaped; no page of ours needs the exception."""
    forbidden = re.compile(r"\|\s*safe(?:seq)?\b|\bmark_safe\b|\bSafeString\b|{%\s*autoescape\s+off")
    return _found_text(root, forbidden, "templates/**/*.html", "relations/**/*.py", "ingest/**/*.py")


def templates_hold_no_script_or_style(root: Path) -> list[str]:
    """The content security policy would stop them: scripts and styles are files under static/."""
    forbidden = re.compile(
        r"<script(?![^>]*\ssrc=)(?![^>]*application/json)|<style\b|\sstyle=|\son[a-z]+\s*=\s*[\"']", re.I
    )
    return _found_text(root, forbidden, "templates/**/*.html")


def _found_text(root: Path, forbidden: re.Pattern[str], *patterns: str) -> list[str]:
    return [
        f"{path.relative_to(root)}:{number} {line.strip()}"
        for path in _sources(root, *patterns)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if forbidden.search(line)
    ]


def files_are_of_a_size_to_read(root: Path) -> list[str]:
    patterns = [f"{folder}/**/*.{kind}" for folder in ("relations", "ingest", "tests") for kind in ("py", "html")]
    lengths = {
        path.relative_to(root): len(path.read_text(encoding="utf-8").splitlines())
        for path in _sources(root, *patterns, "templates/**/*.html", "static/**/*.js", "static/**/*.css")
    }
    return [f"{path} has {length} lines" for path, length in lengths.items() if length > LONGEST]


def every_command_has_a_test(root: Path) -> list[str]:
    """A test names the command as it is typed: `call_command("name"`, or "name" in a command line."""
    tests = "\n".join(path.read_text(encoding="utf-8") for path in _sources(root, "tests/**/test_*.py"))
    commands = [path.stem for path in _sources(root, "*/management/commands/*.py") if path.stem != "__init__"]
    return [f"no test runs `manage.py {name}`" for name in commands if not re.search(rf"[\"']{name}[\"' ]", tests)]


# --- Each rule finds what it forbids ---------------------------------------------------------------

BROKEN: list[tuple[Rule, str, str]] = [
    (relations_imports_no_ingest, "relations/views/admin.py", "def view():\n    from ingest import models\n"),
    (extraction_imports_no_django, "ingest/extraction/dates.py", "from django.conf import settings\n"),
    (extraction_imports_of_relations_the_reading_alone, "ingest/extraction/a/b.py", "from relations import models\n"),
    (extraction_imports_of_ingest_itself_alone, "ingest/extraction/trade.py", "import ingest.jobs\n"),
    (relations_package_imports_nothing, "relations/__init__.py", "from relations.celery import app\n"),
    (nothing_is_marked_safe, "templates/article.html", "<p>{{ article.text|safe }}</p>\n"),
    (nothing_is_marked_safe, "relations/views/a.py", "return mark_safe(article.text)\n"),
    (templates_hold_no_script_or_style, "templates/a.html", "<script>\nalert(1)</script>\n"),
    (templates_hold_no_script_or_style, "templates/a.html", '<p style="color: red">\n'),
    (templates_hold_no_script_or_style, "templates/a.html", '<button onclick="go()">\n'),
    (files_are_of_a_size_to_read, "ingest/long.py", "x = 1\n" * (LONGEST + 1)),
    (every_command_has_a_test, "ingest/management/commands/sing.py", "class Command: ...\n"),
]


@pytest.mark.parametrize(("rule", "path", "source"), BROKEN, ids=lambda value: getattr(value, "__name__", None))
def test_rule_finds_what_it_forbids(rule: Rule, path: str, source: str, tmp_path: Path) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(source, encoding="utf-8")

    assert len(rule(tmp_path)) == 1


@pytest.mark.parametrize("rule", dict.fromkeys(rule for rule, _, _ in BROKEN), ids=lambda rule: rule.__name__)
def test_rule_is_kept(rule: Rule) -> None:
    assert rule(ROOT) == []


def test_a_script_from_a_file_and_data_for_it_are_allowed(tmp_path: Path) -> None:
    page = tmp_path / "templates" / "page.html"
    page.parent.mkdir()
    page.write_text('<script src="/static/a.js" defer></script>\n<script type="application/json" id="d">{}</script>\n')

    assert templates_hold_no_script_or_style(tmp_path) == []
