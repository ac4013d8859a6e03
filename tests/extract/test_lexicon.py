"""Phrase rules: each proves itself both ways, and none is taken without proof."""

from __future__ import annotations

import pytest

from watcher.app.reading import reading_context
from watcher.errors import ReferenceDataError
from watcher.extract.lexicon import expand
from watcher.extract.page import hits_of
from watcher.reference.lexicon import load_lexicon, read_lexicon

RULES = load_lexicon().rules
FIRES = [(rule.id, text) for rule in RULES for text in rule.match]
SILENT = [(rule.id, text) for rule in RULES for text in rule.no_match]
WHOLE = 'id = "a"\neffect = "neg:neg"\nmatch = ["not"]\nno_match = ["yes"]\n'


def fired(text: str) -> set[str]:
    return {hit.rule for hit in hits_of(text, reading_context().automaton)}


@pytest.mark.parametrize(("rule", "text"), FIRES, ids=lambda value: value[:40])
def test_a_rule_fires_on_what_it_says_it_matches(rule: str, text: str) -> None:
    assert rule in fired(text)


@pytest.mark.parametrize(("rule", "text"), SILENT, ids=lambda value: value[:40])
def test_a_rule_keeps_silent_on_what_it_says_it_does_not(rule: str, text: str) -> None:
    assert rule not in fired(text)


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (WHOLE.replace('match = ["not"]\n', "", 1) + 'terms = ["not"]', "both ways"),
        (WHOLE.replace('no_match = ["yes"]\n', "") + 'terms = ["not"]', "both ways"),
        (WHOLE, "either terms or a sequence"),
        (WHOLE + 'terms = ["not"]\nsequence = "neg ~1 neg"', "either terms or a sequence"),
        (WHOLE + 'terms = ["not"]\ncolour = "red"', "unknown key colour"),
        (WHOLE + 'terms = ["not ((ever)"]', "not closed"),
        (WHOLE + 'terms = ["not) ever"]', "not a term"),
    ],
    ids=["no match", "no no_match", "neither", "both", "unknown key", "unclosed", "unopened"],
)
def test_a_rule_without_proof_or_sense_is_refused(body: str, complaint: str) -> None:
    with pytest.raises(ReferenceDataError, match=complaint):
        read_lexicon({"phrases/x.toml": "[[rule]]\n" + body})


def test_two_rules_of_one_name_are_refused() -> None:
    rule = "[[rule]]\n" + WHOLE + 'terms = ["not"]\n'
    with pytest.raises(ReferenceDataError, match="twice"):
        read_lexicon({"phrases/x.toml": rule + rule})


def test_a_file_that_is_no_toml_is_named() -> None:
    with pytest.raises(ReferenceDataError, match=r"phrases/x\.toml"):
        read_lexicon({"phrases/x.toml": "[[rule"})


def test_a_malformed_name_rule_is_refused() -> None:
    with pytest.raises(ReferenceDataError, match="malformed"):
        read_lexicon({"phrases/x.toml": "[[name]]\nstrikt = true\n"})


def test_a_term_means_every_choice_in_both_spellings() -> None:
    assert set(expand("(no|any) judgement (yet)?")) == {
        "no judgement yet",
        "no judgment yet",
        "no judgement",
        "no judgment",
        "any judgement yet",
        "any judgment yet",
        "any judgement",
        "any judgment",
    }
