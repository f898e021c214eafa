#include "record/schema.h"

#include <array>

namespace chibo {
namespace {

// Identifiers are 16-byte UUIDs. Times end in _ms (since 1970, UTC), durations in _s, days (ISO
// 8601) in _on. Nothing is deleted: `removed` is the tombstone, `undone` the taking back of a fact.
constexpr std::string_view first_schema = R"sql(
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

// Self-critique and critique: level C. What was said, handed in or checked is a row that is only
// ever added; `removed` and `undone` take it back. No table but the session's names the meeting:
// what is followed up or answered goes on after the minutes are sealed.
constexpr std::string_view critique_schema = R"sql(
CREATE TABLE self_critique (            -- handed in: until then it lies in sealed_draft
    id BLOB PRIMARY KEY NOT NULL,
    member BLOB NOT NULL,
    for_meeting BLOB NOT NULL,
    form TEXT NOT NULL,                 -- data/critique: self_critique, prompt
    rating TEXT NOT NULL DEFAULT '',    -- of oneself, where the form has one
    to_member BLOB,                     -- whom a prompt sheet's suggestion is for
    handed_in_at_ms INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE self_critique_section (
    id BLOB PRIMARY KEY NOT NULL,
    self_critique BLOB NOT NULL,
    section TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE critique_session (
    id BLOB PRIMARY KEY NOT NULL,       -- the agenda item in which it is held
    meeting BLOB NOT NULL,
    started_at_ms INTEGER NOT NULL, ended_at_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE critique_turn (            -- a member was called; two devices may both have called
    id BLOB PRIMARY KEY NOT NULL,
    session BLOB NOT NULL, member BLOB NOT NULL,
    called_at_ms INTEGER NOT NULL,
    limit_s INTEGER NOT NULL,
    done INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE critique_run (             -- a stretch of a turn; who is left in the middle has another
    id BLOB PRIMARY KEY NOT NULL,
    turn BLOB NOT NULL,
    started_at_ms INTEGER NOT NULL, ended_at_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE critique_remark (
    id BLOB PRIMARY KEY NOT NULL,
    session BLOB NOT NULL,
    about BLOB NOT NULL,                -- a member
    speaker BLOB NOT NULL,              -- a person
    kind TEXT NOT NULL,                 -- data/critique: self_critique, strength, shortcoming, …
    text TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    to_absent INTEGER NOT NULL DEFAULT 0, -- who it is about was not there: answered at the next meeting
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE critique_answer (          -- the last one holds
    id BLOB PRIMARY KEY NOT NULL,
    remark BLOB NOT NULL,
    kind TEXT NOT NULL,                 -- data/critique: accepts, in_part, explains, reserves
    text TEXT NOT NULL DEFAULT '',
    at_ms INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE critique_conclusion (      -- the last one about a member holds
    id BLOB PRIMARY KEY NOT NULL,
    session BLOB NOT NULL, about BLOB NOT NULL,
    text TEXT NOT NULL,
    due_on TEXT,
    at_ms INTEGER NOT NULL,
    released_as BLOB,                   -- the entry of the minutes that the chair released
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE commitment (               -- a shortcoming or commitment that is followed
    id BLOB PRIMARY KEY NOT NULL,
    member BLOB NOT NULL,
    text TEXT NOT NULL,
    measure TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL,               -- monthly, yearly, inspection, superior
    session BLOB,                       -- the critique it came of
    given_on TEXT NOT NULL, due_on TEXT,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE commitment_check (         -- its state is the last one's
    id BLOB PRIMARY KEY NOT NULL,
    commitment BLOB NOT NULL,
    state TEXT NOT NULL,                -- open, under_way, put_right, not_put_right
    evidence TEXT NOT NULL DEFAULT '',
    confirmed_by BLOB NOT NULL,
    session BLOB,                       -- the critique in which it was asked
    at_ms INTEGER NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE restricted_reading (       -- who saw or took out what of level C, and when
    id BLOB PRIMARY KEY NOT NULL,
    reader BLOB, role TEXT NOT NULL,    -- who, as the entry's actor
    what TEXT NOT NULL,                 -- critique, history, own_page, meeting_show, …
    how TEXT NOT NULL,                  -- screen, command_line, paper
    session BLOB, about BLOB,           -- as far as it is of one critique or of one member
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE own_code_event (           -- that a member's own code was made or given up, never the code
    id BLOB PRIMARY KEY NOT NULL,
    member BLOB NOT NULL,
    what TEXT NOT NULL,                 -- make, change, give_up
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX self_critique_by_member ON self_critique (member);
CREATE INDEX self_critique_by_meeting ON self_critique (for_meeting);
CREATE INDEX self_critique_section_by_sheet ON self_critique_section (self_critique);
CREATE INDEX critique_session_by_meeting ON critique_session (meeting);
CREATE INDEX critique_turn_by_session ON critique_turn (session, member);
CREATE INDEX critique_run_by_turn ON critique_run (turn);
CREATE INDEX critique_remark_by_session ON critique_remark (session, about);
CREATE INDEX critique_remark_by_member ON critique_remark (about, at_ms);
CREATE INDEX critique_answer_by_remark ON critique_answer (remark);
CREATE INDEX critique_conclusion_by_session ON critique_conclusion (session, about);
CREATE INDEX critique_conclusion_by_member ON critique_conclusion (about);
CREATE INDEX commitment_by_member ON commitment (member);
CREATE INDEX commitment_check_by_commitment ON commitment_check (commitment);

-- What stays on this device: a member's own code, and what only that code opens.
CREATE TABLE own_code (
    member BLOB PRIMARY KEY NOT NULL,
    salt BLOB NOT NULL, passes INTEGER NOT NULL, memory_kib INTEGER NOT NULL, -- Argon2id
    nonce BLOB NOT NULL, box BLOB NOT NULL, -- the key of the drafts, under the code's
    failures INTEGER NOT NULL DEFAULT 0,
    next_at_ms INTEGER NOT NULL DEFAULT 0 -- no try is taken before
) STRICT, WITHOUT ROWID;
CREATE TABLE sealed_draft (
    id BLOB PRIMARY KEY NOT NULL,       -- a hash of member and sheet
    member BLOB NOT NULL,
    nonce BLOB NOT NULL, box BLOB NOT NULL,
    saved_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_draft_by_member ON sealed_draft (member);
)sql";

// Several devices of one cell.
constexpr std::string_view several_devices = R"sql(
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

// The index follows the journal some commands behind (record/search_index.h).
constexpr std::string_view search_behind = R"sql(
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

constexpr std::array all_migrations {first_schema, critique_schema, several_devices, search_behind};

constexpr std::array<std::string_view, 37> travelling {"cell", "cell_heading", "setting", "member",
    "member_code", "officer", "device", "meeting", "time_anchor", "guest", "presence", "absence",
    "opening", "agenda_item", "item_run", "speaker", "entry", "vote", "task", "reading",
    "signature", "seal", "amendment", "self_critique", "self_critique_section", "critique_session",
    "critique_turn", "critique_run", "critique_remark", "critique_answer", "critique_conclusion",
    "commitment", "commitment_check", "restricted_reading", "own_code_event", "device_withdrawal",
    "conflict_choice"};

constexpr std::array<std::string_view, 12> restricted {"self_critique", "self_critique_section",
    "critique_session", "critique_turn", "critique_run", "critique_remark", "critique_answer",
    "critique_conclusion", "commitment", "commitment_check", "restricted_reading",
    "own_code_event"};

// Whatever a group means, it means together: half of one device's and half of another's would be
// nobody's. The first column stands for the group at the conflict desk.
constexpr std::array<ColumnGroup, 6> groups {{
    {"vote", {"yes", "no", "other", "entitled_present", "base", "base_kind", "majority"}},
    {"task", {"result", "state", "closed_on"}},
    {"agenda_item", {"rank", "part"}},
    {"member", {"name", "family", "middle", "given"}},
    {"absence", {"kind", "reason", "reason_text"}},
    {"meeting", {"state", "closed_at_ms"}},
}};

// What a seal freezes, less the columns that go on living. Amendments come after it by nature;
// anchors of time are the machine's own.
constexpr std::array<SealedTable, 14> sealed {{
    {"meeting", {}},
    {"guest", {}},
    {"presence", {}},
    {"absence", {}},
    {"opening", {}},
    {"agenda_item", {}},
    {"item_run", {}},
    {"speaker", {}},
    {"entry", {}},
    {"vote", {}},
    {"task", {"result", "state", "closed_on"}},
    {"reading", {}},
    {"signature", {}},
    {"seal", {}},
}};

} // namespace

std::span<const std::string_view> migrations()
{
    return all_migrations;
}

std::span<const std::string_view> travelling_tables()
{
    return travelling;
}

std::span<const std::string_view> restricted_tables()
{
    return restricted;
}

std::span<const ColumnGroup> column_groups()
{
    return groups;
}

std::span<const SealedTable> sealed_tables()
{
    return sealed;
}

} // namespace chibo
