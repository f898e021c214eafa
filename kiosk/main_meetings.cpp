// The verbs about members, meetings and papers.
#include <algorithm>
#include <iostream>

#include <fmt/format.h>

#include "documents/minutes_from_record.h"
#include "main_critique.h"
#include "main_json.h"
#include "main_minutes.h"
#include "main_verbs.h"
#include "meeting/names.h"
#include "record/agenda_queries.h"
#include "record/critique_queries.h"
#include "record/member_queries.h"
#include "record/minutes_queries.h"
#include "record/rule_files.h"

namespace chibo {
namespace {

struct ListedMember {
    Member member;
    std::string cell;
    std::string order;
};

/// Members of all cells, by given name in Vietnamese order.
std::vector<ListedMember> listed_members(OpenedRecord& opened, const std::string& search)
{
    const NameQuery query(search);
    std::vector<ListedMember> all;
    for (OpenedCell& cell : opened.cells()) {
        for (Member& member : read_members(*cell.record)) {
            if (query.match(member.name) != NameMatch::None)
                all.push_back({member, cell.name, name_order_key(member.name)});
        }
    }
    std::ranges::stable_sort(all, {}, &ListedMember::order);
    return all;
}

struct ListedMeeting {
    Meeting meeting;
    std::string cell;
};

std::vector<ListedMeeting> listed_meetings(OpenedRecord& opened)
{
    std::vector<ListedMeeting> all;
    for (OpenedCell& cell : opened.cells()) {
        for (Meeting& meeting : read_meetings(*cell.record, Cancelled::Yes))
            all.push_back({std::move(meeting), cell.name});
    }
    std::ranges::stable_sort(all, std::ranges::greater {},
        [](const ListedMeeting& one) { return one.meeting.planned_start_ms; });
    return all;
}

/// The end of a string's key.
template <typename Enum> std::string spelled(Enum value)
{
    return std::string(word(value));
}

} // namespace

Result<void> run_roster_list(const VerbOptions& options, const std::string& search)
{
    auto opened = OpenedRecord::open(options);
    if (!opened)
        return tl::unexpected(opened.error());
    const Strings strings = terminal_strings();
    Json json = Json::array();
    for (const ListedMember& one : listed_members(*opened, search)) {
        if (options.json)
            json.push_back(member_json(one.member, one.cell));
        else
            std::cout << fmt::format("{}\t{}\t{}\n", one.member.name, one.cell,
                strings.tr("settings.standing_" + spelled(one.member.standing)));
    }
    if (options.json)
        std::cout << json.dump(1) << "\n";
    return {};
}

Result<void> run_meeting_list(const VerbOptions& options)
{
    auto opened = OpenedRecord::open(options);
    if (!opened)
        return tl::unexpected(opened.error());
    const Strings strings = terminal_strings();
    Json json = Json::array();
    for (const ListedMeeting& one : listed_meetings(*opened)) {
        const Meeting& meeting = one.meeting;
        if (options.json) {
            json.push_back(meeting_json(meeting, one.cell));
            continue;
        }
        const std::string reason = meeting.cancelled.value_or("");
        std::cout << fmt::format("{}\t{} {}\t{}\t{}\t{}{}\n", meeting.id.text(),
            iso(date_of(meeting.planned_start_ms)), hm(meeting.planned_start_ms),
            strings.tr("verbs.state_" + (meeting.cancelled ? "cancelled" : spelled(meeting.state))),
            one.cell, meeting.title, reason.empty() ? "" : " (" + reason + ")");
    }
    if (options.json)
        std::cout << json.dump(1) << "\n";
    return {};
}

Result<void> run_meeting_show(
    const VerbOptions& options, const std::string& id, Restricted restricted)
{
    auto opened = OpenedRecord::open(options);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto found = opened->find_meeting(id);
    if (!found)
        return tl::unexpected(found.error());
    const Record& record = *found->cell->record;
    std::optional<Json> critique;
    if (restricted == Restricted::Yes) {
        auto read = restricted_critique(options, *found->cell, found->meeting);
        if (!read)
            return tl::unexpected(read.error());
        critique = std::move(*read);
    }
    const MinutesContent content = read_minutes_content(record, found->meeting);
    const auto seal = read_seal(record, found->meeting);
    if (options.json) {
        Json json = minutes_json(content);
        json["seal"]
            = seal ? seal_json(*seal, read_amendments(record, found->meeting)) : Json(nullptr);
        json["critique_held"] = has_critique(record, found->meeting);
        if (critique)
            json["critique"] = *critique;
        std::cout << json.dump(1) << "\n";
        return {};
    }
    const Strings strings = terminal_strings();
    print_minutes(strings, content);
    if (critique)
        print_critique(strings, critique_rules_of(content.meeting), *critique);
    if (seal)
        std::cout << "\n"
                  << strings.tr("verbs.seal",
                         {{"day", dmy(date_of(seal->sealed_at_ms))},
                             {"time", hm(seal->sealed_at_ms)}, {"hash", hex(seal->hash)}})
                  << "\n";
    return {};
}

Result<void> run_document(const VerbOptions& options, const std::string& kind,
    const std::string& id, const std::filesystem::path& file)
{
    if (kind != "minutes")
        return refuse("verbs.no_document", {{"kind", kind}});
    auto opened = OpenedRecord::open(options);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto found = opened->find_meeting(id);
    if (!found)
        return tl::unexpected(found.error());
    return write_minutes(*found->cell->record, found->meeting, file);
}

} // namespace chibo
