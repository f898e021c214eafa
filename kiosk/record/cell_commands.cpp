#include "record/cell_commands.h"

#include "meeting/letters.h"
#include "record/cell_queries.h"
#include "record/query.h"

namespace chibo {

Command found_cell(Cell cell)
{
    return {"found_cell", [cell = std::move(cell)](Changes& changes) -> Result<void> {
                if (has_cell(changes.record()))
                    return refuse("cell.exists");
                if (is_blank(cell.name))
                    return refuse("cell.no_name");
                Query(changes, R"sql(
                    INSERT INTO cell (id, name, organisation, room)
                    VALUES (:id, :name, :organisation, :room))sql")
                    .bind(":id", cell.id.nil() ? changes.make_id<CellId>() : cell.id)
                    .bind(":name", cell.name)
                    .bind(":organisation", cell.organisation)
                    .bind(":room", cell.room)
                    .run();
                return {};
            }};
}

Command edit_cell(Cell cell)
{
    return {"edit_cell", [cell = std::move(cell)](Changes& changes) -> Result<void> {
                if (is_blank(cell.name))
                    return refuse("cell.no_name");
                Query(changes, R"sql(
                    UPDATE cell SET name = :name, organisation = :organisation, room = :room
                    WHERE id = :id)sql")
                    .bind(":id", cell.id)
                    .bind(":name", cell.name)
                    .bind(":organisation", cell.organisation)
                    .bind(":room", cell.room)
                    .run();
                return {};
            }};
}

Command set_heading(CellHeading heading)
{
    return {"set_heading", [heading = std::move(heading)](Changes& changes) -> Result<void> {
                if (!heading.valid_from.valid())
                    return refuse("cell.no_day");
                Query(changes, R"sql(
                    INSERT INTO cell_heading (id, valid_from_on, parent_line, cell_line, place)
                    VALUES (:id, :valid_from_on, :parent_line, :cell_line, :place)
                    ON CONFLICT (id) DO UPDATE SET valid_from_on = excluded.valid_from_on,
                        parent_line = excluded.parent_line, cell_line = excluded.cell_line,
                        place = excluded.place)sql")
                    .bind(":id", heading.id.nil() ? changes.make_id<HeadingId>() : heading.id)
                    .bind(":valid_from_on", heading.valid_from)
                    .bind(":parent_line", heading.parent_line)
                    .bind(":cell_line", heading.cell_line)
                    .bind(":place", heading.place)
                    .run();
                return {};
            }};
}

Command remove_heading(HeadingId heading)
{
    return {"remove_heading", [heading](Changes& changes) -> Result<void> {
                Query(changes, "UPDATE cell_heading SET removed = 1 WHERE id = :id")
                    .bind(":id", heading)
                    .run();
                return {};
            }};
}

Command set_setting(std::string id, std::string value)
{
    return {"set_setting",
        [id = std::move(id), value = std::move(value)](Changes& changes) -> Result<void> {
            Query(changes, R"sql(
                    INSERT INTO setting (id, value) VALUES (:id, :value)
                    ON CONFLICT (id) DO UPDATE SET value = excluded.value)sql")
                .bind(":id", id)
                .bind(":value", value)
                .run();
            return {};
        }};
}

} // namespace chibo
