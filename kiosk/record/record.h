// One open cell: its encrypted database, its journal, and the one way in for a change.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <SQLiteCpp/SQLiteCpp.h>

#include "meeting/clock.h"
#include "meeting/ids.h"
#include "meeting/result.h"
#include "record/cbor.h"
#include "record/keys.h"

namespace chibo {

/// Who does it, as the journal keeps it. No member: the room itself (a member who taps an own tile
/// acts as the room, with the tile's member named in the rows).
struct Actor {
    std::optional<MemberId> member;
    std::string role; // room, secretary, deputy_secretary, clerk, chair, program
};

class Record;

/// What a command works with: the record inside a running BEGIN IMMEDIATE transaction.
class Changes {
public:
    Changes(Record& record, const Actor& actor, UnixMs now_ms) :
        m_record(record), m_actor(actor), m_now_ms(now_ms)
    {
    }

    [[nodiscard]] const Record& record() const { return m_record; }
    [[nodiscard]] const Actor& actor() const { return m_actor; }
    [[nodiscard]] UnixMs now_ms() const { return m_now_ms; }
    /// A new UUIDv7 of any kind: `const auto id = changes.make_id<EntryId>();`
    template <typename AnyId> [[nodiscard]] AnyId make_id() { return AnyId {make_uuid()}; }
    /// A statement that writes; kept prepared between commands.
    [[nodiscard]] SQLite::Statement& prepare(std::string_view sql);
    /// One column of one row of any travelling table, by name.
    void write(const std::string& table, const cbor::Value& key, const std::string& column,
        const cbor::Value& value);
    /// The column and those that mean something only together with it (schema.h, column_groups).
    [[nodiscard]] std::vector<std::string> written_with(
        const std::string& table, const std::string& column) const;

private:
    [[nodiscard]] Uuid make_uuid();

    Record& m_record;
    const Actor& m_actor;
    UnixMs m_now_ms;
};

/// One change a person makes: the name the journal keeps, and what it writes. A refusal writes
/// nothing. Made by the functions of record/*_commands.h.
struct Command {
    std::string name; // check_in, record_entry, …
    std::function<Result<void>(Changes&)> apply;
};

/// Where an entry stands in the journal.
struct JournalPlace {
    DeviceId device;
    std::int64_t seq = 0;
};

/// An open cell. Only one thread uses it. Machine failures (full disk, locked by another program)
/// are exceptions derived from std::runtime_error; `sentence_for` (record/failures.h) turns them
/// into an Error.
class Record {
public:
    /// Opens `file` with the raw key, brings the schema up to date, and makes this device's
    /// identity where there is none or the file was copied. Refuses a file that is missing
    /// (record.missing), no record or of another key (record.not_a_record), of a newer schema
    /// (record.newer), held by another program (record.busy), or that cannot be written
    /// (record.read_only).
    [[nodiscard]] static Result<std::unique_ptr<Record>> open(
        const std::filesystem::path& file, const Key& key, const Clock& clock, Random& random);
    /// The same for a file that must not be there yet (record.exists).
    [[nodiscard]] static Result<std::unique_ptr<Record>> create(
        const std::filesystem::path& file, const Key& key, const Clock& clock, Random& random);
    ~Record();

    /// Runs one command as one transaction and one journal entry. On refusal or exception nothing
    /// is kept. A command that changed nothing makes no entry and gives seq 0.
    [[nodiscard]] Result<JournalPlace> run(const Command& command, const Actor& actor);
    /// Writes what does not travel (drafts, interface state, wrong tries): a transaction without an
    /// entry.
    void run_local(const std::function<void(SQLite::Database&)>& write);
    /// Takes one entry back by the opposite operations, as a new entry. Refused where a later
    /// change stands on it (journal.undo_blocked, which names that change).
    [[nodiscard]] Result<JournalPlace> undo(const JournalPlace& entry, const Actor& actor);

    /// Moves with every committed change, this process's or another's.
    [[nodiscard]] std::int64_t version() const;
    /// When the last journal entry was committed.
    [[nodiscard]] UnixMs saved_at_ms() const;
    [[nodiscard]] const Clock& clock() const;
    [[nodiscard]] DeviceId device() const;
    [[nodiscard]] const Key& key() const;
    [[nodiscard]] const std::filesystem::path& file() const;
    /// A statement that reads; kept prepared. For record/ only. Asking for the same text again
    /// resets it.
    [[nodiscard]] SQLite::Statement& prepare(std::string_view sql) const;

private:
    friend class Changes;
    friend class Merging;
    friend class ConflictDesk;
    struct Parts;
    explicit Record(std::unique_ptr<Parts> parts);
    [[nodiscard]] static Result<std::unique_ptr<Record>> open_file(
        std::unique_ptr<Parts> parts, int flags);
    [[nodiscard]] Result<JournalPlace> run(
        const Command& command, const Actor& actor, const std::optional<JournalPlace>& undoes);
    void become_device();
    std::unique_ptr<Parts> m_parts;
};

} // namespace chibo
