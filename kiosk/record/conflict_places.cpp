// What comes up without two versions of one row (equal numbers, what came for sealed minutes), and
// where a conflict is.
#include <algorithm>

#include <fmt/format.h>

#include "record/agenda_queries.h"
#include "record/conflict_desk.h"
#include "record/journal_store.h"
#include "record/query.h"
#include "record/schema.h"

namespace chibo {
namespace {

Bytes proposal_key(const JournalPlace& place)
{
    Bytes key(place.device.uuid.bytes.begin(), place.device.uuid.bytes.end());
    for (int shift = 56; shift >= 0; shift -= 8)
        key.push_back(static_cast<std::uint8_t>(place.seq >> shift));
    return key;
}

} // namespace

std::vector<Conflict> ConflictDesk::proposals()
{
    std::vector<std::pair<JournalPlace, MeetingId>> marks;
    {
        Query query(m_record,
            "SELECT device, seq, meeting FROM proposal_mark ORDER BY device, seq, meeting /* reads "
            "all */");
        while (query.next()) {
            const auto device = query.id<DeviceId>();
            const std::int64_t seq = query.number();
            marks.emplace_back(JournalPlace {device, seq}, query.id<MeetingId>());
        }
    }
    std::vector<Conflict> conflicts;
    for (const auto& [place, meeting] : marks) {
        Conflict conflict;
        conflict.kind = Conflict::Kind::Proposal;
        conflict.table = "proposal";
        conflict.key = proposal_key(place);
        conflict.meeting = meeting;
        {
            Query choice(m_record,
                "SELECT 1 FROM conflict_choice WHERE tbl = 'proposal' AND key = :key AND col = ''");
            choice.bind(":key", conflict.key);
            if (choice.next())
                continue;
        }
        const auto entry = read_entry(m_statements, place);
        if (!entry)
            continue;
        ConflictSide side = side_of(*entry, {"proposal", {}, ""}, nullptr);
        for (const Op& op : entry->ops) {
            const auto text = op.columns.find("text");
            const auto* words
                = text == op.columns.end() ? nullptr : text->second.new_value.get<std::string>();
            if (words && side.text.empty())
                side.text = *words;
        }
        conflict.sides.push_back(std::move(side));
        conflict.changes = changes_of(*entry);
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

std::vector<Conflict> ConflictDesk::equal_numbers()
{
    // Two devices took somebody in and both gave the next number.
    struct Twin {
        MemberId earlier, later;
    };
    std::vector<Twin> twins;
    {
        Query query(m_record, R"sql(
            SELECT one.id, min(other.id)
            FROM member AS one JOIN member AS other ON other.number = one.number AND other.id > one.id
            WHERE one.left_on IS NULL AND other.left_on IS NULL
            GROUP BY one.id ORDER BY one.id)sql");
        while (query.next()) {
            const auto earlier = query.id<MemberId>();
            twins.push_back({earlier, query.id<MemberId>()});
        }
    }
    std::vector<Conflict> conflicts;
    for (const Twin& twin : twins) {
        Conflict conflict;
        conflict.kind = Conflict::Kind::Number;
        conflict.table = "member";
        conflict.column = "number";
        for (const MemberId member : {twin.earlier, twin.later}) {
            conflict.key.assign(member.uuid.bytes.begin(), member.uuid.bytes.end());
            const Mark mark {"member", conflict.key, "name"};
            const auto entries = read_entries_of(m_statements, conflict.key);
            if (entries.empty())
                break;
            conflict.sides.push_back(side_of(entries.front(), mark, conflict.key));
        }
        if (conflict.sides.size() == 2)
            conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

void ConflictDesk::find_place(Conflict& conflict)
{
    conflict.restricted
        = std::ranges::find(restricted_tables(), conflict.table) != restricted_tables().end();
    std::optional<ItemId> item;
    if (conflict.table == "entry" || conflict.table == "task" || conflict.table == "vote") {
        Query query(m_record, R"sql(
            SELECT entry.meeting, entry.item, entry.at_ms, coalesce(member.name, guest.name, '')
            FROM entry LEFT JOIN member ON member.id = entry.speaker LEFT JOIN guest ON guest.id = entry.speaker
            WHERE entry.id = :key)sql");
        query.bind(":key", conflict.key);
        if (query.next()) {
            conflict.meeting = query.id<MeetingId>();
            item = query.id<ItemId>();
            conflict.at_ms = query.number();
            conflict.person = query.text();
        }
    } else if (conflict.table == "meeting") {
        MeetingId meeting;
        if (conflict.key.size() == meeting.uuid.bytes.size())
            std::ranges::copy(conflict.key, meeting.uuid.bytes.begin());
        conflict.meeting = meeting;
    } else if (conflict.table == "member") {
        Query query(m_record, "SELECT name FROM member WHERE id = :key");
        query.bind(":key", conflict.key);
        if (query.next())
            conflict.person = query.text();
    } else if (const auto table = m_tables.find(conflict.table);
        table != m_tables.end() && table->second.has_meeting) {
        Query query(
            m_record, fmt::format("SELECT meeting FROM {} WHERE id = :key", conflict.table));
        query.bind(":key", conflict.key);
        if (query.next())
            conflict.meeting = query.id<MeetingId>();
        if (conflict.table == "agenda_item" && conflict.key.size() == sizeof(Uuid::bytes)) {
            item.emplace();
            std::ranges::copy(conflict.key, item->uuid.bytes.begin());
        }
    }
    if (!conflict.meeting || !item)
        return;
    const Agenda agenda = read_agenda(m_record, *conflict.meeting);
    if (const AgendaItem* found = find_item(agenda, *item)) {
        conflict.item_number = item_number(agenda, *item);
        conflict.item_title = found->title;
    }
}

} // namespace chibo
