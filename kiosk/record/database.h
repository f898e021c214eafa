// One connection to an encrypted file: how it is opened, brought up to date, and what a transaction
// is.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "record/keys.h"

namespace chibo {

/// BEGIN IMMEDIATE; rolled back unless committed. SQLiteCpp's own rolls back twice when its
/// rollback() was called.
class Transaction {
public:
    explicit Transaction(SQLite::Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

private:
    SQLite::Database& m_database;
    bool m_done = false;
};

/// While it lives, a transaction of many pages keeps them in memory: each page that has to make
/// room is encrypted, written, read and decrypted again.
class RoomForPages {
public:
    explicit RoomForPages(SQLite::Database& database);
    RoomForPages(const RoomForPages&) = delete;
    RoomForPages& operator=(const RoomForPages&) = delete;
    ~RoomForPages();

private:
    SQLite::Database& m_database;
};

/// Statements kept prepared, by their text.
class Statements {
public:
    explicit Statements(SQLite::Database& database) : m_database(database) {}
    /// Ready to be bound. Asking for the same text again resets it.
    [[nodiscard]] SQLite::Statement& prepare(std::string_view sql);
    /// Ends every read that stopped before its last row, which would hold an old state of the
    /// record.
    void reset();
    /// Every text prepared since, in any record by any thread: for the test that asks for each
    /// one's plan.
    static void collect(std::vector<std::string>* into);

private:
    struct TextHash {
        using is_transparent = void; // NOLINT(readability-identifier-naming): the library's name.
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view> {}(text);
        }
    };

    SQLite::Database& m_database;
    std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>, TextHash, std::equal_to<>>
        m_statements;
};

/// Opens with the raw key, WAL and synchronous=FULL. Throws SQLite::Exception; what is no database
/// or has another key is SQLITE_NOTADB.
[[nodiscard]] std::unique_ptr<SQLite::Database> open_database(
    const std::filesystem::path& file, const Key& key, int flags);

[[nodiscard]] int schema_version(SQLite::Database& database);
/// Runs the steps that the file has not had, each in a transaction with its number.
void migrate(SQLite::Database& database, std::span<const std::string_view> steps);

/// What recording and merging need to know of a travelling table.
struct Table {
    struct Shape {
        char type = 'T'; // Of T(EXT), I(NTEGER), B(LOB).
        bool required = false; // NOT NULL
        bool has_default = false;
    };

    std::vector<std::string> columns; // In the order of the table.
    std::vector<Shape> shapes; // One a column.
    std::size_t key = 0; // Index of the only primary key column.
    bool text_key = false;
    std::string tombstone; // `removed` or `undone`, where it has one.
    bool has_meeting = false;
    std::vector<std::string>
        group; // Columns that are written together (column_groups); may be empty.

    /// npos: no such column.
    [[nodiscard]] std::size_t find(std::string_view column) const;
};
using Tables = std::map<std::string, Table, std::less<>>;

/// The travelling tables as they are in the file. Throws ProgramFault where one breaks a rule of
/// session-extension.md, since its changes would be lost without a word.
[[nodiscard]] Tables read_tables(
    SQLite::Database& database, std::span<const std::string_view> names);

} // namespace chibo
