"""Who says it: what others than inspectors call inadequate is an opinion, and no verdict."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.complaints import THINKING, of_ourselves, they_fear, thinks
from watcher.extract.people import by_which, introduced_as, speaking_by_name

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

Span = tuple[int, int]
"""A first and a last word."""


def of_opinion(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether somebody who is no inspector says the words of a target.

    Not where they report a verdict: `Ofsted's rating of inadequate is a disgrace, the union said`.
    Praise by a politician is most often the council's own word of a verdict that it was given.
    """
    inspecting = not sentence.classes.isdisjoint(_INSPECTING)
    named = not sentence.classes.isdisjoint(_OTHERS)
    if not (inspecting or THINKING.isdisjoint(sentence.said)) and thinks(page.words, sentence, hit):
        return True
    ours = not inspecting and of_ourselves(page.words, sentence, hit)
    if ours or (not named and (inspecting or page.classes.isdisjoint(_OTHERS))):
        return ours
    words, target = page.words, (hit.first, hit.last)
    voices = _voices(page, sentence) if named or not _REPORTING.isdisjoint(sentence.said) else ()
    if voices and hit.value in _PRAISE and not any(h.value in _STRANGERS for h in sentence.hits):
        return False
    for voice in voices:
        said = _said_by(words, sentence, voice, target) or _felt_by(words, voice, hit)
        if said is not None and not _reports(words, sentence, target, said):
            return True
    if inspecting or not _goes_on(page, sentence):
        return False
    said = _branding(words, sentence), sentence.last - 1
    return not _reports(words, sentence, target, said)


def _branding(words: Words, sentence: Sentence) -> int:
    """Give where the words of a sentence begin that goes on: behind `he branded`, if that is it."""
    low, first = words.words, sentence.first
    return first + 2 if low[first] in _PRONOUNS and low[first + 1] in _CALLING else first


def _voices(page: Page, sentence: Sentence) -> list[Span]:
    """Give those other than inspectors who may speak in a sentence."""
    if not sentence.classes.isdisjoint(_OTHERS):
        return [_phrase(h, page.words) for h in sentence.hits if _speaks(page, sentence, h)]
    if "speaker" not in page.classes or not sentence.classes.isdisjoint(_INSPECTING):
        return []
    if _REPORTING.isdisjoint(sentence.said):
        return []
    return speaking_by_name(page, sentence, _REPORTING)


def _goes_on(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence is more of what somebody said before it."""
    if not sentence.index:
        return False
    before = page.sentences[sentence.index - 1]
    if not before.classes.isdisjoint(_INSPECTING):
        return False
    taken_up = not _TAKING_UP.isdisjoint(sentence.said)
    if taken_up and (_by_pronoun(page.words, sentence) or they_fear(page.words, sentence)):
        return bool(_voices(page, before))
    return before.block == sentence.block and _quoted_on(page, sentence)


def _quoted_on(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence is quoted, and who is quoted stands before it in its paragraph."""
    words = page.words
    low = max(0, sentence.index - _MEMORY)
    for before in reversed(page.sentences[low : sentence.index]):
        inspecting = not before.classes.isdisjoint(_INSPECTING)
        over = inspecting and _ANY_QUOTES & set(words.text[before.start : sentence.start])
        if over or before.block != sentence.block:
            return False
        if not (inspecting or _SAYING.isdisjoint(before.said)):
            quoted = _in_quotes(words.text, page.sentences[low].start, sentence.start)
            return quoted and any(_speaking(words, before, one) for one in _voices(page, before))
    return False


_MEMORY = 8
"""Sentences in which a quotation that goes on was opened, at most."""


def _by_pronoun(words: Words, sentence: Sentence) -> bool:
    """Tell whether `she said` so, `said he`, or `he branded it`."""
    if _PRONOUNS.isdisjoint(sentence.said):
        return False
    said = words.words[sentence.first : sentence.last]
    return any(
        (one in _PRONOUNS and (two in _REPORTING or two in _CALLING))
        or (one in _REPORTING and two in _PRONOUNS)
        for one, two in pairwise(said)
    )


_PRONOUNS = frozenset({"he", "she"})
_TAKING_UP = _PRONOUNS | {"they"}


def _in_quotes(text: str, low: int, start: int) -> bool:
    """Tell whether a sentence opens in quotation marks, or inside some that are open."""
    opened = start if text[start] in _QUOTES else text.rfind("“", low, start)
    if opened >= 0 and text.find("”", opened, start) < 0:
        return True
    return text.count('"', low, start) % 2 == 1


_QUOTES, _ANY_QUOTES = frozenset('"“'), frozenset('"“”')


def _speaking(words: Words, sentence: Sentence, voice: Span) -> bool:
    """Tell whether a voice has a verb of speaking beside it."""
    near = words.words[max(sentence.first, voice[0] - _NEAR) : voice[0]]
    if not _REPORTING.isdisjoint(near):
        return True
    return _verb_behind(words, sentence, voice[1], sentence.last) is not None


def _speaks(page: Page, sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a phrase names somebody who has opinions, and none of the inspectors."""
    if hit.cls == "act":
        return page.words.words[hit.last] in _SENT
    if hit.cls == "doc" and page.words.words[hit.first] == "self":
        return True
    if hit.cls != "speaker":
        return hit.value == "voice" or (hit.cls == "other" and hit.value in _BODIES)
    if hit.value != "person" or hit.last + 1 >= sentence.last:
        return True
    return introduced_as(page, sentence, hit.last + 1) != "inspectorate"


_PRAISE = frozenset({"good", "outstanding", "positive", "progress"})
_OTHERS = frozenset({"speaker", "other", "doc", "act"})
_SENT = frozenset({"commissioner", "commissioners", "adviser", "advisers"})
"""Whom a government sends: what these say of a council is no inspection's verdict."""

_BODIES = frozenset({"body", "school", "health", "police"})
_STRANGERS = _BODIES | {"public", "law", "voice"}
_INSPECTING = frozenset({"inspectorate", "kind"})
_REPORTING = frozenset("said says say told claimed added wrote writes warned".split())
_CALLING = frozenset(
    "call calls called describe describes described brand brands branded label labels labelled dub"
    " dubs dubbed slam slams slammed criticise criticises criticised attack attacks attacked"
    " condemn condemns condemned blast blasts blasted deem deems deemed judge judges judged rate"
    " rates rated declare declares declared find finds found".split()
)
_PARTICIPLES = frozenset("calling describing branding labelling saying claiming".split())
_SAYING = (
    _REPORTING
    | _CALLING
    | _PARTICIPLES
    | frozenset(
        "tell tells claim claims argue argues argued believe believes believed think thinks thought"
        " feel feels felt warn warns write writes insist insists insisted complain complains"
        " complained allege alleges alleged rule rules ruled conclude concludes concluded hear"
        " hears heard hold held accuse accuses accused suggest suggests suggested show shows showed"
        " shown reveal reveals revealed".split()
    )
)


def _phrase(hit: Hit, words: Words) -> Span:
    """Give a voice with the article in front of it."""
    front = hit.first - 1
    while front >= 0 and words.words[front] in _ARTICLES and hit.first - front <= _ARTICLES_AT_MOST:
        front -= 1
    return front + 1, hit.last


_ARTICLES_AT_MOST = 2
_ARTICLES = frozenset("the a an its one another some local many several his her their".split())


def _said_by(words: Words, sentence: Sentence, voice: Span, target: Span) -> Span | None:
    """Give what a voice says, where the target is part of it."""
    if not _opens(words, sentence, voice):
        return None
    whole = sentence.first, sentence.last - 1
    if _according(words, voice):
        return whole
    if voice[1] < target[0]:
        if voice[0] - sentence.first <= _LABEL and ":" in words.between(voice[1], voice[1] + 1):
            return voice[1] + 1, whole[1]
        verb = _verb_behind(words, sentence, voice[1], target[0])
        if verb is None or _is_rated(words, verb, target[0]):
            return None
        borne_out = not _BORNE_OUT.isdisjoint(words.words[voice[1] : target[0]])
        return None if borne_out else (verb + 1, whole[1])
    return _said_behind(words, sentence, voice, target) if voice[0] > target[1] else None


def _said_behind(words: Words, sentence: Sentence, voice: Span, target: Span) -> Span | None:
    """Give what a voice says that stands behind the target."""
    by = by_which(words, voice[0])
    if by is not None:
        return target if by - target[1] <= _NEAR else None
    return (sentence.first, voice[0] - 1) if _closes(words, sentence, voice, target) else None


def _is_rated(words: Words, verb: int, target: int) -> bool:
    """Tell whether a verb names nothing that is rated: its subject is: `rated 'inadequate'`."""
    return words.words[verb] in _RATED_SO and words.words[verb + 1 : target] in ([], ["as"])


_RATED_SO = frozenset({"rated", "judged", "graded", "ranked"})


def _felt_by(words: Words, voice: Span, hit: Hit) -> Span | None:
    """Give what a voice is angry about, where a finding without a grade is part of it."""
    if hit.cls != "signal" or not voice[1] < hit.first <= voice[1] + _TO_ITS_VERB:
        return None
    for word in range(voice[1] + 1, hit.first - 1):
        if words.words[word] in _FEELING and words.words[word + 1] in _ABOUT:
            return word + 1, hit.last
    return None


_BORNE_OUT = frozenset({"proved", "proven", "vindicated"})
"""What was only said before has come: `Parents had warned of it, and so it has proved`."""

_FEELING = frozenset(
    "annoyed angry angered frustrated furious unhappy upset worried concerned dismayed disappointed"
    " exasperated tired sick fed alarmed".split()
)
_ABOUT = frozenset({"by", "at", "with", "over", "about", "of", "up"})


def _opens(words: Words, sentence: Sentence, voice: Span) -> bool:
    """Tell whether a voice is one of its own where inspectors are named before it.

    `Inspectors who met parents said`, `Ofsted and the union said` are no voices of others.
    """
    if sentence.classes.isdisjoint(_INSPECTING):
        return True
    front = next(
        (h for h in reversed(sentence.hits) if h.cls in _INSPECTING and h.last < voice[0]), None
    )
    if front is None:
        return True
    if words.words[voice[0] - 1] == "and" and voice[0] - front.last <= _BESIDE:
        return False
    gap = words.between(voice[0] - 1, voice[0])
    return words.words[voice[0] - 1] in _OPENING or not _PARTING.isdisjoint(gap)


_BESIDE, _LABEL = 2, 3
_OPENING = _SAYING.union("but while as though when that by to".split())
_PARTING = frozenset(",;:\"'“”‘’–—-")


def _according(words: Words, voice: Span) -> bool:
    """Tell whether something holds `according to` a voice, or `in the view of` it."""
    front = words.words[max(0, voice[0] - 2) : voice[0]]
    return front == ["according", "to"] or (front[-1:] == ["of"] and front[0] in _VIEWS)


_VIEWS = frozenset({"view", "opinion", "eyes", "words"})


def _verb_behind(words: Words, sentence: Sentence, voice: int, end: int) -> int | None:
    """Give the verb with which a voice speaks: `The union, which met on Monday, said that`."""
    for word in range(voice + 1, min(end, voice + _TO_ITS_VERB)):
        low = words.words[word]
        if low in _PARTICIPLES and "," not in words.between(word - 1, word):
            continue
        if low not in _SAYING or _of_another(words, sentence, word):
            continue
        if low in _HEARING and words.words[voice] in _COUNCILLORS and _told(sentence):
            return None
        if low.startswith("call") and not _FOR.isdisjoint(words.words[word + 1 : word + 2]):
            continue
        if "ofsted" in words.words[voice + 1 : word]:
            return None
        between = [h for h in sentence.hits if voice < h.first < word]
        if any(h.cls in _INSPECTING for h in between):
            return None
        return None if low in _CALLING and _is_called(words, between, word) else word
    return None


def _of_another(words: Words, sentence: Sentence, verb: int) -> bool:
    """Tell whether it is no voice that a verb belongs to: `was told`, `they praised staff but`."""
    front = words.words[verb - 1 - (words.words[verb - 1] in _MEANWHILE)]
    if front in _PASSIVE:
        return True
    return front in _JOINED and words.words[sentence.first + 1] in _PRAISING


_MEANWHILE = frozenset("both all also each again still now then therefore once".split())
_JOINED = frozenset({"but", "and", "also"})
_PRAISING = frozenset(
    "praise praises praised commended met thanked found saw noted discovered looked".split()
)
_HEARING = frozenset({"hear", "hears", "heard"})
_COUNCILLORS = frozenset({"councillors", "members", "cabinet", "committee", "panel"})


def _told(sentence: Sentence) -> bool:
    """Tell whether what is heard is what inspectors found: `councillors heard that Ofsted`."""
    return not sentence.classes.isdisjoint(_INSPECTING)


def _is_called(words: Words, between: list[Hit], verb: int) -> bool:
    """Tell whether what stands in front of a verb is what is called so, not who calls it so.

    `MP speaks out as services branded`, not `a review held by the council found`.
    """
    return any(
        hit.cls in _SERVING and hit.last == verb - 1 and words.words[hit.first - 1] not in _BY
        for hit in between
    )


_SERVING = frozenset({"service", "generic", "area"})
_BY = frozenset({"by", "of", "at", "for", "in", "with"})

_TO_ITS_VERB = 11
_FOR = frozenset({"for", "on", "upon"})
_PASSIVE = frozenset("was were been be being is are as to not must should will jointly".split())


def _closes(words: Words, sentence: Sentence, voice: Span, target: Span) -> bool:
    """Tell whether a voice behind is who said it: `..., said the MP`, `..., the MP said`."""
    low, front = words.words, voice[0] - 1
    gap = words.between(front, voice[0])
    if voice[1] >= sentence.last - 2 and ("-" in gap or "–" in gap or "—" in gap):
        return True
    near = range(front, max(target[1], front - _NEAR), -1)
    verb = next((word for word in near if low[word] in _SAYING), 0)
    if verb:
        return not _PARTING.isdisjoint(words.between(verb - 1, verb))
    if _verb_behind(words, sentence, voice[1], sentence.last) is None:
        return False
    start = voice[0]
    while start > target[1] + 1 and _PARTING.isdisjoint(words.between(start - 1, start)):
        start -= 1
    if _PARTING.isdisjoint(words.between(start - 1, start)) or low[start] in _JOINING:
        return False
    return voice[0] - start <= _NEAR


_NEAR = 5
_JOINING = frozenset("and but while as after because so though although when which who".split())


def _reports(words: Words, sentence: Sentence, target: Span, said: Span) -> bool:
    """Tell whether what is said tells of a verdict: inspectors or a word for one stand in it."""
    first, last = target
    if "ofsted" in words.words[said[0] + 1 : first]:
        return True
    for hit in sentence.hits:
        if not said[0] <= hit.first <= said[1]:
            continue
        if hit.cls in _INSPECTING and _gives(words, hit, target, said):
            return True
        if hit.cls == "judge" and 0 < first - hit.last <= _GIVEN[hit.value]:
            return hit.value != "receive" or words.words[first - 1] not in _BEING
        if hit.cls == "rating" and 0 < max(hit.first - last, first - hit.last) <= _RATED:
            return True
    return _told_so(words, first, said[0])


def _told_so(words: Words, first: int, least: int) -> bool:
    """Tell whether somebody was told or criticised so, or says so of himself: `we were`."""
    low = words.words
    if "we" in low[max(least, first - _OURSELVES) : first]:
        return True
    return any(
        low[word] in _SAYING and low[word - 1] in _WAS
        for word in range(max(least, first - _TOLD), first)
    )


_TOLD, _OURSELVES = 6, 3
_WAS = frozenset({"was", "were", "been"})


def _gives(words: Words, hit: Hit, target: Span, said: Span) -> bool:
    """Tell whether inspectors are who gives it, not who is told of it or asked to come."""
    if hit.last < target[0]:
        return hit.first != said[0] or words.words[hit.first - 1] not in {"told", "tell", "tells"}
    if words.words[hit.first - 1] == "by":
        return hit.first - target[1] <= _RATED
    return hit.first == target[1] + 1 and _MARKS.isdisjoint(words.between(target[1], hit.first))


_MARKS, _BEING = frozenset(",;:–—"), frozenset({"is", "are", "was", "were"})
_GIVEN, _RATED = {"rate": 8, "receive": 2}, 3
