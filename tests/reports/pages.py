"""Front pages in every layout, with the parts that vary left open."""

from __future__ import annotations

LEADERS = "The impact of leaders on social work\npractice with children and families\n{}"
HELP = "The experiences and progress of\nchildren who need help and protection\n{}"
CARE = "The experiences and progress of\nchildren in care\n{}"
LEAVERS = "The experiences and progress of care\nleavers\n{}"
COMBINED = "The experiences and progress of\nchildren in care and care leavers\n{}"
OVERALL = "Overall effectiveness {}"
PROSE = "Leaders know their services well. Most children receive help that is good\nand timely."


def ilacs(
    *rows: str,
    name: str = "Halton",
    dates: str = "13 to 24 May 2024",
    lead: str = "Ann Example, His Majesty’s Inspector",
) -> str:
    """Print the front page of an inspection since 2018."""
    return "\n".join(
        (
            f"Inspection of {name} local authority\nchildren’s services",
            f"Inspection dates: {dates}",
            f"Lead inspector: {lead}",
            "Judgement Grade",
            *rows,
            PROSE,
        )
    )


def five_rows(leaders: str, protection: str, care: str, leavers: str, overall: str) -> list[str]:
    """Print the five rows of 2023 to March 2026."""
    return [
        LEADERS.format(leaders),
        HELP.format(protection),
        CARE.format(care),
        LEAVERS.format(leavers),
        OVERALL.format(overall),
    ]


def single(
    caption: str,
    rows: str,
    name: str = "Halton Borough Council",
    dates: str = "18 November – 10 December 2014",
    published: str = "Report published: 3 February 2015\n",
) -> str:
    """Print the front page of a single inspection."""
    return (
        f"1\n{name}\nInspection of services for children in need of help and\n"
        "protection, children looked after and care leavers\nand\n"
        "Review of the effectiveness of the Local Safeguarding Children\nBoard1\n"
        f"Inspection date: {dates}\n{published}{caption}\n{rows}\n"
        "1 This report combines two reports under one power."
    )


SINGLE_ROWS = (
    "1. Children who need help and protection Requires improvement\n"
    "2. Children looked after and achieving\npermanence\nGood\n"
    "2.1 Adoption performance Outstanding\n"
    "2.2 Experiences and progress of care leavers Inadequate\n"
    "3. Leadership, management and governance Requires\nImprovement"
)


def send(outcome: str, name: str = "Halton", dates: str = "15 to 19 May 2023") -> str:
    """Print the front page of an area SEND inspection."""
    return (
        f"Local Area Partnership report\nArea SEND inspection of {name} Local Area\nPartnership\n"
        f"Inspection dates: {dates}\nDates of previous inspection: 6 to 10 February 2017\n"
        f"Inspection outcome\n{outcome}\n"
        "The next full area SEND inspection will be within approximately three years.\n"
        "Information about the local area partnership\n"
        "Parents report inconsistent experiences at times.\n"
    )
