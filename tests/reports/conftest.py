"""What the tests of reports share: the rules, and a reader of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.pdfs import make_pdf
from watcher.app.reading import reading_context
from watcher.extract.report import read_report
from watcher.parse.hints import Hints
from watcher.parse.report import open_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from watcher.extract.context import ExtractContext
    from watcher.model.finding import Reading


@pytest.fixture(scope="session")
def rules() -> ExtractContext:
    """Give the packaged register, rulebook and phrases."""
    return reading_context()


@pytest.fixture
def read(rules: ExtractContext) -> Callable[..., Reading]:
    """Give a function that reads pages of text as the report that they print."""

    def read_pages(*pages: str, path: str | None = None) -> Reading:
        return read_report(open_report(make_pdf(pages), Hints(path=path)), rules)

    return read_pages
