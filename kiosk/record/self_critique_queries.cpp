#include "record/critique_queries.h"

#include <algorithm>

#include "record/meeting_queries.h"
#include "record/query.h"
#include "record/rule_files.h"

namespace chibo {

std::vector<HandedIn> read_handed_in(const Record& record, MemberId member, MeetingId meeting)
{
    std::vector<HandedIn> all;
    {
        Query query(record, R"sql(
            SELECT id, form, rating, to_member, handed_in_at_ms FROM self_critique
            WHERE member = :member AND for_meeting = :meeting AND removed = 0
            ORDER BY handed_in_at_ms, id)sql");
        query.bind(":member", member).bind(":meeting", meeting);
        while (query.next()) {
            HandedIn one {.member = member, .meeting = meeting};
            one.id = query.id<SelfCritiqueId>();
            one.form = query.text();
            one.rating = query.text();
            one.to_member = query.optional_id<MemberId>();
            one.handed_in_at_ms = query.number();
            all.push_back(std::move(one));
        }
    }
    for (HandedIn& one : all) {
        Query query(record, R"sql(
            SELECT section, text FROM self_critique_section
            WHERE self_critique = :id ORDER BY id)sql");
        query.bind(":id", one.id);
        while (query.next()) {
            HandedIn::Section section;
            section.id = query.text();
            section.text = query.text();
            one.sections.push_back(std::move(section));
        }
    }
    return all;
}

std::vector<AwaitedForm> read_awaited_forms(const Record& record, MemberId member, UnixMs now)
{
    std::vector<AwaitedForm> awaited;
    auto meetings = read_meetings(record);
    std::ranges::sort(meetings, {}, &Meeting::planned_start_ms);
    for (const Meeting& meeting : meetings) {
        const bool coming = meeting.state == MeetingState::Open
            || (meeting.state == MeetingState::Planned
                && date_of(meeting.planned_start_ms) >= date_of(now));
        const CritiqueForm* form = form_before(critique_rules_of(meeting), meeting.kind);
        if (!coming || !form || std::ranges::count(awaited, form->id, &AwaitedForm::form) > 0)
            continue;
        const Date day = date_of(meeting.planned_start_ms);
        AwaitedForm one {.meeting = meeting.id,
            .meeting_kind = meeting.kind,
            .meeting_title = meeting.title,
            .meeting_on = day,
            .due_on = plus_days(day, -form->due_days_before),
            .form = form->id};
        for (const HandedIn& sheet : read_handed_in(record, member, meeting.id))
            one.handed_in = one.handed_in || sheet.form == form->id;
        awaited.push_back(std::move(one));
    }
    return awaited;
}

} // namespace chibo
