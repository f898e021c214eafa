#include "record/conflict_desk.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "record/journal_store.h"
#include "record/query.h"
#include "record/record_parts.h"
#include "record/schema.h"

namespace chibo {
namespace {

// Where the later one simply holds, and the history tells: nobody's words are lost.
constexpr std::array<std::string_view, 15> quiet_tables {"cell", "code_event", "critique_run",
    "device", "item_run", "opening", "own_code_event", "presence", "restricted_reading", "reading",
    "seal", "setting", "signature", "speaker", "time_anchor"};
constexpr std::array<std::string_view, 19> quiet_columns {"added_s", "cancel_reason",
    "clerk_runs_agenda", "hash", "how", "kind", "left_reason", "limit_minutes", "limit_s", "number",
    "photo", "pin_hash", "planned_s", "rank", "rule_set", "secret", "short_title", "state",
    "template"};

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

/// What the desk offers first: what was written on this device, whose officer decides; else what
/// the record shows now.
std::size_t proposed_of(const std::vector<ConflictSide>& sides)
{
    const auto own = std::ranges::find(sides, true, &ConflictSide::own_device);
    const auto holds = std::ranges::find(sides, true, &ConflictSide::holds);
    const auto first = own != sides.end() ? own : holds;
    return first == sides.end() ? 0 : static_cast<std::size_t>(first - sides.begin());
}

} // namespace

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
        conflict.proposed = proposed_of(conflict.sides);
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

} // namespace chibo
