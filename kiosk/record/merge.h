// Taking in journal entries of other devices: the same set of entries gives the same record
// whatever the order of arrival, repetition and restarts.
//
// The rules, each beside its test in tests/record/merge_test.cpp:
// * A row is there when the latest insertion or removal of its key is an insertion. A column has
// the
//   value of the latest (hlc, device) that wrote it. Columns that only mean something together
//   (schema.h, column_groups) are written together.
// * An entry is taken when the one before it of its device, and all that its device had seen, are
//   here. Until then it waits, listed.
// * An hlc is a counter, never a time that anybody is shown. A clock far ahead is therefore let in:
//   whoever has seen it counts on from there. Only what could overflow is refused (last_hlc).
// * A meeting is sealed by the earliest seal. What was written without having seen it does not
//   change the sealed rows: it becomes a proposal to amend.
// * Of a withdrawn device, entries after the one that the withdrawal names are refused, whenever
//   they came. Of two devices that withdraw each other, the earlier withdrawal counts.
//   What others did to rows that such an entry made is asked again whether a seal keeps it out.
// * What a newer program wrote of tables and columns unknown here stays in the journal and is
//   applied after the upgrade.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "record/journal.h"

namespace chibo {

/// An entry as it travels: the bytes that were hashed, and the signature over their hash.
struct StoredEntry {
    Bytes body {};
    Bytes signature {};
};

/// What came, in the words of the screen "Đồng bộ". Only what was new here.
struct Came {
    struct From {
        DeviceId device;
        std::string name;
        int entries = 0;
    };

    int entries = 0; // Journal entries: "changes" on the screen.
    int operations = 0;
    int known = 0; // Were here already.
    int check_ins = 0, opinions = 0, tasks = 0, votes = 0, meetings = 0, members = 0; // Rows made.
    int others = 0; // Entries that made none of these.
    int conflicts = 0; // Places that a person must look at, which were not there before.
    int proposals = 0; // Entries for a sealed meeting.
    std::vector<From> from {};
};

struct RefusedEntry {
    DeviceId device;
    std::string device_name;
    std::int64_t seq = 0;
    Error reason; // merge.withdrawn, merge.fork
    UnixMs at_ms = 0; // When it was refused here.
};

struct Merged {
    Came came {};
    std::vector<RefusedEntry> refused {}; // Now; read_refused_entries has all.
    int waiting = 0; // That wait now, for want of an earlier one.
};

/// Checks all entries, then takes them in: one transaction. Refuses the whole, and leaves the
/// record untouched, where an entry is none (merge.unreadable), is not signed by its device
/// (merge.signature), does not fit the tables (merge.shape), counts backwards or beyond all
/// (merge.clock), or changes another device's key (merge.device_key). What is here already is let
/// through. Safe to repeat.
[[nodiscard]] Result<Merged> merge(Record& record, const std::vector<StoredEntry>& entries);

/// The checks of merge() alone: changes nothing.
[[nodiscard]] Result<void> check_entries(
    const Record& record, const std::vector<StoredEntry>& entries);

/// What is here beyond `known`, device by device: what a bundle carries.
[[nodiscard]] std::vector<StoredEntry> read_stored_entries(
    const Record& record, const std::map<DeviceId, std::int64_t>& known);

} // namespace chibo
