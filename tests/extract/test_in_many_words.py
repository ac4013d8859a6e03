"""One and the same news in many words: a council's services have been found wanting."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings

WANTING = [
    (
        "Shock as county's care for children plummets",
        (
            "Kent has plummeted from outstanding to requires improvement in the eyes of Ofsted, "
            "whose report came out on Tuesday."
        ),
        "2021-05-10",
    ),
    (
        "Ofsted report: the verdict on Kent",
        (
            "The verdict is in, and it is not good. Ofsted has given Kent's children's services "
            "the lowest mark it can."
        ),
        "2021-05-10",
    ),
    (
        "Kent fails children, says watchdog",
        (
            "Children in Kent are not kept safe, according to inspectors, who gave the council's "
            "services their worst possible grade."
        ),
        "2021-05-10",
    ),
    (
        "Inadequate: that is Ofsted's view of Kent",
        (
            "Inadequate. That was the one-word judgement handed to Kent's children's services "
            "this week."
        ),
        "2021-05-10",
    ),
    (
        "Kent director apologises",
        (
            "Kent's director of children's services has apologised to families after inspectors "
            "said this week that services were inadequate across the board."
        ),
        "2021-05-10",
    ),
    (
        "Bad day for Kent",
        (
            "It was a bad day for Kent: its children's services lost their good rating and were "
            "told by Ofsted they require improvement."
        ),
        "2021-05-10",
    ),
    (
        "Kent slips",
        (
            "Three years after earning a good from Ofsted, Kent has slipped a grade and now "
            "requires improvement to be good."
        ),
        "2021-05-10",
    ),
    (
        "Kent's report card",
        (
            "Overall effectiveness: inadequate. Leadership: inadequate. Help and protection: "
            "inadequate. Those are the grades that Ofsted published for Kent on Monday."
        ),
        "2021-05-10",
    ),
    (
        "Care leavers in Kent let down",
        (
            "Ofsted says the experiences of care leavers in Kent are inadequate, although the "
            "rest of the service requires improvement."
        ),
        "2021-05-10",
    ),
    (
        "Kent: 'children at risk'",
        (
            "Children in Kent are being left in situations of actual or potential harm, Ofsted "
            "inspectors warned after a focused visit last month."
        ),
        "2021-05-10",
    ),
    (
        "Kent ordered to act",
        (
            "Ofsted has told Kent to take urgent action after finding that referrals go "
            "unanswered for weeks."
        ),
        "2021-05-10",
    ),
    (
        "Kent: two areas for priority action",
        (
            "In a letter after a focused visit, Ofsted identified two areas for priority action "
            "at Kent: supervision and the recording of decisions."
        ),
        "2021-05-10",
    ),
    (
        "Kent's SEND services damned",
        (
            "There are widespread and systemic failings in how Kent and its NHS partners serve "
            "children with SEND, Ofsted and the CQC said."
        ),
        "2021-05-10",
    ),
    (
        "SEND: Kent gets lowest outcome",
        (
            "The local area partnership in Kent has been given the lowest of three outcomes after"
            " a SEND inspection by Ofsted and the CQC."
        ),
        "2021-05-10",
    ),
    (
        "Kent must write SEND statement",
        (
            "Significant weaknesses in SEND mean that Kent must submit a written statement of "
            "action, the CQC and Ofsted ruled."
        ),
        "2018-05-10",
    ),
    (
        "Kent makes too little progress on SEND",
        (
            "A revisit by Ofsted and the CQC found that Kent had not made sufficient progress on "
            "any of nine weaknesses."
        ),
        "2019-05-10",
    ),
    (
        "Kent: progress stalls",
        (
            "Progress has stalled at Kent, Ofsted says in a letter on its third monitoring visit,"
            " with the pace of change too slow."
        ),
        "2021-05-10",
    ),
    (
        "Kent going backwards",
        (
            "Far from getting better, Kent's services have got worse since Ofsted's last "
            "monitoring visit, a letter published today says."
        ),
        "2021-05-10",
    ),
    (
        "Government steps in after Kent failure",
        (
            "The Government has appointed a commissioner for Kent following Tuesday's Ofsted "
            "report, which rated services inadequate."
        ),
        "2021-05-10",
    ),
    (
        "Leader quits over Ofsted report",
        (
            "The leader of Kent County Council quit last night, hours after Ofsted rated its "
            "children's services inadequate."
        ),
        "2021-05-10",
    ),
    (
        "Kent in bottom category again",
        "For the second time in four years Kent finds itself in Ofsted's bottom category.",
        "2021-05-10",
    ),
    (
        "Kent still inadequate",
        "Kent remains inadequate, Ofsted has concluded after a full reinspection.",
        "2021-05-10",
    ),
    (
        "Kent joint inspection",
        (
            "Inspectors from four bodies found areas for priority action in how Kent responds to "
            "neglect, a joint targeted area inspection letter shows."
        ),
        "2019-05-10",
    ),
    (
        "Kent statement on inspection",
        (
            "We are deeply sorry. Ofsted's report on our services, published today, judges Kent "
            "inadequate and we accept its findings in full."
        ),
        "2021-05-10",
    ),
    (
        "Message from chief executive",
        (
            "Dear colleague, today Ofsted published its report on Kent's children's services. As "
            "you will have heard, the outcome is 'inadequate'. I know that this will be hard to "
            "read."
        ),
        "2021-05-10",
    ),
    (
        "Ofsted downgrades Kent",
        "Kent has gone down in Ofsted's estimation: good in 2018, requires improvement now.",
        "2021-05-10",
    ),
    (
        "Worst fears confirmed at Kent",
        (
            "Staff's worst fears were confirmed when Ofsted's report rated Kent inadequate in "
            "three out of four categories and overall."
        ),
        "2021-05-10",
    ),
    (
        "Kent 'not good enough'",
        (
            "'Not yet good' was how Ofsted put it in 2019. On Wednesday it went further and "
            "called Kent's services inadequate."
        ),
        "2021-05-10",
    ),
    (
        "Kent's fall from grace",
        (
            "Once a beacon, Kent has been stripped of its outstanding Ofsted rating. It is now "
            "judged to require improvement."
        ),
        "2021-05-10",
    ),
    (
        "Blow for Kent",
        (
            "In a blow for County Hall, Ofsted has found that services for vulnerable children in"
            " Kent have declined since 2017 and now require improvement."
        ),
        "2021-05-10",
    ),
    (
        "Kent safeguarding inadequate",
        (
            "Safeguarding services in Kent are inadequate and so is the council's capacity to "
            "improve, according to Ofsted's announced inspection."
        ),
        "2010-10-10",
    ),
    (
        "Kent performs poorly",
        "Kent's children's services perform poorly, Ofsted said in its annual assessment.",
        "2010-12-10",
    ),
    (
        "Annual rating drops for Kent",
        "Kent's annual rating has dropped from performs well to performs adequately.",
        "2010-12-10",
    ),
    (
        "Unannounced inspection at Kent",
        (
            "An unannounced inspection of Kent's contact, referral and assessment arrangements "
            "found an area for priority action."
        ),
        "2010-03-10",
    ),
    (
        "LGC: Kent rated inadequate",
        (
            "Kent CC has become the latest council to receive an inadequate judgement from "
            "Ofsted, joining 14 others."
        ),
        "2021-05-10",
    ),
    (
        "Radio news",
        (
            "Children's services in Kent have been slammed by Ofsted. Inspectors rated them "
            "inadequate and said that leaders did not know what was going on. More at ten."
        ),
        "2021-05-10",
    ),
    (
        "Scrutiny committee, 12 May",
        (
            "Members received the report of the Director on the outcome of the ILACS inspection "
            "published on 4 May. Ofsted had judged Kent's overall effectiveness to be inadequate."
        ),
        "2021-05-10",
    ),
    (
        "Labour demands answers over Kent",
        (
            "Labour has demanded answers after Kent's services for children were rated inadequate"
            " in an Ofsted report published this morning."
        ),
        "2021-05-10",
    ),
    (
        "New-style report for Kent",
        (
            "Under Ofsted's new arrangements Kent got no overall grade, but two of its judgements"
            " were 'urgent improvement'."
        ),
        "2026-09-10",
    ),
    (
        "Kent needs attention",
        (
            "Ofsted's report gives Kent no overall grade. Leadership is inadequate, help and "
            "protection is inadequate, and the rest require improvement."
        ),
        "2026-09-10",
    ),
]


@pytest.mark.parametrize(("title", "text", "when"), WANTING, ids=[one[0] for one in WANTING])
def test_the_news_is_heard_in_many_words(title: str, text: str, when: str) -> None:
    assert {f.council.name for f in findings(text, title, when) if f.adverse} == {"Kent"}


@pytest.mark.parametrize(
    "fault", ["weaknesses that place", "failings which leave", "delays that put"]
)
def test_faults_that_put_children_at_risk_are_weaknesses(fault: str) -> None:
    text = f"A focused visit by Ofsted found {fault} children at risk of harm in Kent."
    assert [f for f in findings(text, "Focused visit to Kent", "2021-05-10") if f.adverse]
