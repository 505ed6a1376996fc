"""All that a fact's page tells beside the fact itself."""

from typing import Any

from relations.models import Contact
from relations.telling.choices import choices_of
from relations.telling.course import course_of, put_off_to
from relations.telling.decisions import decisions_of
from relations.telling.evidence import origins_of, reports_of
from relations.telling.past import versions_of
from relations.telling.people import name_counts
from relations.then.counts import recounted


def told(fact: Any) -> dict[str, Any]:
    """The context that the pages of all kinds share; sets on the fact what its reports came to then."""
    recounted([fact])
    reports = reports_of(fact)
    decisions = decisions_of(fact)
    origins = origins_of(fact, reports)
    course = course_of(fact, reports) if isinstance(fact, Contact) else []
    return {
        "fact": fact,
        "origins": origins,
        "report_count": len(reports),
        "copy_count": sum(len(voice.copies) for origin in origins for voice in origin.voices),
        "choices": choices_of(fact, reports, decisions),
        "decisions": decisions,
        "versions": versions_of(fact, decisions),
        "course": course,
        "put_off_to": put_off_to(fact, course) if isinstance(fact, Contact) else "",
        "named_by": name_counts(reports) if isinstance(fact, Contact) else {},
    }
