#include "record/schema_steps.h"

namespace chibo {

// Identifiers are 16-byte UUIDs. Times end in _ms (since 1970, UTC), durations in _s, days (ISO
// 8601) in _on. Nothing is deleted: `removed` is the tombstone, `undone` the taking back of a fact.
constinit const std::string_view first_schema = R"sql(
-- What travels: every change of these is a journal entry.
CREATE TABLE cell (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,                 -- Chi bộ Văn phòng
    organisation TEXT NOT NULL DEFAULT '', -- shown below the name: Hội Liên hiệp Phụ nữ tỉnh
    room TEXT NOT NULL DEFAULT ''       -- where it usually meets
) STRICT, WITHOUT ROWID;
CREATE TABLE cell_heading (             -- the head of papers, by the day from which it holds
    id BLOB PRIMARY KEY NOT NULL,
    valid_from_on TEXT NOT NULL,
    parent_line TEXT NOT NULL,          -- ĐẢNG BỘ HỘI LHPN TỈNH
    cell_line TEXT NOT NULL,            -- CHI BỘ VĂN PHÒNG
    place TEXT NOT NULL,                -- Bình Minh
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
    id TEXT PRIMARY KEY NOT NULL,       -- check_in/signature, minutes/rest, …
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE member (
    id BLOB PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL,            -- in the cell, from 1; picks the avatar's tint
    name TEXT NOT NULL,                 -- as written
    family TEXT NOT NULL, middle TEXT NOT NULL, given TEXT NOT NULL, -- for the order of names; the clerk may change them
    birth_on TEXT, sex TEXT NOT NULL DEFAULT '', -- female, male
    position TEXT NOT NULL DEFAULT '',  -- secretary, deputy_secretary, committee_member
    standing TEXT NOT NULL DEFAULT 'official', -- probationary, temporary_here, exempt, temporary_away, suspended
    joined_on TEXT, official_on TEXT,
    card_number TEXT NOT NULL DEFAULT '', -- Party card; never a key, never reported
    photo BLOB,
    left_on TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE member_code (              -- what a scanner may read: only a keyed hash is kept
    id BLOB PRIMARY KEY NOT NULL,
    member BLOB NOT NULL,
    kind TEXT NOT NULL,                 -- card, citizen
    hash BLOB NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE officer (
    id BLOB PRIMARY KEY NOT NULL,
    member BLOB NOT NULL,
    role TEXT NOT NULL,                 -- secretary, deputy_secretary, clerk
    pin_hash TEXT NOT NULL DEFAULT '',  -- Argon2id, libsodium's string
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE device (                   -- the first entry of each device brings its own row
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    public_key BLOB NOT NULL,           -- Ed25519
    added_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
    id BLOB PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,                 -- regular, thematic, combined, review, extraordinary, flag_salute
    title TEXT NOT NULL,
    planned_start_ms INTEGER NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    chair BLOB, clerk BLOB,             -- members
    template TEXT NOT NULL DEFAULT '',  -- data/agendas
    rule_set TEXT NOT NULL,             -- data/rules, with the day from which it holds
    limit_minutes INTEGER NOT NULL,     -- 90 or 120, as the template says
    state TEXT NOT NULL DEFAULT 'planned', -- open, closing, sealed
    check_in_at_ms INTEGER,             -- check-in was opened
    opened_at_ms INTEGER, closed_at_ms INTEGER,
    clerk_runs_agenda INTEGER NOT NULL DEFAULT 0, -- the chair has allowed it
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE time_anchor (              -- wall clock beside the machine's own, at the opening and after each start
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL,
    wall_ms INTEGER NOT NULL, elapsed_ms INTEGER NOT NULL, boot TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE guest (
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'guest', -- superior (cấp ủy cấp trên), cross_visit (dự chéo)
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE presence (                 -- one stay in the room; who leaves and comes back has two
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL,
    person BLOB NOT NULL,               -- a member or a guest
    arrived_at_ms INTEGER NOT NULL, left_at_ms INTEGER,
    how TEXT NOT NULL,                  -- tap, card, clerk, remote
    reason TEXT NOT NULL DEFAULT '',    -- why there is no signature
    signature BLOB,                     -- strokes (ui/widgets/signature_pad.h)
    undone INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE absence (
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL,
    member BLOB NOT NULL,
    kind TEXT NOT NULL,                 -- announced, excused, unexcused
    reason TEXT NOT NULL DEFAULT '',    -- duty, ill, leave, family, study, other
    reason_text TEXT NOT NULL DEFAULT '', -- only with other
    noted_at_ms INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE opening (                  -- the figures that the chair read aloud
    id BLOB PRIMARY KEY NOT NULL,       -- the meeting
    announced_at_ms INTEGER NOT NULL,
    total INTEGER NOT NULL, official INTEGER NOT NULL, probationary INTEGER NOT NULL, temporary_here INTEGER NOT NULL,
    exempt INTEGER NOT NULL, temporary_away INTEGER NOT NULL, required INTEGER NOT NULL,
    present INTEGER NOT NULL, present_official INTEGER NOT NULL, present_probationary INTEGER NOT NULL,
    excused INTEGER NOT NULL, unexcused INTEGER NOT NULL, guests INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda_item (
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL,
    rank TEXT NOT NULL,                 -- fractional: meeting/rank.h
    part TEXT NOT NULL,                 -- opening, content, closing
    kind TEXT NOT NULL DEFAULT '',      -- attendance, adopt_agenda, discussion, resolution, adopt_minutes, …
    title TEXT NOT NULL, short_title TEXT NOT NULL DEFAULT '',
    presenter BLOB,                     -- a person
    planned_s INTEGER NOT NULL, added_s INTEGER NOT NULL DEFAULT 0, -- prolonged by the chair
    state TEXT NOT NULL DEFAULT 'planned', -- running, paused, done, skipped
    carried_from BLOB,                  -- the task that the last meeting left undone
    secret INTEGER NOT NULL DEFAULT 0,  -- only "Nội dung phổ biến theo quy định bảo mật" is kept
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE item_run (                 -- a stretch in which the item ran; a pause ends one
    id BLOB PRIMARY KEY NOT NULL,
    item BLOB NOT NULL,
    started_at_ms INTEGER NOT NULL, ended_at_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE speaker (                  -- asked for the floor, has it, had it
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL, item BLOB NOT NULL, person BLOB NOT NULL,
    rank TEXT NOT NULL,
    limit_s INTEGER NOT NULL,
    requested_at_ms INTEGER NOT NULL, started_at_ms INTEGER, ended_at_ms INTEGER,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL, item BLOB NOT NULL,
    kind TEXT NOT NULL,                 -- opinion, conclusion, task, vote
    speaker BLOB,                       -- a person
    text TEXT NOT NULL,                 -- of a vote: the motion
    at_ms INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE vote (
    id BLOB PRIMARY KEY NOT NULL,       -- the entry's
    meeting BLOB NOT NULL,
    purpose TEXT NOT NULL DEFAULT '',   -- agenda, resolution, minutes
    method TEXT NOT NULL DEFAULT 'show_of_hands',
    entitled_present INTEGER NOT NULL,  -- may vote and in the room when it closed; yes + no + other adds up to it
    base INTEGER NOT NULL, base_kind TEXT NOT NULL, -- official, summoned, present
    majority TEXT NOT NULL,             -- half, two_thirds
    yes INTEGER NOT NULL, no INTEGER NOT NULL, other INTEGER NOT NULL,
    reserved TEXT NOT NULL DEFAULT ''   -- who asked that their reserved opinion be named
) STRICT, WITHOUT ROWID;
CREATE TABLE task (
    id BLOB PRIMARY KEY NOT NULL,       -- the entry's
    meeting BLOB NOT NULL,
    owner BLOB NOT NULL,                -- one accountable member
    due_on TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'new',  -- under_way, done, cancelled
    result TEXT NOT NULL DEFAULT '',
    closed_on TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (                  -- an item read back to the cell
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL, item BLOB NOT NULL,
    read_at_ms INTEGER NOT NULL,
    content_hash BLOB NOT NULL          -- of the item's text as it was read
) STRICT, WITHOUT ROWID;
CREATE TABLE signature (
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL,
    role TEXT NOT NULL,                 -- chair, clerk
    member BLOB NOT NULL,
    strokes BLOB NOT NULL,
    content_hash BLOB NOT NULL,         -- of the text that was signed; an edit after it voids it
    signed_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE seal (
    id BLOB PRIMARY KEY NOT NULL,       -- the meeting
    content TEXT NOT NULL,              -- the canonical text of what was sealed
    hash BLOB NOT NULL,                 -- BLAKE2b-256 of it; the paper's QR code
    sealed_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE amendment (                -- đính chính: beside the sealed text, never in it
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL, author BLOB NOT NULL,
    reason TEXT NOT NULL, text TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_by_start ON meeting (planned_start_ms);
CREATE INDEX guest_by_meeting ON guest (meeting);
CREATE INDEX presence_by_meeting ON presence (meeting, person);
CREATE INDEX absence_by_meeting ON absence (meeting, member);
CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting, rank);
CREATE INDEX item_run_by_item ON item_run (item);
CREATE INDEX speaker_by_meeting ON speaker (meeting, item);
CREATE INDEX entry_by_meeting ON entry (meeting, at_ms);
CREATE INDEX vote_by_meeting ON vote (meeting);
CREATE INDEX task_by_meeting ON task (meeting);
CREATE INDEX task_by_state ON task (state, due_on);
CREATE INDEX reading_by_meeting ON reading (meeting);
CREATE INDEX signature_by_meeting ON signature (meeting);
CREATE INDEX amendment_by_meeting ON amendment (meeting);
CREATE INDEX time_anchor_by_meeting ON time_anchor (meeting);
CREATE INDEX member_code_by_hash ON member_code (hash);
CREATE INDEX member_code_by_member ON member_code (member);

-- What stays on this device.
CREATE TABLE own_device (               -- which device this file is; a copy of the file becomes another
    device BLOB PRIMARY KEY NOT NULL,
    secret_key BLOB NOT NULL,           -- Ed25519; the database is encrypted
    home TEXT NOT NULL                  -- machine and file: a copied or restored file has another
) STRICT, WITHOUT ROWID;
CREATE TABLE journal (
    device BLOB NOT NULL, seq INTEGER NOT NULL,
    hlc INTEGER NOT NULL,               -- milliseconds << 16 | counter
    body BLOB NOT NULL,                 -- deterministic CBOR, written once
    hash BLOB NOT NULL,                 -- BLAKE2b-256 of the body, which holds the previous entry's hash
    signature BLOB NOT NULL,            -- Ed25519 over the hash
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_key (              -- which entries touched a row: history and undo
    key BLOB NOT NULL, hlc INTEGER NOT NULL, device BLOB NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (key, hlc, device, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE cell_clock (               -- who wrote a column last; the column '' stands for the whole insertion
    tbl TEXT NOT NULL, key BLOB NOT NULL, col TEXT NOT NULL,
    hlc INTEGER NOT NULL, device BLOB NOT NULL,
    PRIMARY KEY (tbl, key, col)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (                    -- text still being typed
    place TEXT PRIMARY KEY NOT NULL,    -- minutes/<meeting>/<item>, plan/…
    text TEXT NOT NULL,
    caret INTEGER NOT NULL DEFAULT 0, anchor INTEGER NOT NULL DEFAULT 0, -- bytes
    detail TEXT NOT NULL DEFAULT '',    -- JSON: speaker, kind, due day, the entry being edited
    saved_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ui_state (
    id TEXT PRIMARY KEY NOT NULL,       -- screen, meeting, …
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE pin_attempt (
    officer BLOB PRIMARY KEY NOT NULL,
    failures INTEGER NOT NULL,
    next_at_ms INTEGER NOT NULL         -- no try is taken before
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE entry_text USING fts5(folded, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0"); -- made again from `entry` at any time
CREATE TABLE entry_text_row (rowid INTEGER PRIMARY KEY, entry BLOB NOT NULL) STRICT;
CREATE INDEX entry_text_row_by_entry ON entry_text_row (entry);
)sql";

} // namespace chibo
