#include "record/schema_steps.h"

namespace chibo {

// Self-critique and critique: level C. What was said, handed in or checked is a row that is only
// ever added; `removed` and `undone` take it back. No table but the session's names the meeting:
// what is followed up or answered goes on after the minutes are sealed.
constinit const std::string_view critique_schema = R"sql(
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

} // namespace chibo
