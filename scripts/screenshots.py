"""Make screenshots of a built site in a real browser, at three widths, light and dark.

usage: python scripts/screenshots.py SITE OUT [--council CODE] [--small]

With `--small` only the few pictures are made that the documentation shows.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

WIDTHS = (360, 800, 1400)


def main() -> int:
    """Make the screenshots; give the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--council", default="")
    parser.add_argument("--small", action="store_true")
    asked = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("chromium is not installed\n")
        return 2
    asked.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, page, width, scheme in wanted(asked):
            shoot(
                browser,
                asked.site / page,
                asked.out / f"{name}-{width}-{scheme}.png",
                not asked.small,
            )
        browser.close()
    return 0


def wanted(asked: argparse.Namespace) -> Iterator[tuple[str, str, int, str]]:
    """List the pictures: name, page, width, colour scheme."""
    council = asked.council or next(iter(sorted((asked.site / "councils").glob("*.html")))).stem
    pages = {"front": "index.html", "council": f"councils/{council}.html"}
    alerts = sorted((asked.site / "alerts").glob("*.html"))
    if alerts:
        pages["alert"] = f"alerts/{alerts[0].name}"
    if asked.small:
        yield "front", pages["front"], 1400, "light"
        yield "front", pages["front"], 360, "dark"
        yield "council", pages["council"], 800, "light"
        return
    pages |= {"alerts": "alerts.html", "sources": "sources.html", "about": "about.html"}
    for name, page in pages.items():
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                yield name, page, width, scheme


def shoot(browser: Browser, page: Path, target: Path, whole: bool) -> None:  # noqa: FBT001
    """Make one picture."""
    width, scheme = target.stem.split("-")[-2:]
    context = browser.new_context(
        viewport={"width": int(width), "height": 1000 if int(width) > WIDTHS[0] else 740},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    tab = context.new_page()
    tab.goto(page.resolve().as_uri())
    tab.screenshot(path=target, full_page=whole)
    context.close()


if __name__ == "__main__":
    sys.exit(main())
