"""Where all is required, nothing is skipped: a skip fails and says why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

SKIPPED = """
import pytest

def test_that_lacks_something():
    pytest.skip("no Chromium here")

@pytest.mark.xfail(reason="known")
def test_known_to_fail():
    assert False
"""


@pytest.mark.parametrize(
    ("required", "status", "said"),
    [("", 0, "1 skipped, 1 xfailed"), ("1", 1, "1 failed, 1 xfailed")],
    ids=["else", "required"],
)
def test_a_skip_fails_where_all_is_required(tmp_path: Path, required: str, status: int, said: str) -> None:
    (tmp_path / "test_skipping.py").write_text(SKIPPED)

    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.conftest",
            "-c",
            os.devnull,
            "--rootdir",
            tmp_path,
            "-ra",
            tmp_path,
        ],
        cwd=settings.BASE_DIR,
        env=os.environ | {"AMUR_REQUIRE": required, "PYTHONPATH": str(settings.BASE_DIR)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, said in done.stdout) == (status, True), done.stdout
    assert "no Chromium here" in done.stdout
