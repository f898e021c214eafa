// The tables of a cell's database and the steps from each schema to the next.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace chibo {

/// The SQL that leads from schema version `index` to `index + 1`; the first makes an empty
/// database's tables.
[[nodiscard]] std::span<const std::string_view> migrations();

/// Tables whose rows travel between a cell's devices: only these are journaled. Each has `id BLOB
/// PRIMARY KEY NOT NULL` (or a text key), no generated column, no trigger and no UNIQUE beyond the
/// key.
[[nodiscard]] std::span<const std::string_view> travelling_tables();

/// Columns that only mean something together: a change of one writes them all, so that a merge
/// never mixes two devices' halves.
struct ColumnGroup {
    std::string_view table;
    std::array<std::string_view, 8> columns; // The rest is empty.
};
[[nodiscard]] std::span<const ColumnGroup> column_groups();

/// A table whose rows a meeting's seal freezes.
struct SealedTable {
    std::string_view table;
    std::array<std::string_view, 4> living; // Columns that change after the seal: a task's state.
};
[[nodiscard]] std::span<const SealedTable> sealed_tables();

/// Level C (design.md, "Who sees what"): seen by chair, clerk and the member concerned alone.
[[nodiscard]] std::span<const std::string_view> restricted_tables();

} // namespace chibo
