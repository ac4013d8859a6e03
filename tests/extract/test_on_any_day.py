"""What a paper tells of a council on any day: nothing of this is a verdict that has just come."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings

EVERYDAY = [
    (
        "Kent hires 40 social workers",
        (
            "Kent County Council, whose children's services were rated inadequate by Ofsted two "
            "years ago, is to hire 40 social workers."
        ),
    ),
    (
        "Kent hires 40 social workers",
        (
            "Forty social workers will join Kent County Council's children's services, which Ofsted"
            " says require improvement."
        ),
    ),
    (
        "New chief for Kent",
        (
            "Ann Hill, who steered Essex out of an inadequate Ofsted rating, is to lead Kent's "
            "children's services."
        ),
    ),
    (
        "Kent budget row",
        (
            "Kent must find £30m. Its children's services, once inadequate in Ofsted's eyes and now"
            " good, take two-fifths of spending."
        ),
    ),
    (
        "Kent's children's home closes",
        (
            "A children's home in Kent has closed after Ofsted judged it inadequate and served a "
            "notice on its owner."
        ),
    ),
    (
        "Kent nursery rated inadequate",
        (
            "Little Stars, a nursery in Kent, has gone from good to inadequate after an Ofsted "
            "visit."
        ),
    ),
    (
        "Kent school in special measures",
        (
            "Ofsted has put a school in Kent into special measures, saying that safeguarding is not"
            " effective."
        ),
    ),
    (
        "Kent's adult care told to improve",
        (
            "Care for adults in Kent requires improvement, the CQC has found. The council's "
            "children's services are rated good by Ofsted."
        ),
    ),
    (
        "Fire service 'inadequate'",
        (
            "Inspectors have rated Kent Fire and Rescue Service inadequate at protecting the "
            "public. Ofsted was not involved."
        ),
    ),
    (
        "Police child protection failing",
        (
            "HMICFRS found serious weaknesses in how Kent Police protects children. Ofsted and the "
            "CQC will inspect partners in the autumn."
        ),
    ),
    (
        "Kent ready for inspectors",
        (
            "Kent expects Ofsted within weeks and fears it could be rated inadequate, a report to "
            "councillors says."
        ),
    ),
    (
        "What an inadequate rating means",
        ("If Ofsted rates Kent inadequate, ministers can send in a commissioner, a briefing says."),
    ),
    (
        "Kent leader hits back",
        (
            "Kent's leader said that the claim by Labour that services are failing children and "
            "inadequate was untrue. Ofsted rated them good in 2019."
        ),
    ),
    (
        "Union warns on Kent",
        (
            "Unison says Kent's children's services are in crisis and inadequate to the task. "
            "Ofsted is due in the summer."
        ),
    ),
    (
        "Inquest",
        (
            "A coroner criticised Kent's children's services for serious failings before the death "
            "of a boy in 2016. Ofsted rated them good in 2019."
        ),
    ),
    (
        "Ombudsman finds fault with Kent",
        (
            "The ombudsman found fault with Kent over a delayed EHC plan and said provision had "
            "been inadequate. Ofsted inspects SEND in the area next year."
        ),
    ),
    (
        "Judge attacks Kent",
        (
            "A family court judge said that Kent's work on the case was woefully inadequate. The "
            "council was rated requires improvement by Ofsted in 2018."
        ),
    ),
    (
        "Serious case review: Kent",
        (
            "A serious case review found that agencies in Kent missed chances. In 2016 Ofsted had "
            "found services inadequate, and they have since been rated good."
        ),
    ),
    (
        "Kent out of intervention",
        (
            "Ministers have ended intervention in Kent four years after Ofsted rated its services "
            "inadequate."
        ),
    ),
    (
        "Kent praised",
        (
            "Ofsted says Kent has made good progress since services were found to be inadequate, "
            "although caseloads are still too high and some children wait too long."
        ),
    ),
    (
        "Monitoring visit: Kent on track",
        (
            "On their fifth monitoring visit inspectors saw steady progress at Kent, which was "
            "judged inadequate in 2019. Much remains to be done."
        ),
    ),
    (
        "Focused visit to Kent",
        (
            "Ofsted's focused visit to Kent found strengths and areas for development: supervision "
            "is inconsistent, and plans are not always clear. There were no areas for priority "
            "action."
        ),
    ),
    (
        "Kent keeps good rating",
        (
            "Kent's services remain good, Ofsted says. The quality of support for care leavers had "
            "slipped but is improving."
        ),
    ),
    (
        "Kent looks back",
        (
            "Ten years ago this week Kent's services for children were branded inadequate by "
            "Ofsted. How has life changed?"
        ),
    ),
    (
        "Kent SEND plan",
        (
            "Kent has published its action plan on SEND after the inspection of 2019, in which "
            "Ofsted and the CQC found significant weaknesses."
        ),
    ),
    (
        "Kent parents' petition",
        (
            "Parents in Kent have handed in a petition over SEND, two years after Ofsted and the "
            "CQC ordered a written statement of action."
        ),
    ),
    (
        "Kent seeks adopters",
        (
            "Kent's adoption service, rated outstanding by Ofsted, is looking for families. The "
            "county's other children's services require improvement."
        ),
    ),
    (
        "Kent councillors debate report",
        (
            "Councillors in Kent debated the Ofsted report of last September, in which services "
            "were judged inadequate, at a heated meeting."
        ),
    ),
    (
        "Kent pays agency",
        (
            "Kent spent £12m on agency social workers in the year after its inadequate Ofsted "
            "judgement, figures obtained by this paper show."
        ),
    ),
    (
        "Wales: failing council",
        (
            "Estyn and Care Inspectorate Wales found serious weaknesses in Powys. In England, "
            "Ofsted rates Kent good."
        ),
    ),
    (
        "Ofsted under fire",
        (
            "Kent's leader has called for reform of Ofsted after a head's death. Single-word grades"
            " such as 'inadequate' destroy people, he said."
        ),
    ),
    (
        "Ofsted boss on failing councils",
        (
            "Too many councils are failing children, the chief inspector said in Kent. She said "
            "that inadequate councils can recover."
        ),
    ),
    (
        "Kent school transport",
        (
            "Kent's school transport was described as inadequate by a parent. Ofsted said it could "
            "not comment."
        ),
    ),
    (
        "Kent youth jail",
        (
            "Inspectors including Ofsted have issued an urgent notification for Cookham Wood, a "
            "young offender institution in Kent, after finding conditions inadequate."
        ),
    ),
    (
        "Kent college",
        "MidKent College has been told by Ofsted that it requires improvement, down from good.",
    ),
    (
        "Fostering agency in Kent",
        (
            "A fostering agency based in Kent was judged inadequate by Ofsted last week. It places "
            "children for several councils."
        ),
    ),
    (
        "Trust: Kent academy chain",
        (
            "An academy trust that runs nine schools in Kent has been warned by Ofsted over weak "
            "leadership."
        ),
    ),
    (
        "Unregistered homes",
        (
            "Kent placed 20 children in unregistered homes, which Ofsted calls unlawful and "
            "inadequate."
        ),
    ),
    (
        "Kent cuts",
        (
            "Kent plans to cut early help by a third. Ofsted warned in 2018 that early help was "
            "inadequate in many areas of England."
        ),
    ),
    (
        "Kent and Medway NHS",
        (
            "Kent and Medway NHS trust's children's mental health service requires improvement, the"
            " CQC says. Ofsted has no role in it."
        ),
    ),
    (
        "Kent to review early help",
        (
            "Kent is to review early help, a year on from an Ofsted inspection which left the "
            "council with a requires improvement rating."
        ),
    ),
    (
        "Kent wins award",
        (
            "A team at Kent County Council has won a national award, three years after the service "
            "was in special measures. Ofsted now rates it good."
        ),
    ),
    (
        "Kent children's boss to retire",
        (
            "The woman credited with turning round Kent's failing children's services is to retire."
            " They went from inadequate to good under her, Ofsted found."
        ),
    ),
    (
        "Letters: Kent",
        (
            "Sir - Your reader says Kent's children's services are inadequate. Ofsted does not "
            "agree: it rated them good in 2019."
        ),
    ),
    (
        "Advertising feature",
        (
            "Work in Kent: Ofsted says we require improvement, and we are honest about that. Join "
            "us on the journey from inadequate to good."
        ),
    ),
    (
        "Kent statement on national report",
        (
            "Responding to Ofsted's annual report, which says that too many children wait too long,"
            " Kent's cabinet member said the council was working hard."
        ),
    ),
    (
        "Kent charity appeal",
        (
            "A charity helping children in Kent says help from mental health services is inadequate"
            " and waiting lists have got worse. Ofsted has not commented."
        ),
    ),
    (
        "Kent teacher struck off",
        (
            "A teacher at a Kent school, rated inadequate by Ofsted during her time there, has been"
            " struck off."
        ),
    ),
    (
        "Ofsted chief visits Kent",
        (
            "Ofsted's chief inspector visited a children's centre in Kent. He said the good work "
            "there showed how far the county had come since 2014, when it was inadequate."
        ),
    ),
    (
        "Kent bins",
        (
            "Bin collections in Kent have been branded inadequate by residents. A councillor "
            "compared it to an Ofsted failure."
        ),
    ),
    (
        "Kent asylum children",
        (
            "Kent says it can no longer safely look after asylum-seeking children, and asked Ofsted"
            " to understand if standards slip."
        ),
    ),
    (
        "Kent serious incident",
        (
            "Kent has told Ofsted about a serious incident involving a baby. A review will look at "
            "whether support was inadequate."
        ),
    ),
    (
        "Whistleblower on Kent",
        (
            "A whistleblower claims that Kent's children's services are on the verge of collapse "
            "and would be judged inadequate if Ofsted came now."
        ),
    ),
    (
        "Kent cabinet papers",
        (
            "The risk register lists 'a poor or inadequate Ofsted judgement' as one of Kent's top "
            "ten risks."
        ),
    ),
    (
        "Kent improvement board winds up",
        "The board set up when Ofsted failed Kent in 2016 met for the last time on Tuesday.",
    ),
    (
        "Kent foster carers",
        (
            "Foster carers in Kent say they feel let down by the council, whose fostering service "
            "was once outstanding in Ofsted's eyes."
        ),
    ),
    (
        "Kent mother wins case",
        (
            "A mother has won damages from Kent after social workers wrongly took her baby in 2013,"
            " when Ofsted rated the department inadequate."
        ),
    ),
    (
        "Kent to share director",
        (
            "Kent and Medway are to share a director. Ofsted rates Kent good and Medway requires "
            "improvement."
        ),
    ),
    (
        "Ofsted consults",
        (
            "Ofsted is consulting on how it inspects councils. It would drop the word inadequate. "
            "Kent has replied."
        ),
    ),
    (
        "Ofsted gives Kent a clean bill",
        (
            "Ofsted found nothing to worry about at Kent, where inspectors looked for signs of "
            "failure, deterioration and unsafe practice and saw none."
        ),
    ),
    (
        "Kent avoids failure",
        (
            "Kent has narrowly avoided an inadequate rating, with Ofsted saying that services "
            "require improvement, as they did before."
        ),
    ),
    (
        "Kent parents relieved",
        (
            "Parents feared that Kent's SEND services would be found to have systemic failings. In "
            "the event Ofsted and the CQC found inconsistent experiences."
        ),
    ),
    (
        "Kent climbs",
        (
            "Kent has climbed two grades, from inadequate to good, Ofsted said today, despite "
            "weaknesses in support for care leavers."
        ),
    ),
    (
        "Kent better but",
        (
            "Inspectors say Kent's front door is better than when they last came and found it "
            "inadequate, though thresholds are still unevenly applied."
        ),
    ),
    (
        "Kent probation",
        ("Probation inspectors found Kent's service inadequate. Ofsted was not part of the visit."),
    ),
    (
        "Kent prison nursery",
        "The crèche at a Kent leisure centre was found by Ofsted not to meet requirements.",
    ),
    (
        "Independent school fails",
        (
            "A private school near Canterbury, Kent, has failed an Ofsted monitoring visit for the "
            "second time."
        ),
    ),
    (
        "Kent's nursery numbers",
        (
            "One in ten nurseries in Kent is rated inadequate or requires improvement, Ofsted data "
            "show, worse than a year ago."
        ),
    ),
    (
        "Kent schools league",
        "The share of Kent schools rated good has fallen, Ofsted figures show.",
    ),
    (
        "Kent secure home",
        (
            "A secure children's home run by Kent County Council has been told by Ofsted to improve"
            " after staff were assaulted."
        ),
    ),
]


@pytest.mark.parametrize(("title", "text"), EVERYDAY, ids=[title for title, _ in EVERYDAY])
@pytest.mark.parametrize("published", ["2021-05-10", None])
def test_what_is_told_on_any_day_alerts_nobody(
    title: str, text: str, published: str | None
) -> None:
    assert not [f for f in findings(text, title, published) if f.adverse]
