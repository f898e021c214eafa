#include "record/schema_steps.h"

namespace chibo {

// Several devices of one cell.
constinit const std::string_view several_devices = R"sql(
-- What travels.
CREATE TABLE device_withdrawal (        -- entries of the device after the last one are not taken
    id BLOB PRIMARY KEY NOT NULL,
    device BLOB NOT NULL,
    last_seq INTEGER NOT NULL,
    withdrawn_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE conflict_choice (          -- what a person decided at the conflict desk
    id BLOB PRIMARY KEY NOT NULL,
    tbl TEXT NOT NULL, key BLOB NOT NULL, col TEXT NOT NULL, -- where; of a proposal: its entry
    choice TEXT NOT NULL,               -- one, both, common, amended, declined
    chosen_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_choice_by_place ON conflict_choice (tbl, key, col);

-- What stays on this device.
CREATE TABLE waiting_entry (            -- came before the one that it follows
    device BLOB NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL,
    body BLOB NOT NULL, signature BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (device, seq, hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE refused_entry (
    device BLOB NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL,
    body BLOB NOT NULL, signature BLOB NOT NULL,
    reason TEXT NOT NULL,               -- merge.withdrawn, merge.fork
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (device, seq, hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE seal_entry (               -- which entries sealed a meeting; the earliest counts
    meeting BLOB NOT NULL, hlc INTEGER NOT NULL, device BLOB NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (meeting, hlc, device)
) STRICT, WITHOUT ROWID;
INSERT INTO seal_entry (meeting, hlc, device, seq)
    SELECT journal_key.key, journal_key.hlc, journal_key.device, journal_key.seq
    FROM cell_clock JOIN journal_key ON journal_key.key = cell_clock.key
        AND journal_key.hlc = cell_clock.hlc AND journal_key.device = cell_clock.device
    WHERE cell_clock.tbl = 'seal' AND cell_clock.col = '';
CREATE TABLE withdrawal_entry (         -- of taken and of refused entries
    by_device BLOB NOT NULL, by_seq INTEGER NOT NULL, device BLOB NOT NULL,
    last_seq INTEGER NOT NULL, hlc INTEGER NOT NULL, at_ms INTEGER NOT NULL,
    PRIMARY KEY (by_device, by_seq, device)
) STRICT, WITHOUT ROWID;
CREATE TABLE conflict_mark (            -- where to look for two values written apart
    tbl TEXT NOT NULL, key BLOB NOT NULL, col TEXT NOT NULL,
    PRIMARY KEY (tbl, key, col)
) STRICT, WITHOUT ROWID;
CREATE TABLE proposal_mark (            -- entries that came for a sealed meeting
    device BLOB NOT NULL, seq INTEGER NOT NULL, meeting BLOB NOT NULL,
    PRIMARY KEY (device, seq, meeting)
) STRICT, WITHOUT ROWID;
CREATE TABLE device_heard (
    device BLOB PRIMARY KEY NOT NULL,
    heard_at_ms INTEGER NOT NULL,       -- something of it last came in
    written_at_ms INTEGER,              -- its last bundle, by its clock
    taken_in_at_ms INTEGER,             -- the same bundle, by this clock
    ahead_least_ms INTEGER, ahead_most_ms INTEGER -- its clock against this one
) STRICT, WITHOUT ROWID;
CREATE TABLE device_known (             -- what a device said that it has
    device BLOB NOT NULL, other BLOB NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (device, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE exchange (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,                 -- written, taken_in, refused
    at_ms INTEGER NOT NULL,
    device_name TEXT NOT NULL, file TEXT NOT NULL,
    entries INTEGER NOT NULL,
    detail BLOB NOT NULL,               -- CBOR: what came, or why not
    put_away INTEGER NOT NULL DEFAULT 0
) STRICT;
)sql";

} // namespace chibo
