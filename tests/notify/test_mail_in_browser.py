"""The mail as a real browser shows it: nothing wider than the window, dark where that is wished."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import escape
from typing import TYPE_CHECKING

import pytest

from tests.notify.messages import alert, message
from watcher.alerting.render.email import email_html
from watcher.notify.email import FOOTER

if TYPE_CHECKING:
    from pathlib import Path

PROBE = """
<script>
const wide = [...document.querySelectorAll("*")].filter(
  one => one.getBoundingClientRect().right > innerWidth + 1);
const card = getComputedStyle(document.querySelector(".card"));
parent.document.documentElement.dataset.found = [
  innerWidth, document.documentElement.scrollWidth, wide.length,
  card.backgroundColor, getComputedStyle(document.body).color].join("|");
</script>
"""


def probed(folder: Path, width: int, *more: str) -> list[str]:
    """Show a mail with long words in a window; give what was found in it."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        pytest.skip("no Chromium on this machine")
    long = "https://example.org/" + "averylongaddress" * 20
    told = message(alert("Bath and North East Somerset", quote=long), alert("York"))
    page = folder / "mail.html"
    mail = email_html(told.alerts, FOOTER).replace("</body>", f"{PROBE}</body>")
    page.write_text(
        f'<meta charset="utf-8"><iframe style="width:{width}px;height:900px;border:0" '
        f'srcdoc="{escape(mail, quote=True)}"></iframe>'
    )
    done = subprocess.run(
        [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder}/p",
            "--window-size=1000,1000",
            *more,
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    found = re.search(r'data-found="([^"]*)"', done.stdout)
    assert found is not None, done.stderr[-2000:]
    return found[1].split("|")


@pytest.mark.parametrize("width", [400, 800])
def test_nothing_is_wider_than_the_window(tmp_path: Path, width: int) -> None:
    inner, scroll, wide, background, _ = probed(tmp_path, width)
    assert int(inner) == width
    assert (int(scroll) <= int(inner), wide) == (True, "0")
    assert background == "rgb(255, 255, 255)"


def test_it_is_dark_where_dark_is_wished(tmp_path: Path) -> None:
    *_, background, colour = probed(tmp_path, 400, "--blink-settings=preferredColorScheme=0")
    assert background == "rgb(31, 35, 41)"
    assert colour == "rgb(232, 234, 237)"
