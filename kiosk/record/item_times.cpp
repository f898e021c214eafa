#include "record/item_times.h"

#include "record/query.h"
#include "record/time_anchor.h"

namespace chibo {
namespace {

void set_state(Changes& changes, ItemId item, ItemState state)
{
    Query(changes, "UPDATE agenda_item SET state = :state WHERE id = :id")
        .bind(":id", item)
        .bind(":state", word(state))
        .run();
}

} // namespace

void begin_item(Changes& changes, MeetingId meeting, ItemId item)
{
    set_state(changes, item, ItemState::Running);
    Query(changes,
        "INSERT INTO item_run (id, item, started_at_ms) VALUES (:id, :item, :started_at_ms)")
        .bind(":id", changes.make_id<RunId>())
        .bind(":item", item)
        .bind(":started_at_ms", meeting_now_ms(changes.record(), meeting))
        .run();
}

void finish_item(Changes& changes, MeetingId meeting, const AgendaItem& item, ItemState state)
{
    Query(changes,
        "UPDATE item_run SET ended_at_ms = :now WHERE item = :item AND ended_at_ms IS NULL")
        .bind(":item", item.id)
        .bind(":now", meeting_now_ms(changes.record(), meeting))
        .run();
    set_state(changes, item.id, state);
}

void stop_speaking(Changes& changes, MeetingId meeting)
{
    Query(changes, R"sql(
        UPDATE speaker SET ended_at_ms = :now
        WHERE meeting = :meeting AND started_at_ms IS NOT NULL AND ended_at_ms IS NULL AND removed = 0)sql")
        .bind(":meeting", meeting)
        .bind(":now", meeting_now_ms(changes.record(), meeting))
        .run();
}

} // namespace chibo
