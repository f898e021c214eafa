#include "record/drafts.h"

#include "record/bind.h"

namespace chibo {
namespace {

constexpr std::string_view delete_draft = "DELETE FROM draft WHERE place = :place";

Draft draft_from(SQLite::Statement& query)
{
    return {.place = query.getColumn(0),
        .text = query.getColumn(1),
        .caret = query.getColumn(2),
        .anchor = query.getColumn(3),
        .detail = query.getColumn(4),
        .saved_at_ms = query.getColumn(5)};
}

} // namespace

void save_draft(Record& record, const Draft& draft)
{
    record.run_local([&](SQLite::Database&) {
        auto& upsert = record.prepare(R"sql(
            INSERT INTO draft (place, text, caret, anchor, detail, saved_at_ms)
            VALUES (:place, :text, :caret, :anchor, :detail, :saved_at_ms)
            ON CONFLICT (place) DO UPDATE SET text = excluded.text, caret = excluded.caret,
                anchor = excluded.anchor, detail = excluded.detail, saved_at_ms = excluded.saved_at_ms)sql");
        bind_to(upsert, ":place", draft.place);
        bind_to(upsert, ":text", draft.text);
        bind_to(upsert, ":caret", draft.caret);
        bind_to(upsert, ":anchor", draft.anchor);
        bind_to(upsert, ":detail", draft.detail);
        bind_to(upsert, ":saved_at_ms", record.clock().now_ms());
        upsert.exec();
    });
}

std::optional<Draft> read_draft(const Record& record, const std::string& place)
{
    auto& query = record.prepare(
        "SELECT place, text, caret, anchor, detail, saved_at_ms FROM draft WHERE place = :place");
    bind_to(query, ":place", place);
    std::optional<Draft> draft;
    if (query.executeStep())
        draft = draft_from(query);
    query.reset();
    return draft;
}

std::vector<Draft> read_drafts(const Record& record, const std::string& beginning)
{
    auto& query = record.prepare(R"sql(
        SELECT place, text, caret, anchor, detail, saved_at_ms FROM draft
        WHERE substr(place, 1, length(:beginning)) = :beginning
        ORDER BY saved_at_ms DESC)sql");
    bind_to(query, ":beginning", beginning);
    std::vector<Draft> drafts;
    while (query.executeStep())
        drafts.push_back(draft_from(query));
    return drafts;
}

void drop_draft(Record& record, const std::string& place)
{
    record.run_local([&](SQLite::Database&) {
        auto& remove = record.prepare(delete_draft);
        bind_to(remove, ":place", place);
        remove.exec();
    });
}

void drop_draft(Changes& changes, const std::string& place)
{
    auto& remove = changes.prepare(delete_draft);
    bind_to(remove, ":place", place);
    remove.exec();
}

Command dropping_draft(Command command, std::string place)
{
    return {std::move(command.name),
        [apply = std::move(command.apply), place = std::move(place)](
            Changes& changes) -> Result<void> {
            auto done = apply(changes);
            if (done)
                drop_draft(changes, place);
            return done;
        }};
}

void save_ui_state(Record& record, const std::string& id, const std::string& value)
{
    record.run_local([&](SQLite::Database&) {
        auto& upsert = record.prepare(R"sql(
            INSERT INTO ui_state (id, value) VALUES (:id, :value)
            ON CONFLICT (id) DO UPDATE SET value = excluded.value)sql");
        bind_to(upsert, ":id", id);
        bind_to(upsert, ":value", value);
        upsert.exec();
    });
}

std::optional<std::string> read_ui_state(const Record& record, const std::string& id)
{
    auto& query = record.prepare("SELECT value FROM ui_state WHERE id = :id");
    bind_to(query, ":id", id);
    std::optional<std::string> value;
    if (query.executeStep())
        value = query.getColumn(0).getString();
    query.reset();
    return value;
}

} // namespace chibo
