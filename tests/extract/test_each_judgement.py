"""Every judgement with its grade, in the forms in which reports and papers list them."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest

from tests.extract.helpers import read
from watcher.model.vocabulary import GRADES, Role

LEAD = "Ofsted has published its report on children's services at Kent County Council. "
GRADE = ["inadequate", "requires improvement", "good", "outstanding"]
NAMES = {
    "leaders": [
        "leadership",
        "the impact of leaders",
        "the impact of leaders on social work practice with children and families",
    ],
    "help_and_protection": [
        "help and protection",
        "the experiences and progress of children who need help and protection",
    ],
    "children_in_care": ["children in care", "the experiences and progress of children in care"],
    "care_leavers": ["care leavers", "the experiences and progress of care leavers"],
}
WHOLE = "overall effectiveness"
BULLETED = ["- {name}: {grade}", "• {name}: {grade}", "* {name} – {grade}"]
CELLS = ["{name} | {grade}", "{name}\t{grade}", "{name}\n\n{grade}", "{name}: {grade}"]
SENTENCES = {
    "It was rated {whole} overall, {listed}.": "{grade} for {name}",
    "It was rated {whole} overall, with {listed}.": "{name} judged {grade}",
    "Inspectors looked at {listed}. Overall effectiveness was judged {whole}.": "{name} ({grade})",
    "It was given {whole} overall. Inspectors gave {listed}.": "{name} a grade of {grade}",
    "Overall it is {whole}. Of the rest, {listed}.": "{name} was rated {grade}",
}
Named = list[tuple[str, str, str]]


def graded(seed: int) -> tuple[str, Named]:
    """Choose a grade for the whole, and three judgements with a name and a grade each."""
    chance = random.Random(seed)  # noqa: S311  (the same ones each time)
    areas = chance.sample(list(NAMES), 3)
    return chance.choice(GRADE), [
        (area, chance.choice(NAMES[area]), chance.choice(GRADE)) for area in areas
    ]


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[0].upper() + text[1:]


def check(text: str, whole: str, named: Named) -> None:
    """Give each judgement its own grade, and no other."""
    found: dict[str, set[str]] = defaultdict(set)
    for finding in read(LEAD + text, "Ofsted report on Kent", "2024-06-12").findings:
        if finding.role is Role.NEWS and finding.outcome in GRADES and finding.area is not None:
            found[finding.area.value].add(finding.outcome.value.replace("_", " "))
    assert found == {"overall": {whole}} | {area: {grade} for area, _, grade in named}


SEEDS = range(12)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("form", [*BULLETED, *CELLS])
def test_one_on_a_line(form: str, *, last: bool, seed: int) -> None:
    whole, named = graded(seed)
    rows = [(name, grade) for _, name, grade in named]
    rows.insert(len(rows) if last else 0, (WHOLE, whole))
    between = "\n\n" if "\n\n" in form else "\n"
    lines = [form.format(name=capital(name), grade=capital(grade)) for name, grade in rows]
    check(f"\n\n{between.join(lines)}", whole, named)


@pytest.mark.parametrize("grade", GRADE)
@pytest.mark.parametrize("behind", ["care_leavers", "help_and_protection"])
@pytest.mark.parametrize(
    "form", [*BULLETED, "{name} | {grade}", "{name}\t{grade}", "{name}: {grade}"]
)
def test_a_long_line_ends_where_the_next_begins(form: str, behind: str, grade: str) -> None:
    """A grade at its end is no word beside what the next names: `Inadequate`, `Care leavers`."""
    named = [
        ("leaders", NAMES["leaders"][-1], grade),
        (behind, NAMES[behind][0], "good"),
        ("children_in_care", NAMES["children_in_care"][0], "requires improvement"),
    ]
    rows = [*[(name, given) for _, name, given in named], (WHOLE, "good")]
    lines = [form.format(name=capital(name), grade=capital(given)) for name, given in rows]
    check("\n\n" + "\n".join(lines), "good", named)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", SENTENCES)
def test_several_in_a_sentence(form: str, seed: int) -> None:
    whole, named = graded(seed)
    parts = [SENTENCES[form].format(name=name, grade=grade) for _, name, grade in named]
    check(form.format(whole=whole, listed=f"{', '.join(parts[:-1])} and {parts[-1]}"), whole, named)


@pytest.mark.parametrize("seed", SEEDS)
def test_names_and_grades_in_turn(seed: int) -> None:
    whole, named = graded(seed)
    names, grades = [name for _, name, _ in named], [grade for *_, grade in named]
    text = (
        f"Overall it was {whole}. {capital(', '.join(names[:-1]))} and {names[-1]} were rated"
        f" {', '.join(grades[:-1])} and {grades[-1]} respectively."
    )
    check(text, whole, named)


def test_one_name_for_two_judgements_gives_them_in_its_own_order() -> None:
    check(
        "Overall it was good. Help and protection, care leavers and children in care were rated"
        " inadequate, requires improvement and good respectively.",
        "good",
        [
            ("help_and_protection", "", "inadequate"),
            ("care_leavers", "", "requires improvement"),
            ("children_in_care", "", "good"),
        ],
    )
