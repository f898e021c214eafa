// `chibo roster import`: members from a file, with a line for each row that was not taken.
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>

#include "exchange/roster.h"
#include "main_json.h"
#include "main_verbs.h"

namespace chibo {
namespace {

Result<std::string> whole_file(const std::string& name)
{
    std::ifstream file(name, std::ios::binary);
    if (!file)
        return refuse("verbs.no_file", {{"file", name}});
    return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

void print_import(const RosterImport& import, bool as_json)
{
    Json json {{"added", 0}, {"cells", Json::array()}, {"not_taken", Json::array()}};
    int added = 0;
    for (const RosterImport::Cell& cell : import.cells) {
        added += cell.added;
        Json one {{"name", cell.name}, {"added", cell.added}};
        if (!cell.recovery_code.empty())
            one["recovery_code"] = cell.recovery_code;
        json["cells"].push_back(one);
        if (as_json)
            continue;
        std::cout << fmt::format("{}: {}\n", cell.name, cell.added);
        if (!cell.recovery_code.empty())
            std::cout << sentence(
                {"verbs.recovery_code", {{"cell", cell.name}, {"code", cell.recovery_code}}})
                      << "\n";
    }
    json["added"] = added;
    for (const Error& error : import.not_taken) {
        const std::string line = sentence(error);
        std::cerr << "chibo: " << line << "\n";
        json["not_taken"].push_back(line);
    }
    if (as_json)
        std::cout << json.dump(1) << "\n";
}

} // namespace

Result<void> run_roster_import(const VerbOptions& options, const std::string& file)
{
    if (options.code.empty())
        return refuse("verbs.no_code");
    const auto bytes = whole_file(file);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto roster = read_roster(*bytes);
    if (!roster)
        return tl::unexpected(roster.error());
    auto folder = open_or_create(options.record);
    if (!folder)
        return tl::unexpected(folder.error());
    const SystemClock clock;
    SystemRandom random;
    const auto import = import_roster(
        *folder, *roster, {.code = options.code, .cell = options.cell}, clock, random);
    if (!import)
        return tl::unexpected(import.error());
    print_import(*import, options.json);
    if (import->cells.empty() && !import->not_taken.empty())
        return refuse("verbs.nothing_taken", {{"file", file}});
    return {};
}

} // namespace chibo
