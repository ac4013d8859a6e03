"""Templates -> pages. Everything that comes from outside goes through their escaping."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from watcher.alerting.render.words import clean
from watcher.site.files import digest
from watcher.site.hexmap import corners
from watcher.site.view import SEVERITY_WORDS, area_words, day_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

    from watcher.site.ports import SiteOptions

HERE = Path(__file__).resolve().parent
_STATIC = {"css": "site.css", "js": "site.js", "icon": "icon.svg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page knows of the site: its title and where its files are."""

    title: str
    css: str
    js: str
    icon: str
    hex: str = field(default_factory=corners)


class Pages:
    """Renders pages, and names the files that they share.

    Args:
        options: What is built.
        page_of: Council code -> file name of its page.
    """

    def __init__(self, options: SiteOptions, page_of: Callable[[str], str]) -> None:
        self._page_of = page_of
        self.files: Mapping[str, bytes] = {
            name: (HERE / "static" / file).read_bytes() for name, file in _STATIC.items()
        }
        self.site = Site(
            title=options.title,
            **{
                name: f"assets/{digest(data)}{Path(_STATIC[name]).suffix}"
                for name, data in self.files.items()
            },
        )

    @cached_property
    def version(self) -> str:
        """Change whenever pages would come out differently although nothing new is known."""
        sources = sorted([*(HERE / "templates").glob("*.html"), *HERE.glob("*.py")])
        words = HERE.parent / "alerting"
        sources += sorted(words.rglob("*.py"))
        return digest(self.site.title, *self.files.values(), *(p.read_bytes() for p in sources))

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        environment = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_cleaned,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters |= {
            "day": day_words,
            "severity": SEVERITY_WORDS.get,
            "area": area_words,
            "page": self._page_of,
        }
        environment.globals["site"] = self.site
        return environment

    def render(self, template: str, *, here: str = "", up: str = "", **context: Any) -> str:
        """Render a page.

        Args:
            template: Its template.
            here: Its own place in the navigation, if it is there.
            up: The way to the site's top folder.
            context: What the template shows.
        """
        made = self._environment.get_template(template)
        return made.render(here=here, up=up, **context)


def _cleaned(value: Any) -> Any:
    """Take out of plain text what could turn it around or hide in it; markup is ours."""
    if isinstance(value, str) and not isinstance(value, Markup) and not value.isprintable():
        return clean(value)
    return value
