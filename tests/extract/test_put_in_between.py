"""What is put in between a subject and its verb denies and supposes nothing behind it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read
from watcher.model.vocabulary import Role

LEAD = "Ofsted has published its report on Kent County Council's services for children."
TITLE = "Ofsted report on Kent children's services"


def alarms(said: str) -> bool:
    found = read(f"{LEAD}\n\n{said}", TITLE).findings
    return any(f.adverse for f in found if f.role is Role.NEWS)


@pytest.mark.parametrize(
    "said",
    [
        "Leadership, which was not looked at last time, is inadequate.",
        "Help and protection, for which nobody would take the blame, was judged inadequate.",
        "The overall judgement (there was none in the last letter) is inadequate.",
        "Kent County Council, never the richest of councils, has been rated inadequate.",
        "The service, whose staff had not been told, was found inadequate.",
        "The service, without a director since May, is inadequate.",
        "The council (it may appeal) has been rated inadequate.",
        "The leadership, whether it likes it or not, has been judged inadequate.",
        "Kent's children's services, for which others could once queue, are inadequate.",
        "Kent's services, long a proof of what one council can do, have fallen to inadequate.",
        "Kent's services - seen for years as what any council can do - are now inadequate.",
    ],
)
def test_what_is_put_in_reaches_nothing_behind_it(said: str) -> None:
    assert alarms(said)


@pytest.mark.parametrize(
    "said",
    [
        "None of the areas, the report says, is inadequate.",
        "The council is not, whatever people say, inadequate.",
        "The council could, if things get worse, be judged inadequate.",
        "Nothing, leaders say, was found to be inadequate.",
        "The service has not, in any respect, been found inadequate.",
    ],
)
def test_what_stands_around_it_does(said: str) -> None:
    assert not alarms(said)
