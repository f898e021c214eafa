// The tables of a cell's database and the steps from each schema to the next.
#pragma once

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

} // namespace chibo
