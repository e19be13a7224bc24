"""What a test needs of the system and does not find: users see the test skipped, CI sees it fail."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def lacking(what: str) -> NoReturn:
    """Skips the test, but not in CI: `.ci/run` installs what is needed."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)
