// The verbs that look into the journal: verify and history.
#include <algorithm>
#include <charconv>
#include <iostream>

#include <fmt/format.h>

#include "documents/minutes_check.h"
#include "exchange/bundle.h"
#include "main_critique.h"
#include "main_json.h"
#include "main_verbs.h"
#include "meeting/dates.h"
#include "record/history.h"
#include "record/verify.h"
#include "ui/strings.h"

namespace chibo {
namespace {

Json version_json(const HistoryVersion& version)
{
    Json json {{"at", iso_time(version.at_ms)}, {"command", version.command},
        {"who", version.member.empty() ? version.actor.role : version.member},
        {"role", version.actor.role}, {"device", version.device}, {"seq", version.place.seq}};
    if (version.undoes)
        json["undoes"] = version.undoes->seq;
    json["changes"] = Json::array();
    for (const HistoryChange& change : version.changes)
        json["changes"].push_back({{"table", change.table}, {"column", change.column},
            {"old", change.old_value}, {"new", change.new_value}});
    return json;
}

/// A value as people read it: who or what an identifier names, a time as a time, all on one line.
std::string readable(const Record& record, const std::string& column, const std::string& value)
{
    if (const auto id = Uuid::parse(value)) {
        const std::string name = name_of_row(record, *id);
        return name.empty() ? value : name;
    }
    std::int64_t ms = 0;
    const char* end = value.data() + value.size();
    if (column.ends_with("_ms") && std::from_chars(value.data(), end, ms).ptr == end
        && !value.empty())
        return fmt::format("{} {}", dmy(date_of(ms)), hm(ms));
    std::string line = value;
    std::ranges::replace(line, '\n', ' ');
    return line;
}

void print_version(const Record& record, const HistoryVersion& version)
{
    std::cout << fmt::format("{} {}  {}  {}  {}\n", dmy(date_of(version.at_ms)), hm(version.at_ms),
        version.device, version.member.empty() ? version.actor.role : version.member,
        version.command);
    for (const HistoryChange& change : version.changes) {
        const std::string before = readable(record, change.column, change.old_value);
        const std::string after = readable(record, change.column, change.new_value);
        if (before.empty() && after.empty())
            continue; // Of a new row what nobody filled in.
        std::cout << fmt::format("  {}.{}: {}{}{}\n", change.table, change.column, before,
            before.empty() ? "" : " → ", after);
    }
}

/// Does every word of the paper agree with what was sealed?
Result<void> verify_paper(OpenedRecord& opened, const std::string& bytes)
{
    const auto paper = read_pdf_words(bytes);
    if (!paper)
        return tl::unexpected(paper.error());
    const auto code = read_seal_code(*paper);
    if (!code)
        return tl::unexpected(code.error());
    const auto found = opened.find_meeting(code->first.text());
    if (!found)
        return tl::unexpected(found.error());
    return check_minutes(*found->cell->record, found->meeting, *paper);
}

Result<void> print_check(OpenedRecord& opened, const VerbOptions& options, const std::string& name)
{
    const auto bytes = whole_file(name);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto checked = verify_paper(opened, *bytes);
    if (!checked) {
        checked.error().values["file"] = name;
        return checked;
    }
    if (options.json)
        std::cout << "{\"good\":true}\n";
    else
        say("verbs.paper_good", {{"file", name}});
    return {};
}

} // namespace

Result<void> run_verify(const VerbOptions& options, const std::string& file)
{
    auto opened = OpenedRecord::open(options);
    if (!opened)
        return tl::unexpected(opened.error());
    if (!file.empty() && is_bundle(file))
        return verify_bundle(*opened, options, file);
    if (!file.empty())
        return print_check(*opened, options, file);
    Json json = Json::array();
    std::optional<Error> first;
    for (OpenedCell& cell : opened->cells()) {
        const Verification found = verify(*cell.record);
        if (options.json)
            json.push_back({{"cell", cell.name}, {"good", found.good()}, {"entries", found.entries},
                {"rows", found.rows}, {"devices", found.devices}, {"seals", found.seals},
                {"faults", found.faults.size()}});
        else
            say(found.good() ? "verbs.verified" : "verbs.verified_faults",
                {{"cell", cell.name}, {"entries", std::to_string(found.entries)},
                    {"devices", std::to_string(found.devices)},
                    {"rows", std::to_string(found.rows)}, {"seals", std::to_string(found.seals)},
                    {"faults", std::to_string(found.faults.size())}});
        if (!found.good() && !first)
            first = found.faults.front();
    }
    if (options.json)
        std::cout << json.dump(1) << "\n";
    return first ? Result<void>(tl::unexpected(*first)) : Result<void>();
}

Result<void> run_history(const VerbOptions& options, const std::string& id, Restricted restricted)
{
    auto opened = OpenedRecord::open(options);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto uuid = Uuid::parse(id);
    for (OpenedCell& cell : opened->cells()) {
        const auto versions
            = uuid ? read_history(*cell.record, *uuid) : read_history(*cell.record, id);
        if (versions.empty())
            continue;
        if (uuid) {
            if (auto may = may_read_history(options, cell, *uuid, restricted); !may)
                return may;
        }
        Json json = Json::array();
        for (const HistoryVersion& version : versions) {
            if (options.json)
                json.push_back(version_json(version));
            else
                print_version(*cell.record, version);
        }
        if (options.json)
            std::cout << json.dump(1) << "\n";
        return {};
    }
    return refuse("verbs.no_thing", {{"id", id}});
}

} // namespace chibo
