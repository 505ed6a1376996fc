"""What every test may use: no skips where all is required, and the environment of started processes."""

import os
from collections.abc import Generator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection

# With this set (continuous integration) a test that would be skipped fails.
REQUIRED = bool(os.environ.get("AMUR_REQUIRE"))


def _as_failure(report: Any) -> None:
    """A skip becomes a failure that names its reason; an expected failure (xfail) is no skip."""
    if REQUIRED and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"AMUR_REQUIRE is set, so this may not be skipped. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    report = yield
    _as_failure(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    report = yield
    _as_failure(report)
    return report


def database_url() -> str:
    """The address of the test database, for a process of its own."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


@pytest.fixture
def child_environment(transactional_db: None) -> dict[str, str]:
    """The environment in which a process of its own (a worker, a server) works on this test's database.

    The test must commit what that process is to see; `transactional_db` sees to that.
    """
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "relations.settings",
        "DATABASE_URL": database_url(),
        "AMUR_VAR": str(settings.VAR_DIR),
        "PYTHONUNBUFFERED": "1",
    }
