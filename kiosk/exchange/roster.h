// Members from a table: which rows are people, which are not and why, and their import into the
// cells.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/member.h"
#include "meeting/result.h"
#include "record/folder.h"
#include "typing/old_encodings.h"

namespace chibo {

struct RosterRow {
    int line = 0;
    std::string cell; // Empty: the one cell that the import names.
    Member member;
};

/// What a file says, before anything is written.
struct Roster {
    std::vector<RosterRow> rows;
    std::vector<Error> not_taken; // In the order of the lines.
    std::vector<std::string> unread_columns; // Their headings mean nothing to us.
};

/// What tells how a file is written (script_of): its text as it stands, or a workbook's cells, one
/// row a line. Refused: what table_text refuses, roster.not_a_workbook.
[[nodiscard]] Result<std::string> roster_text(std::string_view file);

/// Reads CSV in UTF-8, UTF-16 or the old encoding that it is said to be in, or the first sheet of
/// an XLSX workbook. Columns are known by their Vietnamese or English heading, in any order; only
/// the name is required. No date may be after `today`. Refused whole: what roster_text refuses,
/// roster.encoding, roster.unclosed_quote, roster.empty, roster.no_name_column, roster.too_long.
[[nodiscard]] Result<Roster> read_roster(
    std::string_view file, Date today, std::optional<OldEncoding> encoding = std::nullopt);

/// The same person within a cell: the same name, wherever its tones stand, and the same birth date.
[[nodiscard]] std::string person_key(const Member& member);

struct RosterImport {
    struct Cell {
        std::string name;
        int added = 0;
        std::string recovery_code; // Of a cell that this import has made; to be printed once.
    };
    std::vector<Cell> cells;
    std::vector<Error> not_taken;
    std::vector<std::string> unread_columns;
};

/// How an import opens the cells and makes new ones.
struct RosterAccess {
    std::string code;
    std::string cell; // Where rows without a cell go; empty where the record has one cell only.
};

/// Writes the rows into their cells, each cell as one change. A cell that is not there yet is made,
/// opened by the code given, with its secretary (else its first member) as the officer. Who is in a
/// cell already is not taken twice. Refused with nothing written: a wrong code, a weak one,
/// roster.which_cell.
[[nodiscard]] Result<RosterImport> import_roster(RecordFolder& folder, const Roster& roster,
    const RosterAccess& access, const Clock& clock, Random& random);

} // namespace chibo
