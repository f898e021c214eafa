#include "record/schema_steps.h"

namespace chibo {

// A table WITHOUT ROWID keeps no more than a quarter of a page of a row in its tree; nearly each
// entry of the journal is longer, and took a page of its own.
constinit const std::string_view journal_rows = R"sql(
CREATE TABLE journal_in_rows (
    device BLOB NOT NULL, seq INTEGER NOT NULL,
    hlc INTEGER NOT NULL,               -- milliseconds << 16 | counter
    body BLOB NOT NULL,                 -- deterministic CBOR, written once
    hash BLOB NOT NULL,                 -- BLAKE2b-256 of the body, which holds the previous entry's hash
    signature BLOB NOT NULL,            -- Ed25519 over the hash
    PRIMARY KEY (device, seq)
) STRICT;
INSERT INTO journal_in_rows (device, seq, hlc, body, hash, signature)
    SELECT device, seq, hlc, body, hash, signature FROM journal ORDER BY hlc, device;
DROP TABLE journal;
ALTER TABLE journal_in_rows RENAME TO journal;
)sql";

} // namespace chibo
