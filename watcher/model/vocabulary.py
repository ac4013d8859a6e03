"""The closed vocabularies of the outside face (names in JSON are the values here)."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What sort of inspection, visit or act a finding comes from."""

    FULL_INSPECTION = "full_inspection"
    FOCUSED_VISIT = "focused_visit"
    MONITORING_VISIT = "monitoring_visit"
    UNANNOUNCED_VISIT = "unannounced_visit"
    SAFEGUARDING_INSPECTION = "safeguarding_inspection"
    JTAI = "jtai"
    AREA_SEND = "area_send"
    ANNUAL_RATING = "annual_rating"
    AGGREGATE = "aggregate"
    INTERVENTION = "intervention"
    UNSPECIFIED = "unspecified"


class Area(StrEnum):
    """Which judgement a finding is about."""

    OVERALL = "overall"
    LEADERS = "leaders"
    HELP_AND_PROTECTION = "help_and_protection"
    CHILDREN_IN_CARE = "children_in_care"
    CARE_LEAVERS = "care_leavers"
    CHILDREN_IN_CARE_AND_CARE_LEAVERS = "children_in_care_and_care_leavers"
    FRONT_DOOR = "front_door"
    ADOPTION = "adoption"
    FOSTERING = "fostering"
    SEND = "send"
    OTHER = "other"


class Outcome(StrEnum):
    """What was found."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires_improvement"
    ADEQUATE = "adequate"
    INADEQUATE = "inadequate"

    PRIORITY_ACTION = "priority_action"
    NO_PRIORITY_ACTION = "no_priority_action"
    DETERIORATION = "deterioration"
    WEAKNESSES = "weaknesses"
    INSUFFICIENT_PROGRESS = "insufficient_progress"
    PROGRESS = "progress"
    POSITIVE = "positive"
    MIXED = "mixed"

    SEND_POSITIVE = "send_positive"
    SEND_INCONSISTENT = "send_inconsistent"
    SEND_SYSTEMIC_FAILINGS = "send_systemic_failings"
    WRITTEN_STATEMENT_OF_ACTION = "written_statement_of_action"
    NO_WRITTEN_STATEMENT = "no_written_statement"

    IMPROVEMENT_NOTICE = "improvement_notice"
    STATUTORY_DIRECTION = "statutory_direction"
    COMMISSIONER = "commissioner"
    TRUST = "trust"
    INTERVENTION_ENDED = "intervention_ended"


GRADES = frozenset(
    {
        Outcome.OUTSTANDING,
        Outcome.GOOD,
        Outcome.REQUIRES_IMPROVEMENT,
        Outcome.ADEQUATE,
        Outcome.INADEQUATE,
    }
)
"""Outcomes that are a grade on the four-point scales."""

SIGNALS = frozenset(
    {
        Outcome.PRIORITY_ACTION,
        Outcome.NO_PRIORITY_ACTION,
        Outcome.DETERIORATION,
        Outcome.WEAKNESSES,
        Outcome.INSUFFICIENT_PROGRESS,
        Outcome.PROGRESS,
        Outcome.POSITIVE,
        Outcome.MIXED,
    }
)
"""Outcomes without a grade, kept beside the grades."""

SEND_OUTCOMES = frozenset(
    {
        Outcome.SEND_POSITIVE,
        Outcome.SEND_INCONSISTENT,
        Outcome.SEND_SYSTEMIC_FAILINGS,
        Outcome.WRITTEN_STATEMENT_OF_ACTION,
        Outcome.NO_WRITTEN_STATEMENT,
    }
)
"""Outcomes of area SEND inspections, an axis of their own."""

INTERVENTIONS = frozenset(
    {
        Outcome.IMPROVEMENT_NOTICE,
        Outcome.STATUTORY_DIRECTION,
        Outcome.COMMISSIONER,
        Outcome.TRUST,
        Outcome.INTERVENTION_ENDED,
    }
)
"""Acts of government that follow findings."""


class Role(StrEnum):
    """Whether the article reports a finding or mentions an older one."""

    NEWS = "news"
    BACKGROUND = "background"


NEWS, BACKGROUND = Role.NEWS, Role.BACKGROUND
"""By themselves, for what asks it of every claim: a class gives its members slowly."""


class Direction(StrEnum):
    """Which way the text itself says or implies that things went."""

    WORSE = "worse"
    BETTER = "better"
    SAME = "same"
    UNKNOWN = "unknown"


class Change(StrEnum):
    """What an event, or an alert over several areas, amounts to."""

    WORSENED = "worsened"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    FIRST_SEEN = "first_seen"
    RECLASSIFIED = "reclassified"
    CORRECTED = "corrected"
    NOT_COMPARABLE = "not_comparable"
    MIXED = "mixed"


class Severity(IntEnum):
    """How much an event matters; ordered, so that `>= Severity.MEDIUM` reads as it should."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def label(self) -> str:
        """The name in JSON: `low`, `medium`, `high`, `critical`."""
        return self.name.lower()

    @classmethod
    def parse(cls, label: str) -> Severity:
        """Read a name in JSON.

        Raises:
            ValueError: when it is none of the four.
        """
        try:
            return cls[label.upper()]
        except KeyError as error:
            msg = f"not a severity: {label!r} (low, medium, high, critical)"
            raise ValueError(msg) from error


class Status(StrEnum):
    """How sure a state or event is."""

    REPORTED = "reported"
    CONFIRMED = "confirmed"
    DERIVED = "derived"


class WarningReason(StrEnum):
    """Why a source's page is not taken at its word."""

    ROWS_MISSING = "rows_missing"
    REREAD = "reread"
    ROLLBACK = "rollback"
    COLUMNS_CHANGED = "columns_changed"
    PREVIOUS_DIFFERS = "previous_differs"
