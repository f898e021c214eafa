// The versions of one thing that were written apart, as a person reads them.
#include <algorithm>

#include <fmt/format.h>

#include "record/conflict_desk.h"
#include "record/history.h"
#include "record/query.h"

namespace chibo {
namespace {

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

} // namespace

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

} // namespace chibo
