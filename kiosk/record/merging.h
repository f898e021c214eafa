// The inside of a merge: what waits, what may go on, and what an entry does to the rows. Private to
// record/; the rules are in merge.h.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "record/journal_store.h"
#include "record/merge.h"
#include "record/record.h"
#include "record/seals.h"
#include "record/signature_checks.h"
#include "record/withdrawals.h"

namespace chibo {

/// An entry that was checked as far as it can be by itself.
struct IncomingEntry {
    JournalPlace place {};
    Hash hash {};
    StoredEntry stored {};
    std::optional<JournalEntry> entry {}; // Read out of `stored`, where it is known already.
    // Its signature holds, or is being checked meanwhile: before the commit.
    bool checked = false;
    bool waited = false; // Came before now.
};

/// The entries of a bundle, nothing wrong with them but what may be with their signatures.
struct CheckedEntries {
    std::vector<IncomingEntry> entries {};
    std::unique_ptr<SignatureChecks> signatures {};
};

/// Lives inside one transaction.
class Merging {
public:
    Merging(Statements& statements, const Tables& tables, UnixMs now_ms);
    /// The whole of it: see merge.h.
    [[nodiscard]] static Result<Merged> merge(
        Record& record, const std::vector<StoredEntry>& entries);

    [[nodiscard]] static Result<CheckedEntries> check(
        const Record& record, const std::vector<StoredEntry>& entries);
    /// What counts as sealed in an open record: for verify.
    [[nodiscard]] static Seals seals_of(const Record& record);

    /// Takes entries into the queue; what the journal has is let through.
    void add(std::vector<IncomingEntry> entries);
    /// Takes in what can be, refuses what must be, and leaves the rest waiting.
    void run();
    /// After a withdrawal by this device: what is cut off goes, what waited is asked again.
    void settle();
    /// Whether entries of this very device came that it did not have: a copy wrote on.
    [[nodiscard]] bool took_from(DeviceId device) const { return m_taken.contains(device); }
    [[nodiscard]] Merged result();

    /// Rows of tables and columns that the program has learned since: `schema` was the last.
    void apply_newer_than(std::int64_t schema);

private:
    using Queue = std::map<std::int64_t, std::vector<IncomingEntry>>;
    using Clocks = std::map<std::string, EntryOrder, std::less<>>;

    void read_waiting();
    /// Goes on with a device as far as it goes; whether it went.
    [[nodiscard]] bool advance(DeviceId device, Queue& queue);
    [[nodiscard]] bool take_next(std::vector<IncomingEntry>& candidates);
    [[nodiscard]] bool follows(const JournalEntry& entry) const;
    [[nodiscard]] bool seen_all(const JournalEntry& entry) const;
    [[nodiscard]] bool is_cut_off(const JournalPlace& place) const;
    [[nodiscard]] bool signature_good(const IncomingEntry& incoming);
    void put_aside(const IncomingEntry& incoming);
    void refuse_entry(const IncomingEntry& incoming, const char* reason);
    void no_longer_waits(const IncomingEntry& incoming);
    void store_waiting();

    void take(const JournalEntry& entry, const IncomingEntry& incoming);
    void apply(const JournalEntry& entry, const Op& op);
    void insert(const JournalEntry& entry, const Op& op, const Table& table);
    void update(const JournalEntry& entry, const Op& op, const Table& table, const Clocks& clocks);
    void mark_removal(
        const JournalEntry& entry, const Op& op, const Table& table, const Clocks& clocks);
    void count(const JournalEntry& entry, const std::set<std::string>& made, bool proposed);
    [[nodiscard]] Clocks read_clocks(const Op& op);
    [[nodiscard]] bool apart(const JournalEntry& entry, const Op& op, EntryOrder holder);
    void mark_conflict(const std::string& table, const Bytes& key, const std::string& column);
    void mark_proposal(const JournalEntry& entry, MeetingId meeting);
    void rebuild(const std::string& table, const cbor::Value& key);
    void rebuild(const JournalEntry& entry);
    void rebuild_beside(MeetingId meeting);
    void rebuild_beside_seals(const JournalEntry& entry);
    [[nodiscard]] bool comes_late(const JournalEntry& entry) const;
    void note_sealed_meetings(const JournalEntry& entry, std::set<MeetingId>& meetings);

    void cut_off();
    void ask_refused_again();
    void take_back(const JournalPlace& from);
    void forget_proposals(MeetingId meeting);
    void index_texts();

    Statements& m_statements;
    const Tables& m_tables;
    UnixMs m_now_ms;
    Seals m_seals;
    Cutoffs m_cutoffs;
    std::map<DeviceId, ChainHead> m_heads;
    std::map<DeviceId, std::int64_t> m_seen; // The last entry that anybody has seen.
    std::map<DeviceId, Queue> m_queues;
    std::map<DeviceId, Bytes> m_public_keys;
    std::set<Bytes> m_texts; // Entries of the minutes whose text may be another now.
    std::map<DeviceId, int> m_taken;
    std::optional<JournalPlace> m_forged; // The first entry that was not signed by its device.
    Merged m_result;
};

} // namespace chibo
