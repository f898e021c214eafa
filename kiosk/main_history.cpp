// The verbs that look into the journal: verify and history.
#include <iostream>

#include <fmt/format.h>

#include "documents/minutes_check.h"
#include "exchange/bundle.h"
#include "main_critique.h"
#include "main_json.h"
#include "main_verbs.h"
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

void print_version(const HistoryVersion& version)
{
    std::cout << fmt::format("{} {} {} {}\n", iso_time(version.at_ms), version.device,
        version.member.empty() ? version.actor.role : version.member, version.command);
    for (const HistoryChange& change : version.changes)
        std::cout << fmt::format(
            "  {}.{}: {} -> {}\n", change.table, change.column, change.old_value, change.new_value);
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
                print_version(version);
        }
        if (options.json)
            std::cout << json.dump(1) << "\n";
        return {};
    }
    return refuse("verbs.no_thing", {{"id", id}});
}

} // namespace chibo
