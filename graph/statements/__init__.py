"""Document and its names → statements with evidence.

Each rule is a function that takes what it may look at (``Context``) and what the programmes consist of
(``Outline``) and yields statements; its docstring says what wording or layout it stands on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.model import Document, Names, Statement
from graph.statements import (
    agreements,
    appointments,
    budgets,
    contacts,
    development,
    divisions,
    english,
    english_contacts,
    english_heads,
    english_meetings,
    english_missions,
    events,
    functions,
    headlines,
    interviews,
    laws,
    leadership,
    membership,
    notices,
    organizations,
    participation,
    positions,
    programmes,
    rosters,
    steering,
    targets,
    technologies,
    technology_tables,
    undertakings,
)
from graph.statements.context import Context, read, with_sections
from graph.statements.denial import undenied
from graph.statements.language import named_as_written
from graph.statements.outline import Outline, outline
from graph.statements.particulars import with_particulars
from graph.vocabulary import Vocabulary

Rule = Callable[[Context, Outline], Iterator[Statement]]

RULES: tuple[Rule, ...] = (
    programmes.fields,
    programmes.missions,
    programmes.called_missions,
    technologies.of_missions,
    technologies.of_sections,
    technologies.of_programmes,
    technologies.listed_below,
    undertakings.undertaken,
    undertakings.through,
    technology_tables.in_tables,
    technology_tables.in_items,
    technology_tables.in_groups,
    development.developed,
    development.made_by,
    development.made_as_topic,
    development.in_items,
    interviews.answers,
    targets.targets,
    targets.missions_with_years,
    targets.in_tables,
    targets.in_items,
    laws.classes,
    laws.programmes,
    laws.fields,
    laws.listed,
    laws.under_it,
    laws.named_after_technologies,
    laws.in_act_names,
    events.hosts,
    events.hosts_of_the_day,
    events.hosted_by_body,
    events.about,
    events.agenda_items,
    events.numbered_agenda,
    events.of_the_day,
    events.purpose,
    events.under_auspices,
    events.agenda_is,
    events.first_item,
    events.follows,
    programmes.yearly_plans,
    positions.in_text,
    positions.in_tables,
    appointments.appointed,
    positions.taken_on,
    notices.notices,
    contacts.contacts,
    participation.attendance,
    participation.listed_people,
    participation.agenda,
    agreements.signed,
    agreements.formed,
    membership.ex_officio,
    steering.deliberated,
    steering.funded,
    participation.roles,
    participation.bodies,
    steering.carried_out,
    participation.doers,
    rosters.attendance_lines,
    rosters.chair_lines,
    rosters.columns_of_bodies,
    rosters.listed_bodies,
    rosters.joined_before,
    rosters.roles_of_bodies,
    divisions.in_tables,
    divisions.in_text,
    leadership.announced,
    leadership.runs,
    leadership.run_by,
    headlines.headlines,
    functions.by_function,
    functions.agencies,
    steering.shared_out,
    budgets.projects,
    functions.possessed,
    functions.as_function,
    events.decided_by_host,
    positions.is_head_of,
    positions.of_committee,
    positions.of_ministry,
    leadership.undertaken,
    leadership.on_agenda,
    leadership.agenda_tables,
    technologies.in_programme_names,
    organizations.built,
    organizations.made_of,
    organizations.chaired,
    organizations.taken_on,
    organizations.bracketed_chair,
    organizations.under,
    organizations.units,
    organizations.members,
    organizations.headed,
    organizations.apposed_members,
    english.clauses,
    english.developed,
    english.signed,
    english.governed,
    english.presented,
    english.works_under,
    english.involves,
    english_missions.missions_with_years,
    english.headed_by,
    english.members,
    english.alliances,
    english.led_by,
    english_contacts.contacts,
    english_heads.own_heads,
    english_meetings.meetings_of_bodies,
    english_meetings.put_before,
    english_meetings.attended,
    english_meetings.followed,
    english_meetings.joined_by,
)


def make_statements(
    document: Document, names: Names, vocabulary: Vocabulary
) -> tuple[Statement, ...]:
    """Return what the rules read in ``document``, in the order of the rules."""
    context = read(document, vocabulary, names)
    found = outline(context)
    context = with_sections(context, found.sections)
    read_out = (statement for rule in RULES for statement in rule(context, found))
    found_in = with_particulars(context, undenied(context, read_out))
    return tuple(named_as_written(document, found_in))
