// `chibo roster import`: members from a file, with a line for each row that was not taken.
#include <iostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "exchange/roster.h"
#include "main_json.h"
#include "main_verbs.h"
#include "meeting/names.h"
#include "typing/old_encodings.h"

namespace chibo {
namespace {

/// Five lines as they stand and as they would read, for a person to judge.
void print_samples(std::string_view bytes, OldEncoding encoding)
{
    const char* key = encoding == OldEncoding::Tcvn3 ? "roster.looks_tcvn3" : "roster.looks_vni";
    std::cerr << "chibo: " << sentence({key, {}}) << "\n";
    for (const Conversion& sample : conversion_samples(bytes, encoding, 5))
        std::cerr << "  " << sample.before << "\n  → " << sample.after << "\n";
}

/// The answer of somebody at a terminal; a script that says nothing has not said yes.
bool agreed()
{
    std::cerr << sentence({"roster.take_converted", {}}) << " " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    const std::string folded = fold_for_search(answer);
    return folded == "co" || folded == "c" || folded == "yes" || folded == "y";
}

/// In which old encoding the file is, if in any. One is recognised, shown and asked for, never
/// taken silently.
Result<std::optional<OldEncoding>> old_encoding_of(
    const std::string& bytes, const RosterReading& reading)
{
    const auto text = roster_text(bytes);
    if (!text)
        return tl::unexpected<Error>(text.error());
    Script script = script_of(*text);
    if (reading.encoding == "utf-8")
        script = Script::Unicode;
    else if (!reading.encoding.empty())
        script = reading.encoding == "vni" ? Script::Vni : Script::Tcvn3;
    if (script == Script::Unknown)
        return refuse("roster.which_encoding");
    if (script == Script::Unicode)
        return std::nullopt;
    const OldEncoding encoding = script == Script::Vni ? OldEncoding::Vni : OldEncoding::Tcvn3;
    if (reading.encoding.empty() && !reading.yes) {
        print_samples(*text, encoding);
        if (!agreed())
            return refuse("roster.not_converted");
    }
    return encoding;
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
        std::cout << sentence(
            {"verbs.members_added", {{"cell", cell.name}, {"count", std::to_string(cell.added)}}})
                  << "\n";
        if (!cell.recovery_code.empty())
            say("verbs.recovery_code", {{"cell", cell.name}, {"code", cell.recovery_code}});
    }
    json["added"] = added;
    json["unread_columns"] = import.unread_columns;
    if (!import.unread_columns.empty())
        std::cerr << "chibo: "
                  << sentence({"roster.unread_columns",
                         {{"columns", fmt::format("{}", fmt::join(import.unread_columns, ", "))}}})
                  << "\n";
    for (const Error& error : import.not_taken) {
        const std::string line = sentence(error);
        std::cerr << "chibo: " << line << "\n";
        json["not_taken"].push_back(line);
    }
    if (as_json)
        std::cout << json.dump(1) << "\n";
}

} // namespace

Result<void> run_roster_import(const VerbOptions& options, const RosterReading& reading)
{
    if (options.code.empty())
        return refuse("verbs.no_code");
    const auto bytes = whole_file(reading.file);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto encoding = old_encoding_of(*bytes, reading);
    if (!encoding)
        return tl::unexpected(encoding.error());
    const SystemClock clock;
    const auto roster = read_roster(*bytes, date_of(clock.now_ms()), *encoding);
    if (!roster)
        return tl::unexpected(roster.error());
    auto folder = open_or_create(options.record);
    if (!folder)
        return tl::unexpected(folder.error());
    SystemRandom random;
    const auto import = import_roster(
        *folder, *roster, {.code = options.code, .cell = options.cell}, clock, random);
    if (!import)
        return tl::unexpected(import.error());
    print_import(*import, options.json);
    if (import->cells.empty() && !import->not_taken.empty())
        return refuse("verbs.nothing_taken", {{"file", reading.file}});
    return {};
}

} // namespace chibo
