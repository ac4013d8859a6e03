"""What every test may use; in CI a skipped test is a failed one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).resolve().parent.parent
IN_CI = bool(os.environ.get("CI"))
FULL_COUNT = bool(os.environ.get("WATCHER_SOAK"))

settings.register_profile(
    "watcher", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("watcher")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure in CI: a check that did not run has not passed."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {item.nodeid}: {call.excinfo and call.excinfo.value}"
    return report


@pytest.fixture(scope="session")
def reference() -> Path:
    """Give the folder of reference material; skip where it is not to be had."""
    folder = os.environ.get("WATCHER_REFERENCE")
    if not folder:
        pytest.skip("WATCHER_REFERENCE is not set: the reference material is not on this machine")
    return Path(folder)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Give the folder of the five seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def full_count() -> bool:
    """Tell whether long tests run at full count (`make soak`) or a seeded part of it."""
    return FULL_COUNT
