#include "record/planned_items.h"

#include "record/query.h"

namespace chibo {

Result<void> sound(const PlannedItem& item)
{
    if (item.title.empty())
        return refuse("plan.no_item_title");
    if (item.minutes <= 0)
        return refuse("plan.no_minutes");
    return {};
}

void write_item(
    Changes& changes, MeetingId meeting, const PlannedItem& item, const std::string& rank)
{
    Query(changes, R"sql(
        INSERT INTO agenda_item (id, meeting, rank, part, kind, title, short_title, presenter, planned_s,
                                 carried_from, secret)
        VALUES (:id, :meeting, :rank, :part, :kind, :title, :short_title, :presenter, :planned_s, :carried_from,
                :secret)
        ON CONFLICT (id) DO UPDATE SET rank = excluded.rank, part = excluded.part, kind = excluded.kind,
            title = excluded.title, short_title = excluded.short_title, presenter = excluded.presenter,
            planned_s = excluded.planned_s, carried_from = excluded.carried_from, secret = excluded.secret,
            removed = 0)sql")
        .bind(":id", item.id.nil() ? changes.make_id<ItemId>() : item.id)
        .bind(":meeting", meeting)
        .bind(":rank", rank)
        .bind(":part", word(item.part))
        .bind(":kind", word(item.kind))
        .bind(":title", item.title)
        .bind(":short_title", item.short_title)
        .bind(":presenter", item.presenter)
        .bind(":planned_s", item.minutes * 60)
        .bind(":carried_from", item.carried_from)
        .bind(":secret", item.secret)
        .run();
}

} // namespace chibo
