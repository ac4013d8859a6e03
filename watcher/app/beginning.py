"""Write a first configuration: commented, with real sources, for all councils or for some."""

from __future__ import annotations

import json
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from watcher.app.near import near_hint
from watcher.errors import UsageError
from watcher.reference import load_register
from watcher.reference.curated import load_sources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from watcher.reference.curated import CuratedSource

SCHEMA_FILE = "config.schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person wants to watch: everything, some regions, or some councils."""

    regions: tuple[str, ...] = ()
    councils: tuple[str, ...] = ()
    contact: str | None = None


def regions() -> tuple[str, ...]:
    """Give the names of the regions."""
    return tuple(sorted({one.region for one in load_register().councils if one.region}))


def wishes_of(words: Iterable[str], contact: str | None = None) -> Wishes:
    """Sort words into regions and councils.

    Raises:
        UsageError: when a word is neither.
    """
    known = {name.casefold(): name for name in regions()}
    register = load_register()
    chosen_regions, chosen_councils = [], []
    for word in words:
        region = known.get(word.strip().casefold())
        council = None if region else register.named(word.replace("-", " "))
        council = council or (None if region else register.named(word))
        if region is not None:
            chosen_regions.append(region)
        elif council is not None:
            chosen_councils.append(council.short_name)
        else:
            names = [*known.values(), *register.names()]
            raise UsageError(
                f"{word!r} is neither a region nor a council", hint=near_hint(word, names)
            )
    return Wishes(regions=tuple(chosen_regions), councils=tuple(chosen_councils), contact=contact)


def first_config(wishes: Wishes) -> str:
    """Write the text of a first configuration."""
    parts = [_HEAD, _fetch(wishes), _NOTIFY, _route(wishes), _SOURCES_HEAD]
    parts += [_source(one) for one in load_sources()]
    return "\n".join(part for part in parts if part)


def write_first(path: Path, wishes: Wishes, *, force: bool) -> tuple[Path, Path]:
    """Write a first configuration and its schema beside it; give where they are.

    Raises:
        UsageError: when there is one already, or it cannot be written.
    """
    if path.exists() and not force:
        raise UsageError(
            "there is a configuration already",
            resource=str(path),
            hint="write it elsewhere: watcher init PATH, or replace it with --force",
        )
    schema = path.with_name(SCHEMA_FILE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        schema.write_text(schema_text(), encoding="utf-8")
        path.write_text(first_config(wishes), encoding="utf-8")
    except OSError as error:
        raise UsageError("the configuration cannot be written", resource=str(path)) from error
    return path, schema


def schema_text() -> str:
    """Write the schema of the configuration."""
    from watcher.config.schema import config_schema

    return json.dumps(config_schema(), indent=1, ensure_ascii=False) + "\n"


def _fetch(wishes: Wishes) -> str:
    contact = (
        f"contact = {_quoted(wishes.contact)}"
        if wishes.contact
        else '# contact = "you@example.org"'
    )
    return _FETCH.format(contact=contact)


def _route(wishes: Wishes) -> str:
    if not wishes.regions and not wishes.councils:
        return _ROUTE_ALL
    lines = []
    if wishes.regions:
        lines.append(f"regions = [{', '.join(_quoted(name) for name in wishes.regions)}]")
    if wishes.councils:
        lines.append(f"councils = [{', '.join(_quoted(name) for name in wishes.councils)}]")
    return _ROUTE_SOME.format(choice="\n".join(lines))


def _source(one: CuratedSource) -> str:
    about = "\n".join(f"# {line}" for line in wrap(one.about, 92))
    lines = ["[[source]]", f"name = {_quoted(one.name)}", *one.options]
    if one.refuses and one.on:
        about += "\n# Known to refuse programs: `watcher sources` says so when it does."
    if not one.on:
        lines = [f"# {line}" for line in lines]
    return f"{about}\n" + "\n".join(lines) + "\n"


def _quoted(text: str | None) -> str:
    return json.dumps(text, ensure_ascii=False)


_HEAD = f"""\
#:schema ./{SCHEMA_FILE}
# The configuration of watcher. Paths are relative to this file. Every key is described in the
# schema beside it; editors that know TOML schemas complete and check it.

[watcher]
database = "watcher.db"
# Findings older than this make history but no alert.
max_age = "120 days"
# Alerts about more councils than this from one fetch wait for `watcher release`.
hold_above = 12
"""

_FETCH = """\
[fetch]
# Say who you are, so that a site's owner can reach you: sites that refuse programs are kinder then.
{contact}
# Seconds between two requests at a host.
gap = 2.0
# Silence that is no cause for concern, such as the weeks before an election.
# expected_quiet = [{{ from = 2027-03-25, to = 2027-05-06, why = "local elections" }}]
"""

_NOTIFY = """\
[[notify]]
name = "terminal"
type = "terminal"

# [[notify]]
# name = "mail"
# type = "email"
# to = ["you@example.org"]
# sender = "watcher@example.org"
# host = "mail.example.org"
# username = "watcher"
# password = {{ env = "WATCHER_MAIL_PASSWORD" }}
""".replace("{{", "{").replace("}}", "}")

_ROUTE_ALL = """\
# All alerts go to all notifiers. With routes, only what matches goes:
# [[route]]
# notify = ["terminal"]
# regions = ["London"]
# severity = "high"
"""

_ROUTE_SOME = """\
[[route]]
notify = ["terminal"]
{choice}

# Word of failing sources and channels.
[[route]]
notify = ["terminal"]
ops = true
"""

_SOURCES_HEAD = """\
# Try any of these without keeping anything: watcher sources test NAME
"""
