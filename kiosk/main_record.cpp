// Opening the record for a verb, and the verbs about the record as a whole.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "main_json.h"
#include "main_verbs.h"
#include "record/data_folder.h"
#include "record/meeting_queries.h"
#include "ui/strings.h"

namespace chibo {
namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

/// The language asked for, else the user's; a machine that was never told one (no variable, or
/// plain C) speaks Vietnamese.
Language terminal_language()
{
    for (const char* name : {"CHIBO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string value = environment(name);
        if (value.empty())
            continue;
        const std::string language = value.substr(0, value.find_first_of("._@"));
        const bool vietnamese = language == "vi" || language == "C" || language == "POSIX";
        return vietnamese ? Language::Vietnamese : Language::English;
    }
    return Language::Vietnamese;
}

} // namespace

Strings terminal_strings()
{
    Strings strings(data_folder() / "strings");
    strings.set_language(terminal_language());
    return strings;
}

std::string sentence(const Error& error)
{
    std::string line = terminal_strings().tr(error.key, error.values);
    std::erase(line, '*'); // The marks of what stands out on a screen.
    return line;
}

void say(const std::string& key, const Values& values)
{
    std::cout << sentence({key, values}) << "\n";
}

std::filesystem::path default_record()
{
    const std::string data = environment("XDG_DATA_HOME");
    const std::filesystem::path home = environment("HOME");
    return (data.empty() ? home / ".local" / "share" : std::filesystem::path(data)) / "chibo";
}

Result<std::string> whole_file(const std::filesystem::path& name)
{
    constexpr std::uintmax_t largest = 64U << 20U;
    std::error_code fault;
    if (std::filesystem::is_directory(name, fault))
        return refuse("verbs.is_folder", {{"file", name.string()}});
    const auto size = std::filesystem::file_size(name, fault); // Fails for a device without an end.
    std::ifstream file(name, std::ios::binary);
    if (fault || !file)
        return refuse("verbs.no_file", {{"file", name.string()}});
    if (size > largest)
        return refuse("verbs.too_large", {{"file", name.string()}});
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!file)
        return refuse("verbs.no_file", {{"file", name.string()}});
    return bytes;
}

Result<RecordFolder> open_or_create(const std::filesystem::path& path)
{
    std::error_code none;
    if (!std::filesystem::exists(path, none) || std::filesystem::is_empty(path, none))
        return RecordFolder::create(path);
    return RecordFolder::open(path);
}

Result<OpenedRecord> OpenedRecord::open(const VerbOptions& options)
{
    auto folder = RecordFolder::open(options.record);
    if (!folder)
        return tl::unexpected(folder.error());
    if (options.code.empty())
        return refuse("verbs.no_code");
    OpenedRecord opened;
    opened.m_folder = std::make_unique<RecordFolder>(std::move(*folder));
    const auto& cells = opened.m_folder->cells();
    std::optional<CellId> wanted;
    if (!options.cell.empty()) {
        const auto found = std::ranges::find(cells, options.cell, &CellHeader::name);
        if (found == cells.end())
            return refuse("verbs.no_cell", {{"cell", options.cell}});
        wanted = found->id;
    }
    const auto unlocked = opened.m_folder->unlock(options.code, opened.m_clock->now_ms(), wanted);
    if (!unlocked)
        return tl::unexpected(unlocked.error());
    for (const Unlocked& one : *unlocked) {
        if (wanted && one.cell != *wanted)
            continue;
        auto record = opened.m_folder->open_cell(one, *opened.m_clock, *opened.m_random);
        if (!record)
            return tl::unexpected(record.error());
        opened.m_cells.push_back({.id = one.cell,
            .name = opened.m_folder->cell(one.cell)->name,
            .record = std::move(*record),
            .officer = one.officer,
            .holders = one.holders});
    }
    return opened;
}

Result<OpenedRecord::Found> OpenedRecord::find_meeting(const std::string& id)
{
    const auto parsed = MeetingId::parse(id);
    if (parsed) {
        for (OpenedCell& cell : m_cells) {
            if (read_meeting(*cell.record, *parsed))
                return Found {&cell, *parsed};
        }
    }
    return refuse("verbs.no_meeting", {{"meeting", id}});
}

Result<void> run_demo(const VerbOptions& options, const DemoArguments& arguments)
{
    const auto made = make_demo(options.record, data_folder() / "demo", arguments);
    if (!made)
        return tl::unexpected(made.error());
    if (options.json) {
        const Json json {{"record", options.record.string()}, {"code", made->code},
            {"pin", made->pin}, {"date", iso(arguments.day)}, {"cells", made->cells},
            {"members", made->members}, {"meetings", made->meetings}};
        std::cout << json.dump() << "\n";
    } else {
        say("verbs.demo_made",
            {{"record", options.record.string()}, {"cells", std::to_string(made->cells)},
                {"members", std::to_string(made->members)},
                {"meetings", std::to_string(made->meetings)}, {"day", dmy(arguments.day)},
                {"code", made->code}, {"pin", made->pin}});
    }
    return {};
}

} // namespace chibo
