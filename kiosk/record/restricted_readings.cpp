#include <algorithm>
#include <array>

#include "record/critique_commands.h"
#include "record/critique_queries.h"
#include "record/query.h"
#include "record/schema.h"

namespace chibo {

Command note_reading(NotedReading reading)
{
    return {"note_reading", [reading = std::move(reading)](Changes& changes) -> Result<void> {
                Query(changes, R"sql(
                    INSERT INTO restricted_reading (id, reader, role, what, how, session, about, at_ms)
                    VALUES (:id, :reader, :role, :what, :how, :session, :about, :at_ms))sql")
                    .bind(":id", changes.make_id<RestrictedReadingId>())
                    .bind(":reader", changes.actor().member)
                    .bind(":role", changes.actor().role)
                    .bind(":what", reading.what)
                    .bind(":how", reading.how)
                    .bind(":session", reading.session)
                    .bind(":about", reading.about)
                    .bind(":at_ms", changes.now_ms())
                    .run();
                return {};
            }};
}

bool holds_restricted(const std::vector<StoredEntry>& entries)
{
    // Who read what, and when codes were made, says nothing of anybody's faults; and each note of
    // an export would ask for the next.
    constexpr std::array<std::string_view, 2> without_words {
        "restricted_reading", "own_code_event"};
    const auto restricted = [&](const Op& op) {
        return std::ranges::find(restricted_tables(), op.table) != restricted_tables().end()
            && std::ranges::find(without_words, op.table) == without_words.end();
    };
    return std::ranges::any_of(entries, [&](const StoredEntry& stored) {
        const auto entry = decode_entry(stored.body);
        return entry && std::ranges::any_of(entry->ops, restricted);
    });
}

bool is_restricted_row(const Record& record, const Uuid& id)
{
    Query query(record, R"sql(
        SELECT id FROM critique_turn WHERE id = :id
        UNION ALL SELECT id FROM critique_run WHERE id = :id
        UNION ALL SELECT id FROM critique_remark WHERE id = :id
        UNION ALL SELECT id FROM critique_answer WHERE id = :id
        UNION ALL SELECT id FROM critique_conclusion WHERE id = :id
        UNION ALL SELECT id FROM commitment WHERE id = :id
        UNION ALL SELECT id FROM commitment_check WHERE id = :id
        UNION ALL SELECT id FROM restricted_reading WHERE id = :id
        UNION ALL SELECT id FROM self_critique WHERE id = :id
        UNION ALL SELECT id FROM self_critique_section WHERE id = :id)sql");
    query.bind(":id", RemarkId {id});
    return query.next();
}

} // namespace chibo
