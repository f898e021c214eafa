#include "exchange/bundle.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "exchange/bundle_payload.h"
#include "meeting/dates.h"
#include "meeting/file_names.h"
#include "record/cell_queries.h"
#include "record/critique_commands.h"
#include "record/critique_queries.h"
#include "record/device_commands.h"
#include "record/exchanges.h"

namespace chibo {
namespace {

constexpr std::string_view magic = "CHIBOBDL";

Error with_file(Error error, const std::filesystem::path& file)
{
    error.values["file"] = file.filename().string();
    return error;
}

/// Remembered for "Tệp chưa nhận", unless the machine could not read it at all.
Error note_refused(
    Record& record, Error error, const std::filesystem::path& file, const std::string& device_name)
{
    Exchange refused;
    refused.kind = Exchange::Kind::Refused;
    refused.device_name = device_name;
    refused.file = file.filename().string();
    refused.reason = error;
    note_exchange(record, refused);
    return error;
}

void note_taken_in(
    Record& record, const Bundle& bundle, const Merged& merged, const std::filesystem::path& file)
{
    Heard heard {
        .device = bundle.device, .heads = bundle.heads, .written_at_ms = bundle.written_at_ms};
    for (const Bundle::Heard& one : bundle.heard) {
        if (one.device == record.device())
            heard.took_in = std::pair(one.written_at_ms, one.heard_at_ms);
    }
    note_heard(record, heard);
    Exchange exchange;
    exchange.kind = Exchange::Kind::TakenIn;
    exchange.device_name = bundle.device_name;
    exchange.file = file.filename().string();
    exchange.entries = static_cast<int>(bundle.entries.size());
    exchange.came = merged.came;
    exchange.refused = static_cast<int>(merged.refused.size());
    exchange.waiting = merged.waiting;
    note_exchange(record, exchange);
}

} // namespace

Bundle collect_bundle(const Record& record, const Sending& sending)
{
    Bundle bundle;
    bundle.cell = read_cell(record).id;
    bundle.device = record.device();
    for (const Device& device : read_devices(record)) {
        if (device.own)
            bundle.device_name = device.name;
    }
    bundle.written_at_ms = record.clock().now_ms();
    bundle.heads = read_heads(record);
    for (const LastBundle& last : read_last_bundles(record))
        bundle.heard.push_back({last.device, last.written_at_ms, last.taken_in_at_ms});
    bundle.entries = read_stored_entries(record,
        sending.what == Sending::What::Whole ? Heads {}
            : sending.to                     ? read_known_heads(record, *sending.to)
                                             : read_heads_of_others(record));
    return bundle;
}

Result<Bundle> take_out(Record& record, const Sending& sending)
{
    Bundle bundle = collect_bundle(record, sending);
    if (!holds_restricted(bundle.entries))
        return bundle;
    const NotedReading note {.what = "critique", .how = "bundle", .session = {}, .about = {}};
    if (const auto noted = record.run(note_reading(note), sending.by); !noted)
        return tl::unexpected(noted.error());
    const Heads before = std::exchange(bundle.heads, read_heads(record));
    std::ranges::move(read_stored_entries(record, before), std::back_inserter(bundle.entries));
    return bundle;
}

std::string bundle_file_name(const Bundle& bundle)
{
    constexpr std::size_t mark_length = 8; // Two devices may have one name.
    const std::string id = bundle.device.text();
    const std::string time = hm(bundle.written_at_ms);
    return fmt::format("chibo-{}-{}-{}-{}{}.chibo", plain_file_name(bundle.device_name),
        id.substr(id.size() - mark_length), iso(date_of(bundle.written_at_ms)), time.substr(0, 2),
        time.substr(3, 2));
}

Result<void> write_bundle(const std::filesystem::path& file, const Bundle& bundle, const Key& key,
    const Progress& progress)
{
    const SealedHead head {.magic = magic, .salt = draw_salt()};
    const std::size_t entries = bundle.entries.size();
    return write_sealed(
        file, head, [&](const SealedHead& clear) { return file_key(key, clear); },
        encode_bundle(bundle),
        [&](std::size_t done, std::size_t all) {
            return !progress || progress(entries * done / std::max<std::size_t>(all, 1), entries);
        });
}

bool is_bundle(const std::filesystem::path& file)
{
    std::string start(magic.size(), '\0');
    std::ifstream(file, std::ios::binary)
        .read(start.data(), static_cast<std::streamsize>(start.size()));
    return start == magic;
}

Result<Bundle> read_bundle(
    const std::filesystem::path& file, const Key& key, const Progress& progress)
{
    const auto payload = read_sealed(
        file, magic, [&](const SealedHead& clear) { return file_key(key, clear); }, progress);
    if (!payload) {
        Error error = payload.error();
        if (error.key == "bundle.other_key")
            error.key = "bundle.other_cell";
        return tl::unexpected(std::move(error));
    }
    auto bundle = decode_bundle(*payload);
    if (!bundle)
        return tl::unexpected(with_file({"bundle.unreadable", {}}, file));
    return std::move(*bundle);
}

Result<Merged> take_in(Record& record, const Bundle& bundle, const std::filesystem::path& file)
{
    auto merged = merge(record, bundle.entries);
    if (!merged)
        return tl::unexpected(
            note_refused(record, with_file(merged.error(), file), file, bundle.device_name));
    // One's own bundle tells nothing of anybody.
    if (bundle.device != record.device())
        note_taken_in(record, bundle, *merged, file);
    return merged;
}

Result<Merged> import_bundle(
    Record& record, const std::filesystem::path& file, const Progress& progress)
{
    const auto bundle = read_bundle(file, record.key(), progress);
    if (bundle)
        return take_in(record, *bundle, file);
    if (bundle.error().key == "bundle.stopped") // As asked: no fault of the file's.
        return tl::unexpected(bundle.error());
    return tl::unexpected(note_refused(record, bundle.error(), file, ""));
}

Result<Exported> export_bundle(
    Record& record, const std::filesystem::path& place, const Sending& sending)
{
    const auto bundle = take_out(record, sending);
    if (!bundle)
        return tl::unexpected(bundle.error());
    std::error_code none;
    const std::filesystem::path file
        = std::filesystem::is_directory(place, none) ? place / bundle_file_name(*bundle) : place;
    if (const auto written = write_bundle(file, *bundle, record.key()); !written)
        return tl::unexpected(written.error());
    Exchange exchange;
    exchange.file = file.filename().string();
    exchange.entries = static_cast<int>(bundle->entries.size());
    for (const Device& device : read_devices(record)) {
        if (device.id == sending.to)
            exchange.device_name = device.name;
    }
    note_exchange(record, exchange);
    return Exported {file, exchange.entries};
}

} // namespace chibo
