// A bundle: journal entries for another device of the cell, sealed under the cell's key. Who
// carries it can neither read nor alter it (SECURITY.md says what it shows).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "exchange/sealed_file.h"
#include "record/devices_queries.h"
#include "record/merge.h"
#include "record/record.h"

namespace chibo {

/// What a bundle holds, in the clear.
struct Bundle {
    CellId cell {};
    DeviceId device {}; // That wrote it.
    std::string device_name {};
    UnixMs written_at_ms = 0; // By its clock.
    Heads heads {}; // The last entries that it has.
    /// The last bundle it took in of each other device: when that one was written by that
    /// device's clock, and when it was taken in by its own.
    struct Heard {
        DeviceId device {};
        UnixMs written_at_ms = 0, heard_at_ms = 0;
    };
    std::vector<Heard> heard {};
    std::vector<StoredEntry> entries {};
};

/// What goes, and by whom.
struct Sending {
    enum class What : std::uint8_t { Lacking, Whole };

    std::optional<DeviceId> to {}; // None: what any other device lacks that still counts.
    What what = What::Lacking;
    Actor by {};
};
/// Reads the entries that go.
[[nodiscard]] Bundle collect_bundle(const Record& record, const Sending& sending = {});
/// The same. What of level C is among them is noted first, and the note goes along.
[[nodiscard]] Result<Bundle> take_out(Record& record, const Sending& sending);
/// A name for it on a stick: chibo-<device>-<end of its id>-<day>-<time>.chibo
[[nodiscard]] std::string bundle_file_name(const Bundle& bundle);

/// On a worker thread, if it is long: needs no record. `progress` counts entries. Written beside,
/// synced, renamed: a stick that is pulled out has the old file or the new one whole. Refuses a
/// disk without room (bundle.no_room), a place that takes no file (bundle.not_written), and a stop
/// (bundle.stopped).
[[nodiscard]] Result<void> write_bundle(const std::filesystem::path& file, const Bundle& bundle,
    const Key& key, const Progress& progress = {});

/// By its first letters, whatever its name and the rest of it.
[[nodiscard]] bool is_bundle(const std::filesystem::path& file);
/// Opens, decrypts and checks it all; needs no record. Refused: bundle.missing, bundle.not_one,
/// bundle.newer, bundle.too_long, bundle.other_cell, bundle.cut_off, bundle.altered,
/// bundle.inflates, bundle.unreadable, bundle.stopped. Each names `file`.
[[nodiscard]] Result<Bundle> read_bundle(
    const std::filesystem::path& file, const Key& key, const Progress& progress = {});

/// Takes it in: one transaction, safe to repeat. Remembers the exchange, and a refusal too.
[[nodiscard]] Result<Merged> take_in(
    Record& record, const Bundle& bundle, const std::filesystem::path& file = {});

/// `read_bundle` and `take_in`; what a refused file was is remembered for "Tệp chưa nhận".
[[nodiscard]] Result<Merged> import_bundle(
    Record& record, const std::filesystem::path& file, const Progress& progress = {});
struct Exported {
    std::filesystem::path file;
    int entries = 0;
};
/// `take_out` and `write_bundle`, into the file or, under `bundle_file_name`, into the folder.
[[nodiscard]] Result<Exported> export_bundle(
    Record& record, const std::filesystem::path& place, const Sending& sending = {});

} // namespace chibo
