// The verbs of several devices of one cell: export, import, and the devices themselves.
#include <algorithm>
#include <iostream>

#include <fmt/format.h>

#include "exchange/bundle.h"
#include "exchange/invitation.h"
#include "main_critique.h"
#include "main_json.h"
#include "main_verbs.h"
#include "record/device_commands.h"
#include "record/member_queries.h"

namespace chibo {
namespace {

/// The one cell that is meant: named, the only one, or the one that was open last.
OpenedCell& one_cell(OpenedRecord& opened)
{
    auto& cells = opened.cells();
    const auto last
        = std::ranges::find(cells, opened.folder().machine().last_cell, &OpenedCell::id);
    return last == cells.end() ? cells.front() : *last;
}

Json refused_json(const RefusedEntry& refused)
{
    return {{"device", refused.device_name.empty() ? refused.device.text() : refused.device_name},
        {"seq", refused.seq}, {"reason", sentence(refused.reason)}};
}

Json merged_json(const Merged& merged)
{
    const Came& came = merged.came;
    Json json {{"entries", came.entries}, {"operations", came.operations}, {"known", came.known},
        {"check_ins", came.check_ins}, {"opinions", came.opinions}, {"tasks", came.tasks},
        {"votes", came.votes}, {"meetings", came.meetings}, {"members", came.members},
        {"others", came.others}, {"conflicts", came.conflicts}, {"proposals", came.proposals},
        {"waiting", merged.waiting}};
    json["from"] = Json::array();
    for (const Came::From& from : came.from)
        json["from"].push_back({{"device", from.name}, {"entries", from.entries}});
    json["refused"] = Json::array();
    for (const RefusedEntry& refused : merged.refused)
        json["refused"].push_back(refused_json(refused));
    return json;
}

void print_merged(const std::string& file, const std::string& cell, const Merged& merged)
{
    const Came& came = merged.came;
    const auto number = [](auto count) { return std::to_string(count); };
    say("verbs.merged",
        {{"file", file}, {"cell", cell}, {"entries", number(came.entries)},
            {"known", number(came.known)}, {"check_ins", number(came.check_ins)},
            {"opinions", number(came.opinions)}, {"tasks", number(came.tasks)},
            {"votes", number(came.votes)}, {"others", number(came.others)}});
    for (const Came::From& from : came.from)
        say("verbs.merged_from", {{"device", from.name}, {"entries", number(from.entries)}});
    if (came.conflicts + came.proposals + merged.waiting > 0)
        say("verbs.merged_open",
            {{"conflicts", number(came.conflicts)}, {"proposals", number(came.proposals)},
                {"waiting", number(merged.waiting)}});
    for (const RefusedEntry& refused : merged.refused)
        std::cerr << "chibo: " << sentence(refused.reason) << "\n";
}

/// A folder stands for the bundles in it, in the order of their names. Refuses one without any
/// (verbs.nothing_to_import).
Result<std::vector<std::filesystem::path>> files_of(const std::string& name)
{
    std::error_code none;
    if (!std::filesystem::is_directory(name, none))
        return std::vector<std::filesystem::path> {name};
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(name)) {
        if (entry.path().extension() == ".chibo")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    if (files.empty())
        return refuse("verbs.nothing_to_import", {{"folder", name}});
    return files;
}

struct ReadBundle {
    OpenedCell* cell = nullptr;
    Bundle bundle;
};

/// The cell whose key opens the bundle; the reason of the last one where none does.
Result<ReadBundle> find_cell(OpenedRecord& opened, const std::filesystem::path& file)
{
    Result<ReadBundle> found = refuse("bundle.missing", {{"file", file.filename().string()}});
    for (OpenedCell& cell : opened.cells()) {
        auto bundle = read_bundle(file, cell.record->key());
        if (bundle)
            return ReadBundle {&cell, std::move(*bundle)};
        found = tl::unexpected(bundle.error());
        if (bundle.error().key == "bundle.other_cell")
            continue;
        found.error().values["cell"] = cell.name;
        break;
    }
    return found;
}

/// Remembered where the kiosk shows it: by the cell whose it is, as far as that can be told.
tl::unexpected<Error> note_refused(
    OpenedRecord& opened, const Error& error, const std::filesystem::path& file)
{
    const auto named = error.values.find("cell");
    for (OpenedCell& cell : opened.cells()) {
        if (named == error.values.end() || cell.name != named->second)
            continue;
        Exchange exchange;
        exchange.kind = Exchange::Kind::Refused;
        exchange.file = file.filename().string();
        exchange.reason = error;
        note_exchange(*cell.record, exchange);
    }
    return tl::unexpected(error);
}

Json device_json(const Device& device, const std::string& cell)
{
    Json json {{"id", device.id.text()}, {"name", device.name}, {"cell", cell}, {"own", device.own},
        {"added", iso_time(device.added_at_ms)}, {"entries", device.entries}, {"heard", nullptr},
        {"clock_off_ms", nullptr}, {"waiting_to_go", device.waiting_to_go},
        {"waiting_here", device.waiting_here}, {"missing_here", device.missing_here},
        {"newer_program", device.newer_program}, {"withdrawn", nullptr}};
    if (device.heard_at_ms)
        json["heard"] = iso_time(*device.heard_at_ms);
    if (device.clock_off_ms)
        json["clock_off_ms"] = *device.clock_off_ms;
    if (device.withdrawn)
        json["withdrawn"]
            = {{"at", iso_time(device.withdrawn->at_ms)}, {"last_seq", device.withdrawn->last_seq}};
    return json;
}

void print_device(const Device& device, const std::string& cell)
{
    const Strings strings = terminal_strings();
    const auto number = [](auto count) { return std::to_string(count); };
    std::cout << strings.tr(device.own ? "verbs.own_device" : "verbs.other_device",
        {{"cell", cell}, {"device", device.name}, {"entries", number(device.entries)},
            {"to_go", number(device.waiting_to_go)}, {"waiting", number(device.waiting_here)},
            {"missing", number(device.missing_here)}});
    if (device.heard_at_ms)
        std::cout << strings.tr("verbs.device_heard",
            {{"time", hm(*device.heard_at_ms)}, {"day", dmy(date_of(*device.heard_at_ms))}});
    if (device.clock_off_ms)
        std::cout << strings.tr(
            "verbs.device_clock", {{"seconds", fmt::format("{:+}", *device.clock_off_ms / 1000)}});
    if (device.withdrawn)
        std::cout << strings.tr(
            "verbs.device_withdrawn", {{"seq", number(device.withdrawn->last_seq)}});
    std::cout << "\n";
}

} // namespace

Result<void> run_export(
    const VerbOptions& options, const std::filesystem::path& place, const std::string& to)
{
    auto opened = OpenedRecord::open(options);
    if (!opened)
        return tl::unexpected(opened.error());
    OpenedCell& cell = one_cell(*opened);
    const auto actor = find_actor(options, cell);
    if (!actor)
        return tl::unexpected(actor.error());
    Sending sending {.by = *actor};
    if (to == "all") {
        sending.what = Sending::What::Whole;
    } else if (!to.empty()) {
        const auto found = find_device(*cell.record, to);
        if (!found)
            return refuse("device.unknown");
        sending.to = found->id;
    }
    const auto exported = export_bundle(*cell.record, place, sending);
    if (!exported)
        return tl::unexpected(exported.error());
    const std::string file = exported->file.string();
    if (options.json)
        std::cout
            << Json {{"cell", cell.name}, {"file", file}, {"entries", exported->entries}}.dump()
            << "\n";
    else
        say("verbs.exported",
            {{"cell", cell.name}, {"entries", std::to_string(exported->entries)}, {"file", file}});
    return {};
}

Result<void> run_import(const VerbOptions& options, const std::vector<std::string>& names)
{
    auto opened = OpenedRecord::open(options);
    if (!opened)
        return tl::unexpected(opened.error());
    Json json = Json::array();
    std::vector<Error> refused;
    std::vector<std::filesystem::path> all;
    for (const std::string& name : names) {
        const auto files = files_of(name);
        if (files)
            all.insert(all.end(), files->begin(), files->end());
        else
            refused.push_back(files.error());
    }
    for (const std::filesystem::path& file : all) {
        auto found = find_cell(*opened, file);
        const auto merged = found ? take_in(*found->cell->record, found->bundle, file)
                                  : note_refused(*opened, found.error(), file);
        if (!merged) {
            refused.push_back(merged.error());
            continue;
        }
        Json one = merged_json(*merged);
        one["file"] = file.string();
        one["cell"] = found->cell->name;
        json.push_back(std::move(one));
        if (!options.json)
            print_merged(file.string(), found->cell->name, *merged);
    }
    if (options.json)
        std::cout << json.dump(1) << "\n";
    if (refused.empty())
        return {};
    for (std::size_t i = 0; i + 1 < refused.size(); ++i)
        std::cerr << "chibo: " << sentence(refused[i]) << "\n";
    return tl::unexpected(refused.back());
}

Result<void> run_device_invite(const VerbOptions& options, const std::filesystem::path& file)
{
    auto opened = OpenedRecord::open(options);
    if (!opened)
        return tl::unexpected(opened.error());
    OpenedCell& cell = one_cell(*opened);
    const auto actor = find_actor(options, cell);
    if (!actor)
        return tl::unexpected(actor.error());
    const auto invitation = write_invitation(*cell.record, file, opened->folder().cost(), *actor);
    if (!invitation)
        return tl::unexpected(invitation.error());
    if (options.json)
        std::cout << Json {{"secret", invitation->secret}, {"qr", invitation->qr},
            {"cell", cell.name}, {"file", file.string()}, {"entries", invitation->entries}}
                         .dump()
                  << "\n";
    else
        std::cout << fmt::format("{}: {}\n{}\n", cell.name, file.string(), invitation->secret);
    return {};
}

Result<void> run_device_join(
    const VerbOptions& options, const std::filesystem::path& file, const DeviceJoin& join)
{
    if (options.code.empty())
        return refuse("verbs.no_code");
    auto folder = open_or_create(options.record);
    if (!folder)
        return tl::unexpected(folder.error());
    const SystemClock clock;
    SystemRandom random;
    const auto joined = join_cell(*folder,
        {.file = file, .secret = join.secret, .code = options.code, .officer = options.as}, clock,
        random, join.name);
    if (!joined)
        return tl::unexpected(joined.error());
    if (options.json)
        std::cout << Json {{"cell", joined->cell_name}, {"id", joined->cell.text()},
            {"device", joined->device_name}, {"entries", joined->entries},
            {"recovery_code", joined->recovery_code}}
                         .dump()
                  << "\n";
    if (!options.json) {
        say("verbs.joined",
            {{"cell", joined->cell_name}, {"entries", std::to_string(joined->entries)},
                {"device", joined->device_name}});
        say("verbs.recovery_code", {{"cell", joined->cell_name}, {"code", joined->recovery_code}});
    }
    return {};
}

Result<void> run_device_list(const VerbOptions& options)
{
    auto opened = OpenedRecord::open(options);
    if (!opened)
        return tl::unexpected(opened.error());
    Json json = Json::array();
    for (const OpenedCell& cell : opened->cells()) {
        for (const Device& device : read_devices(*cell.record)) {
            if (options.json)
                json.push_back(device_json(device, cell.name));
            else
                print_device(device, cell.name);
        }
    }
    if (options.json)
        std::cout << json.dump(1) << "\n";
    return {};
}

Result<void> run_device_withdraw(const VerbOptions& options, const std::string& name)
{
    auto opened = OpenedRecord::open(options);
    if (!opened)
        return tl::unexpected(opened.error());
    Error reason {"device.unknown", {}};
    for (const OpenedCell& cell : opened->cells()) {
        const auto device = find_device(*cell.record, name);
        if (!device)
            continue;
        const auto actor = find_actor(options, cell);
        if (!actor)
            return tl::unexpected(actor.error());
        const auto done = cell.record->run(withdraw_device(device->id), *actor);
        if (!done) {
            reason
                = done.error(); // Another cell may have a device of the name that is not this one.
            continue;
        }
        if (options.json)
            std::cout << Json {{"cell", cell.name}, {"device", device->name},
                {"last_seq", device->entries}}
                             .dump()
                      << "\n";
        else
            say("verbs.withdrawn",
                {{"cell", cell.name}, {"device", device->name},
                    {"seq", std::to_string(device->entries)}});
        return {};
    }
    return tl::unexpected(std::move(reason));
}

Result<void> verify_bundle(
    OpenedRecord& opened, const VerbOptions& options, const std::string& name)
{
    auto found = find_cell(opened, name);
    if (!found)
        return tl::unexpected(found.error());
    const auto checked = check_entries(*found->cell->record, found->bundle.entries);
    if (!checked)
        return tl::unexpected(checked.error());
    if (options.json)
        std::cout << Json {{"good", true}, {"cell", found->cell->name},
            {"device", found->bundle.device_name}, {"entries", found->bundle.entries.size()},
            {"written", iso_time(found->bundle.written_at_ms)}}
                         .dump()
                  << "\n";
    else
        say("verbs.bundle_good",
            {{"file", name}, {"cell", found->cell->name},
                {"entries", std::to_string(found->bundle.entries.size())},
                {"device", found->bundle.device_name}});
    return {};
}

} // namespace chibo
