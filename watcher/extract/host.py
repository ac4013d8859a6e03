"""Whose page is it: a council's own website speaks of itself as `the Council`."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.extract.context import ExtractContext
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words
    from watcher.model.council import Council, CouncilCode

_OFFICIAL = re.compile(r"(?:^|\.)([a-z0-9-]+)\.gov\.uk$")
_SMALL = frozenset({"of", "and", "upon", "on", "the", "with", "in"})
_SHORTEST = 4


def host_council(page: Page) -> str | None:
    """Give the name form of the council whose page it is, by its site or as its outlet says."""
    label = _label(page.document.url)
    owner = _owner(page.context, label) if label is not None else None
    outlet = page.document.outlet
    return owner or (_called(page.context, outlet) if outlet else None)


@lru_cache(maxsize=512)
def _called(context: ExtractContext, outlet: str) -> str | None:
    """Give the council that an outlet is: `Slough Council (press)`, `Kent Council jobs`."""
    words = re.findall("[a-z]+", outlet.partition("(")[0].lower().replace("&", " and "))
    named = words.index("council") + 1 if "council" in words else 0
    if not named and words[:3] not in _BOROUGHS:
        return None
    if named > 1 and words[named : named + 1] not in _BODIES:
        words = words[:named]
    found = context.automaton.names.get(" ".join(words))
    return " ".join(words) if found is not None and len(found.codes) == 1 else None


_BODIES = (["for"], ["of"], ["tax"])
_BOROUGHS = (["london", "borough", "of"], ["royal", "borough", "of"])


@lru_cache(maxsize=512)
def _owner(context: ExtractContext, label: str) -> str | None:
    councils = [c for c in context.register.councils if c.valid_to is None]
    matching = [c for c in councils if _is(c, label)] or [c for c in councils if _ends(c, label)]
    if len(matching) != 1:
        return None
    code = matching[0].code
    return next((n for n, entry in context.automaton.names.items() if entry.codes == (code,)), None)


def local_council(page: Page) -> str | None:
    """Give the council for whose place a site or an outlet is: its paper, its parents' forum.

    It is whom a page means that names no council at all.
    """
    try:
        host = urlsplit(page.document.url or "").hostname or ""
    except ValueError:
        return None
    outlet = "".join(re.findall("[a-z]+", (page.document.outlet or "").partition("(")[0].lower()))
    for label in (*host.replace("-", "").replace(".moderngov", "moderngov").split("."), outlet):
        found = _local(page.context, label) if len(label) > _SHORTEST else None
        if found is not None:
            return found
    return None


_LOCAL = re.compile(
    "(?:advertiser|argus|bugle|carer|carers|chronicle|citizen|courier|daily|dispatch|echo|evening"
    "|examiner|express|forum|gazette|guardian|herald|hub|independent|informer|journal|leader|live"
    "|local|mail|matters|mercury|messenger|mirror|moderngov|morning|news|observer|online|parent"
    "|parents|pcf|post|press|record|reporter|review|standard|star|sun|telegraph|times|today|uk"
    "|voice|weekly|world|unison|unite|gmb|neu|naswt|nasuwt|labour|conservatives?|tories|libdems?"
    "|liberal|democrats?|greens?|party|tuc|trades|union)+"
)
"""What a local site calls itself behind the name of its place."""


@lru_cache(maxsize=512)
def _local(context: ExtractContext, label: str) -> str | None:
    """Give the council with whose name a label begins, where a local site's word follows."""
    best = 0
    owners: set[CouncilCode] = set()
    for council in context.register.councils:
        if council.valid_to is not None:
            continue
        for name in {council.short_name, *council.aliases}:
            full = "".join(re.findall("[a-z]+", name.lower()))
            if len(full) < max(best, _SHORTEST) or not label.startswith(full):
                continue
            if _LOCAL.fullmatch(label, len(full)):
                owners = {council.code} | (owners if len(full) == best else set())
                best = len(full)
    if len(owners) != 1:
        return None
    code = owners.pop()
    return next((n for n, entry in context.automaton.names.items() if entry.codes == (code,)), None)


def _label(url: str | None) -> str | None:
    """Give the part of a host name in front of `.gov.uk`, folded."""
    if url is None or ".gov.uk" not in url.lower():
        return None
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    found = _OFFICIAL.search(host)
    return found[1].replace("-", "") if found and found[1] != "www" else None


def _is(council: Council, label: str) -> bool:
    """Tell whether a host's label is a council's name, whole or without small words."""
    for name in {council.short_name, *council.aliases}:
        words = [word for word in re.findall(r"[a-z]+", name.lower()) if word != "council"]
        full, core = "".join(words), [word for word in words if word not in _SMALL]
        if label in {full, "".join(core)}:
            return True
    return False


def _ends(council: Council, label: str) -> bool:
    """Tell whether a host's label is the last word of a council's name."""
    core = list(re.findall(r"[a-z]+", council.short_name.lower()))
    return len(label) >= _SHORTEST and core[-1] == label and len(core) > 1


def only_named(page: Page) -> tuple[str, ...]:
    """Give the one council that a page names, be it in passing or under a picture.

    `Ofsted rates council inadequate ... Help from Leeds City Council was not good enough.`
    """
    if page.classes.isdisjoint(_TOLD):
        return ()
    names = page.context.automaton.names
    forms = {names[form].codes: form for form in _in_passing(page)}
    return tuple(forms.values()) if len(forms) == 1 else ()


_TOLD = frozenset({"grade", "signal", "send", "sendweak", "act"})
"""Without a word of these nothing is told of anybody."""


def _in_passing(page: Page) -> Iterator[str]:
    """Give the councils that sentences name behind `from`, else those under pictures."""
    silent = True
    for sentence in page.sentences:
        if "council" not in sentence.classes:
            continue
        silent = False
        asides = [hit for hit in sentence.hits if hit.cls == "bystander"]
        for hit in sentence.hits:
            if hit.cls == "council" and not any(
                _helping(page.words, sentence, one, hit) for one in asides
            ):
                yield hit.value
    if silent and page.sentences:
        yield from _under_pictures(page)


def _helping(words: Words, sentence: Sentence, aside: Hit, council: Hit) -> bool:
    """Tell a council that only helps from one whose help is spoken of: `Support from Leeds is`."""
    if not 0 < council.first - aside.last <= _BESIDE:
        return False
    if words.words[aside.last] != "from":
        return True
    return aside.last > aside.first and not _SUBJECT.issuperset(
        words.words[sentence.first : aside.first]
    )


_SUBJECT = frozenset("the quality standard level of in some much more and but too".split())


def _under_pictures(page: Page) -> Iterator[str]:
    """Give the councils that captions name; one look at each, however many there are."""
    captions = [b for b in page.document.blocks if b.role is BlockRole.CAPTION]
    opening = [block.start for block in captions]
    found = page.sentences[0].found
    for place, meaning in enumerate(found.meanings if captions else ()):
        if meaning.cls == "council":
            start = page.words.starts[found.firsts[place]]
            at = bisect_right(opening, start) - 1
            if at >= 0 and start < captions[at].end:
                yield meaning.value


_BESIDE = 2
