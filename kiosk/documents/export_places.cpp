#include "documents/export_places.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

#include <fmt/format.h>

namespace chibo {
namespace {

/// /proc writes a space in a name as \040.
std::string mount_name(std::string_view text)
{
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size()) {
            name += static_cast<char>(
                (text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
            i += 3;
        } else {
            name += text[i];
        }
    }
    return name;
}

std::string file_text(const char* file)
{
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::filesystem::path documents_folder()
{
    for (const char* name : {"CHIBO_DOCUMENTS", "XDG_DOCUMENTS_DIR"}) {
        const char* value = std::getenv(name);
        if (value && *value != '\0')
            return value;
    }
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home ? home : "/") / "Documents";
}

std::uintmax_t free_bytes(const std::filesystem::path& folder)
{
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    return error ? 0 : space.available;
}

} // namespace

std::vector<ExportPlace> export_places()
{
    std::vector<ExportPlace> places;
    for (const auto& folder : stick_folders(file_text("/proc/self/mounts")))
        places.push_back(
            {ExportPlace::Kind::Stick, folder.filename().string(), folder, free_bytes(folder)});
    const auto documents = documents_folder();
    std::error_code error;
    std::filesystem::create_directories(documents, error);
    if (!error)
        places.push_back({ExportPlace::Kind::Documents, {}, documents, free_bytes(documents)});
    return places;
}

std::vector<std::filesystem::path> stick_folders(std::string_view mounts)
{
    std::vector<std::filesystem::path> folders;
    std::istringstream lines {std::string(mounts)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string device;
        std::string folder;
        words >> device >> folder;
        if (folder.starts_with("/media/") || folder.starts_with("/run/media/"))
            folders.emplace_back(mount_name(folder));
    }
    return folders;
}

std::string said_size(std::uintmax_t bytes)
{
    constexpr std::uintmax_t mega = 1'000'000;
    constexpr std::uintmax_t giga = 1'000 * mega;
    if (bytes >= 10 * giga)
        return fmt::format("{}\u00A0GB", bytes / giga);
    if (bytes >= giga)
        return fmt::format("{},{}\u00A0GB", bytes / giga, bytes % giga / (giga / 10));
    return fmt::format("{}\u00A0MB", bytes / mega);
}

} // namespace chibo
