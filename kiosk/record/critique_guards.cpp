#include "record/critique_guards.h"

#include "record/guards.h"
#include "record/meeting_queries.h"
#include "record/query.h"

namespace chibo {

bool blank(const std::string& text)
{
    return text.find_first_not_of(" \t\n\u00A0") == std::string::npos;
}

bool sees_critique(const Changes& changes, const Meeting& meeting)
{
    const Actor& actor = changes.actor();
    return actor.role == "program"
        || critique_sight(meeting, actor.member, actor.role) == CritiqueSight::All;
}

std::optional<CritiqueAt> find_critique(Changes& changes, ItemId id)
{
    CritiqueAt critique {.id = id};
    MeetingId meeting;
    {
        // It runs as long as it does in any of the meeting's items.
        Query query(changes, R"sql(
            SELECT asked.meeting, min(session.ended_at_ms IS NOT NULL)
            FROM critique_session AS asked
            JOIN critique_session AS session ON session.meeting = asked.meeting
            WHERE asked.id = :id GROUP BY asked.meeting)sql");
        query.bind(":id", id);
        if (!query.next())
            return std::nullopt;
        meeting = query.id<MeetingId>();
        critique.ended = query.flag();
    }
    auto found = read_meeting(changes.record(), meeting);
    if (!found)
        return std::nullopt;
    critique.meeting = std::move(*found);
    return critique;
}

Result<CritiqueAt> running_critique(Changes& changes, ItemId id)
{
    auto session = find_critique(changes, id);
    if (!session)
        return refuse("critique.unknown");
    if (!sees_critique(changes, session->meeting))
        return refuse("critique.not_yours");
    if (const auto runs = running_meeting(changes, session->meeting.id); !runs)
        return tl::unexpected(runs.error());
    if (session->ended)
        return refuse("critique.ended");
    return *session;
}

EntryDraft words_of_chair(const CritiqueAt& critique, EntryKind kind, const std::string& text)
{
    return {.meeting = critique.meeting.id,
        .item = critique.id,
        .kind = kind,
        .speaker = person(*critique.meeting.chair),
        .text = text};
}

} // namespace chibo
