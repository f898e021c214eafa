#include "record/schema_steps.h"

namespace chibo {

// The index follows the journal some commands behind (record/search_index.h).
constinit const std::string_view search_behind = R"sql(
DROP TABLE entry_text;
DELETE FROM entry_text_row;
CREATE VIRTUAL TABLE entry_text USING fts5(folded, content = '', contentless_delete = 1,
    detail = none,                      -- which entries hold a word; the text itself says where
    prefix = '1 2 3 4 5 6',             -- else the beginning of a common word reads all that it fits
    tokenize = "unicode61 remove_diacritics 0");
CREATE TABLE indexed_until (            -- the last journal entry whose texts are in the index
    device BLOB PRIMARY KEY NOT NULL, seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

} // namespace chibo
