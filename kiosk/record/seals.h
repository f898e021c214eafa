// What a meeting's seal keeps out: changes of sealed rows by who had not seen the seal. Private to
// record/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "record/database.h"
#include "record/journal.h"

namespace chibo {

/// The seal that counts for each meeting: the earliest of those that are here.
class Seals {
public:
    Seals(Statements& statements, const Tables& tables);

    /// Reads them anew: one came or went.
    void read();
    /// Whether some seal here was not seen by the entry's device. False: it shields nothing.
    [[nodiscard]] bool unseen_by(const JournalEntry& entry) const;
    /// The sealed meeting that keeps this operation out; nothing: it goes through.
    [[nodiscard]] std::optional<MeetingId> shields(const JournalEntry& entry, const Op& op);
    /// The sealed meeting of whose content the operation is, whether it is kept out or not.
    [[nodiscard]] std::optional<MeetingId> sealed_meeting(const Op& op);
    /// Every entry that some seal of the meeting may shield.
    [[nodiscard]] std::vector<JournalEntry> read_beside(MeetingId meeting);

private:
    struct Seal {
        JournalPlace place {};
        std::optional<JournalEntry> entry {}; // Read when it is first needed.
    };

    [[nodiscard]] const JournalEntry& entry_of(Seal& seal);
    [[nodiscard]] bool frozen(const Op& op) const;
    [[nodiscard]] std::optional<MeetingId> meeting_of(const Op& op);
    /// A column of a row that never changes: from the operation, the row, or the journal.
    [[nodiscard]] cbor::Value value_of(
        const std::string& table, const cbor::Value& key, const char* column, const Op* op);

    Statements& m_statements;
    const Tables& m_tables;
    std::map<MeetingId, Seal> m_seals;
    std::map<DeviceId, std::int64_t> m_last; // Of each device, the last entry that is a seal.
};

} // namespace chibo
