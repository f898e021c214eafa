// How the conflict desk finds what is there to decide. Private to record/; conflicts_queries.h is
// what others ask.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "record/conflicts_queries.h"
#include "record/row_history.h"

namespace chibo {

/// Whether a person decides where two wrote this apart; else the later one holds.
[[nodiscard]] bool asked(std::string_view table, std::string_view column);
/// A flag that is not 0.
[[nodiscard]] bool is_set(const cbor::Value& value);
[[nodiscard]] JournalPlace place_of(const JournalEntry& entry);

class ConflictDesk {
public:
    explicit ConflictDesk(const Record& record);

    [[nodiscard]] std::vector<Conflict> read();
    /// Forgets marks of what is settled. Within a transaction.
    void forget_settled();

private:
    struct Mark {
        std::string table;
        Bytes key;
        std::string column;
    };

    [[nodiscard]] std::vector<Mark> read_marks();
    [[nodiscard]] bool may_come_up(const Mark& mark);
    [[nodiscard]] RowHistory history_of(const Mark& mark, const Table& table);
    [[nodiscard]] std::optional<Conflict> at(const Mark& mark);
    [[nodiscard]] std::optional<Conflict> values_apart(const Mark& mark, const RowHistory& row);
    [[nodiscard]] std::optional<Conflict> removed_apart(
        const Mark& mark, const RowHistory& row, const Table& table);
    [[nodiscard]] std::vector<Conflict> proposals();
    [[nodiscard]] std::vector<Conflict> equal_numbers();
    [[nodiscard]] bool settled(const Mark& mark, const std::vector<RowHistory::Writer>& writers);
    [[nodiscard]] ConflictSide side_of(
        const JournalEntry& entry, const Mark& mark, const cbor::Value& value);
    [[nodiscard]] std::string said(
        const Mark& mark, const JournalEntry& entry, const cbor::Value& value);
    void find_place(Conflict& conflict);

    const Record& m_record;
    Statements& m_statements;
    const Tables& m_tables;
    Seals m_seals;
};

} // namespace chibo
