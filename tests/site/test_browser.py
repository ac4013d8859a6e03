"""What a person with a browser meets."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import run

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.site.conftest import Watched

PAGES = ("index.html", "council", "alert", "alerts.html", "sources.html", "about.html")


def address(site: Path, page: str) -> str:
    named = {
        "council": "councils/E06000030.html",
        "alert": f"alerts/{min(p.name for p in (site / 'alerts').iterdir())}",
    }
    return (site / named.get(page, page)).as_uri()


def signs(tab: Watched) -> dict[str, str]:
    found: dict[str, str] = tab.page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('#map .hex')]"
        ".map(h => [h.dataset.code, h.querySelector('text').textContent]))"
    )
    return found


def test_the_map_has_a_hexagon_for_every_council_and_opens_from_a_file(
    opened: Watched, site: Path
) -> None:
    opened.page.goto(address(site, "index.html"))
    assert opened.page.locator("#map .hex").count() == 153
    assert len({*signs(opened).values()}) >= 4


def test_the_switch_shows_another_judgement_and_send(opened: Watched, served: str) -> None:
    opened.page.goto(served + "index.html")
    before = signs(opened)
    opened.page.get_by_role("radio", name="SEND").check()
    after = signs(opened)
    assert set(after.values()) <= {"+", "~", "×", "W", "n", "?"}
    assert before != after
    assert "show=send" in opened.page.url
    assert "typically positive" in opened.page.locator("#legend").inner_text()


def test_the_slider_shows_the_map_as_of_a_day(opened: Watched, served: str) -> None:
    opened.page.goto(served + "index.html")
    today = signs(opened)
    opened.page.locator("#day").fill("2014-01-01")
    opened.page.locator("#day").dispatch_event("change")
    assert signs(opened) != today
    assert "1 January 2014" in opened.page.locator("#legend").inner_text()
    opened.page.locator("#slider").focus()
    opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator("#day").input_value() == "2014-01-02"
    assert opened.page.locator("#slider").get_attribute("aria-valuetext") == "2 January 2014"
    opened.page.get_by_role("button", name="Today").click()
    assert signs(opened) == today


def test_the_next_change_is_one_step_away(opened: Watched, served: str) -> None:
    opened.page.goto(served + "index.html#day=2024-01-01")
    before = signs(opened)
    opened.page.get_by_role("button", name="next change").click()
    assert opened.page.locator("#day").input_value() > "2024-01-01"
    assert signs(opened) != before
    opened.page.get_by_role("button", name="previous change").click()
    assert opened.page.locator("#day").input_value() <= "2024-01-01"


def test_a_link_to_a_day_and_a_judgement_brings_them_back(opened: Watched, served: str) -> None:
    opened.page.goto(served + "index.html#show=leaders&day=2024-06-01")
    assert opened.page.get_by_role("radio", name="Leaders").is_checked()
    assert opened.page.locator("#day").input_value() == "2024-06-01"


def test_the_table_is_filtered_by_name_region_and_grade(opened: Watched, served: str) -> None:
    opened.page.goto(served + "index.html")
    visible = opened.page.locator("#table tbody tr:visible")
    opened.page.get_by_label("Council", exact=True).fill("swin")
    assert visible.count() == 1
    assert opened.page.locator("#shown").inner_text() == "1"
    opened.page.get_by_label("Council", exact=True).fill("zzz")
    assert opened.page.get_by_text("No council matches.").is_visible()
    opened.page.get_by_role("button", name="Show all").click()
    assert visible.count() == 153
    opened.page.locator("#f-region").select_option("London")
    assert visible.count() == 33
    opened.page.locator("#f-grade").select_option("O")
    texts = opened.page.locator("#table tbody tr:visible td:nth-child(3)").all_inner_texts()
    assert texts
    assert all("outstanding" in text for text in texts)


def test_the_table_is_sorted_by_its_heads_and_says_so(opened: Watched, served: str) -> None:
    opened.page.goto(served + "index.html")
    head = opened.page.get_by_role("columnheader", name="Council")
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert opened.page.locator("#table tbody tr th").first.inner_text() == "York"
    opened.page.get_by_role("columnheader", name="Overall").get_by_role("button").click()
    assert "inadequate" in opened.page.locator("#table tbody tr td:nth-child(3)").first.inner_text()


def test_a_council_is_opened_from_the_map_by_keyboard_alone(opened: Watched, site: Path) -> None:
    opened.page.goto(address(site, "index.html"))
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        if opened.page.evaluate("document.activeElement.classList.contains('hex')"):
            break
    first = opened.page.evaluate("document.activeElement.dataset.code")
    opened.page.keyboard.press("ArrowUp")
    second = opened.page.evaluate("document.activeElement.dataset.code")
    assert first
    assert second not in {None, first}
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url(f"**/councils/{second}.html")
    assert opened.page.get_by_role("heading", name="Timeline").is_visible()


def test_a_council_is_opened_from_the_table_by_keyboard_alone(opened: Watched, site: Path) -> None:
    opened.page.goto(address(site, "index.html"))
    opened.page.get_by_label("Council", exact=True).focus()
    opened.page.keyboard.type("swindon")
    for _ in range(30):
        opened.page.keyboard.press("Tab")
        if opened.page.evaluate("document.activeElement.matches('#table tbody a')"):
            break
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**/councils/E06000030.html")


def test_without_scripts_the_picture_is_there(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(site, "index.html"))
    assert page.locator("#map .hex").count() == 153
    assert page.locator("#controls").is_hidden()
    assert page.locator("#table tbody tr").count() == 153
    context.close()


@pytest.mark.parametrize("width", [360, 800, 1400])
@pytest.mark.parametrize("page", PAGES)
def test_nothing_sticks_out_of_the_page(
    browser: Browser, site: Path, page: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    tab.goto(address(site, page))
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_no_violation(browser: Browser, site: Path, page: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 1400, "height": 1000},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        bypass_csp=True,
    )
    tab = context.new_page()
    tab.goto(address(site, page))
    tab.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = tab.evaluate("axe.run()")
    context.close()
    assert [
        (one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found["violations"]
    ] == []
    assert len(found["passes"]) > 10


def test_axe_finds_no_violation_in_a_narrow_window(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    tab = context.new_page()
    tab.goto(address(site, "index.html"))
    tab.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = tab.evaluate("axe.run()")
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []


class Links(HTMLParser):
    """Collects what a page leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.found += [value for name, value in attrs if name in {"href", "src"} and value]


def links_of(file: Path) -> list[str]:
    parser = Links()
    parser.feed(file.read_text(encoding="utf-8"))
    inside = (link.partition("#")[0] for link in parser.found if "://" not in link)
    return [link for link in inside if link]


def test_every_link_inside_of_the_site_leads_somewhere(site: Path) -> None:
    files = sorted(site.rglob("*.html"))
    broken = [(f.name, x) for f in files for x in links_of(f) if not (f.parent / x).is_file()]
    assert broken == []


def test_the_policy_lets_no_stranger_run_anything(opened: Watched, site: Path) -> None:
    opened.page.goto(address(site, "index.html"))
    policy = opened.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute(
        "content"
    )
    assert policy is not None
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    text = (site / "index.html").read_text(encoding="utf-8")
    assert " style=" not in text
    assert "<style" not in text
    assert "onclick" not in text


def test_the_pictures_of_the_documentation_can_be_made(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    del browser
    script = Path(__file__).resolve().parents[2] / "scripts" / "screenshots.py"
    subprocess.run(
        [sys.executable, str(script), str(site), str(tmp_path), "--small"], check=True, timeout=120
    )
    pictures = sorted(tmp_path.iterdir())
    assert len(pictures) == 3
    assert all(picture.read_bytes()[:4] == b"\x89PNG" for picture in pictures)


def test_a_watch_that_knows_nothing_has_a_page_too(opened: Watched, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[watcher]\ndatabase = "w.db"\nbaseline = "none"\n', encoding="utf-8")
    run("site", str(tmp_path / "site"), "--config", str(config))
    opened.page.goto((tmp_path / "site" / "index.html").as_uri())
    assert set(signs(opened).values()) == {"?"}
    assert opened.page.get_by_text("Nothing that is known got worse.").is_visible()
    opened.page.get_by_role("radio", name="SEND").check()
    opened.page.get_by_role("columnheader", name="Overall").get_by_role("button").click()
    assert opened.page.get_by_text("Too little is known yet to draw.").is_visible()
