#include "record/conflict_desk.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "record/agenda_queries.h"
#include "record/journal_store.h"
#include "record/query.h"
#include "record/record_parts.h"
#include "record/schema.h"

namespace chibo {
namespace {

// Where the later one simply holds, and the history tells: nobody's words are lost.
constexpr std::array<std::string_view, 14> quiet_tables {"cell", "critique_run", "device",
    "item_run", "opening", "own_code_event", "presence", "restricted_reading", "reading", "seal",
    "setting", "signature", "speaker", "time_anchor"};
constexpr std::array<std::string_view, 17> quiet_columns {"added_s", "clerk_runs_agenda", "hash",
    "how", "kind", "limit_minutes", "limit_s", "number", "photo", "pin_hash", "planned_s", "rank",
    "rule_set", "secret", "short_title", "state", "template"};

bool asked(std::string_view table, std::string_view column)
{
    return std::ranges::find(quiet_tables, table) == quiet_tables.end()
        && std::ranges::find(quiet_columns, column) == quiet_columns.end()
        && !column.ends_with("_ms");
}

bool is_set(const cbor::Value& value)
{
    const auto* number = value.get<std::int64_t>();
    return number && *number != 0;
}

JournalPlace place_of(const JournalEntry& entry)
{
    return {entry.device, entry.seq};
}

/// The same for the same sides, so that a decision made of an old list is noticed.
std::string id_of(const Conflict& conflict)
{
    std::string text = conflict.table + "/" + conflict.column + "/";
    text.append(conflict.key.begin(), conflict.key.end());
    for (const ConflictSide& side : conflict.sides)
        text += fmt::format("/{}:{}", side.place.device.text(), side.place.seq);
    const Hash hash
        = hash_of(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
    std::string id;
    for (std::size_t i = 0; i < 12; ++i)
        id += fmt::format("{:02x}", hash[i]);
    return id;
}

const Op* op_of(const JournalEntry& entry, const std::string& table, const Bytes& key)
{
    const auto found = std::ranges::find_if(
        entry.ops, [&](const Op& op) { return op.table == table && key_bytes(op.key) == key; });
    return found == entry.ops.end() ? nullptr : &*found;
}

std::int64_t number_of(const Op& op, const char* column)
{
    const auto at = op.columns.find(column);
    const auto* number
        = at == op.columns.end() ? nullptr : at->second.new_value.get<std::int64_t>();
    return number ? *number : 0;
}

Bytes proposal_key(const JournalPlace& place)
{
    Bytes key(place.device.uuid.bytes.begin(), place.device.uuid.bytes.end());
    for (int shift = 56; shift >= 0; shift -= 8)
        key.push_back(static_cast<std::uint8_t>(place.seq >> shift));
    return key;
}

} // namespace

ConflictDesk::ConflictDesk(const Record& record) :
    m_record(record), m_statements(*record.m_parts->statements), m_tables(record.m_parts->tables),
    m_seals(m_statements, m_tables)
{
}

std::vector<Conflict> ConflictDesk::read()
{
    std::vector<Conflict> conflicts;
    for (const Mark& mark : read_marks()) {
        if (auto conflict = at(mark))
            conflicts.push_back(std::move(*conflict));
    }
    std::ranges::move(equal_numbers(), std::back_inserter(conflicts));
    std::ranges::move(proposals(), std::back_inserter(conflicts));
    for (Conflict& conflict : conflicts) {
        conflict.id = id_of(conflict);
        find_place(conflict);
    }
    std::ranges::stable_sort(conflicts, {}, [](const Conflict& conflict) {
        return std::tuple(conflict.sides.front().at_ms, conflict.id);
    });
    return conflicts;
}

void ConflictDesk::forget_settled()
{
    for (const Mark& mark : read_marks()) {
        if (may_come_up(mark))
            continue;
        auto& remove = m_statements.prepare(
            "DELETE FROM conflict_mark WHERE tbl = :tbl AND key = :key AND col = :col");
        bind_to(remove, ":tbl", mark.table);
        bind_to(remove, ":key", mark.key);
        bind_to(remove, ":col", mark.column);
        remove.exec();
    }
}

std::vector<ConflictDesk::Mark> ConflictDesk::read_marks()
{
    Query query(
        m_record, "SELECT tbl, key, col FROM conflict_mark ORDER BY tbl, key, col /* reads all */");
    std::vector<Mark> marks;
    while (query.next()) {
        Mark mark;
        mark.table = query.text();
        const std::string key = query.text();
        mark.key.assign(key.begin(), key.end());
        mark.column = query.text();
        marks.push_back(std::move(mark));
    }
    return marks;
}

/// Not whether there is something to decide now: two that wrote the same, or a choice, may meet a
/// third writer yet.
bool ConflictDesk::may_come_up(const Mark& mark)
{
    const auto table = m_tables.find(mark.table);
    if (table == m_tables.end())
        return false;
    const RowHistory row = history_of(mark, table->second);
    if (mark.column != table->second.tombstone)
        return asked(mark.table, mark.column) && row.apart(mark.column).size() > 1;
    const auto removal = row.columns().find(mark.column);
    return removal != row.columns().end()
        && std::ranges::any_of(removal->second.writers,
            [](const RowHistory::Writer& writer) { return is_set(*writer.value); });
}

RowHistory ConflictDesk::history_of(const Mark& mark, const Table& table)
{
    const cbor::Value key = table.text_key
        ? cbor::Value(std::string(mark.key.begin(), mark.key.end()))
        : cbor::Value(mark.key);
    return {m_statements, m_tables, m_seals, mark.table, key};
}

std::optional<Conflict> ConflictDesk::at(const Mark& mark)
{
    const auto table = m_tables.find(mark.table);
    if (table == m_tables.end())
        return std::nullopt;
    const RowHistory row = history_of(mark, table->second);
    return mark.column == table->second.tombstone ? removed_apart(mark, row, table->second)
                                                  : values_apart(mark, row);
}

std::optional<Conflict> ConflictDesk::values_apart(const Mark& mark, const RowHistory& row)
{
    if (!asked(mark.table, mark.column) || !row.exists())
        return std::nullopt;
    const auto writers = row.apart(mark.column);
    Conflict conflict;
    conflict.table = mark.table;
    conflict.column = mark.column;
    conflict.key = mark.key;
    conflict.kind = Conflict::Kind::Value;
    for (const RowHistory::Writer& writer : writers) {
        ConflictSide side = side_of(*writer.entry, mark, *writer.value);
        // The same was written twice: of two equal sides the later one is shown.
        std::erase_if(
            conflict.sides, [&](const ConflictSide& other) { return other.text == side.text; });
        if (side.text.find(' ') != std::string::npos && writer.value->get<std::string>())
            conflict.kind = Conflict::Kind::Text;
        conflict.sides.push_back(std::move(side));
    }
    if (conflict.sides.size() < 2 || settled(mark, writers))
        return std::nullopt;
    conflict.sides.back().holds = true;
    return conflict;
}

std::optional<Conflict> ConflictDesk::removed_apart(
    const Mark& mark, const RowHistory& row, const Table& table)
{
    std::vector<RowHistory::Writer> writers;
    for (const auto& remover : row.apart(mark.column)) {
        if (is_set(*remover.value))
            writers.push_back(remover);
    }
    const std::size_t removers = writers.size();
    Conflict conflict;
    conflict.table = mark.table;
    conflict.column = mark.column;
    conflict.key = mark.key;
    conflict.kind = Conflict::Kind::Removed;
    for (const auto& [column, history] : row.columns()) {
        // A meeting that was cancelled here and opened there must be looked at, too.
        const bool counts = asked(mark.table, column) || mark.table == "meeting";
        if (!counts || column == table.tombstone)
            continue;
        for (const auto& editor : row.apart(column)) {
            const bool beside = std::any_of(writers.begin(),
                writers.begin() + static_cast<std::ptrdiff_t>(removers), [&](const auto& remover) {
                    return !knows(*editor.entry, place_of(*remover.entry))
                        && !knows(*remover.entry, place_of(*editor.entry))
                        && editor.entry != remover.entry;
                });
            if (!beside)
                continue;
            writers.push_back(editor);
            conflict.sides.push_back(
                side_of(*editor.entry, {mark.table, mark.key, column}, *editor.value));
        }
    }
    if (conflict.sides.empty() || settled(mark, writers))
        return std::nullopt;
    for (std::size_t i = 0; i < removers; ++i) {
        conflict.sides.push_back(side_of(*writers[i].entry, mark, nullptr));
        conflict.sides.back().holds = true;
    }
    return conflict;
}

bool ConflictDesk::settled(const Mark& mark, const std::vector<RowHistory::Writer>& writers)
{
    std::vector<Bytes> choices;
    {
        Query query(m_record,
            "SELECT id FROM conflict_choice WHERE tbl = :tbl AND key = :key AND col = :col");
        query.bind(":tbl", mark.table).bind(":key", mark.key).bind(":col", mark.column);
        while (query.next()) {
            const auto id = query.id<ChoiceId>();
            choices.emplace_back(id.uuid.bytes.begin(), id.uuid.bytes.end());
        }
    }
    for (const Bytes& choice : choices) {
        for (const JournalEntry& entry : read_entries_of(m_statements, choice)) {
            const bool saw_all
                = std::ranges::all_of(writers, [&](const RowHistory::Writer& writer) {
                      return writer.entry->device == entry.device
                          ? writer.entry->seq <= entry.seq
                          : knows(entry, place_of(*writer.entry));
                  });
            if (saw_all)
                return true;
        }
    }
    return false;
}

ConflictSide ConflictDesk::side_of(
    const JournalEntry& entry, const Mark& mark, const cbor::Value& value)
{
    ConflictSide side;
    side.place = place_of(entry);
    side.own_device = entry.device == m_record.device();
    side.role = entry.actor.role;
    side.at_ms = entry.wall_ms;
    side.text = said(mark, entry, value);
    Query device(m_record, "SELECT name FROM device WHERE id = :id");
    device.bind(":id", entry.device);
    if (device.next())
        side.device = device.text();
    if (entry.actor.member) {
        Query member(m_record, "SELECT name FROM member WHERE id = :id");
        member.bind(":id", *entry.actor.member);
        if (member.next())
            side.member = member.text();
    }
    return side;
}

std::string ConflictDesk::said(
    const Mark& mark, const JournalEntry& entry, const cbor::Value& value)
{
    const Op* op = op_of(entry, mark.table, mark.key);
    if (op && mark.table == "vote" && mark.column == "yes")
        return fmt::format(
            "{} · {} · {}", number_of(*op, "yes"), number_of(*op, "no"), number_of(*op, "other"));
    if (const auto* number = value.get<std::int64_t>())
        return std::to_string(*number);
    if (const auto* text = value.get<std::string>()) {
        const auto state = op ? op->columns.find("state") : decltype(op->columns.find("")) {};
        const auto* word
            = op && mark.table == "task" && mark.column == "result" && state != op->columns.end()
            ? state->second.new_value.get<std::string>()
            : nullptr;
        return word ? *word + (text->empty() ? "" : ": " + *text) : *text;
    }
    const auto* bytes = value.get<Bytes>();
    if (!bytes)
        return {};
    Query query(m_record, R"sql(
        SELECT name FROM member WHERE id = :id UNION ALL SELECT name FROM guest WHERE id = :id
        UNION ALL SELECT title FROM agenda_item WHERE id = :id UNION ALL SELECT title FROM meeting WHERE id = :id)sql");
    query.bind(":id", *bytes);
    return query.next() ? query.text() : fmt::format("({} bytes)", bytes->size());
}

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
