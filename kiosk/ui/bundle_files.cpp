#include "ui/bundle_files.h"

#include <algorithm>
#include <system_error>

#include "meeting/dates.h"
#include "meeting/file_names.h"

namespace chibo {
namespace {

constexpr std::string_view bundle_ending = ".chibo";
constexpr std::string_view invitation_ending = ".chibo-moi";

std::vector<std::filesystem::path> files_ending(
    const std::filesystem::path& folder, std::string_view ending)
{
    std::vector<std::filesystem::path> files;
    std::error_code error; // A stick that was pulled out has no files.
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
        at.increment(error)) {
        std::error_code gone;
        if (at->path().filename().string().ends_with(ending) && at->is_regular_file(gone))
            files.push_back(at->path());
    }
    std::ranges::sort(files);
    return files;
}

/// As bundle_file_name (exchange/bundle.h) writes it: the end of the device's id.
std::string mark_of(DeviceId device)
{
    constexpr std::size_t length = 8;
    const std::string text = device.text();
    return "-" + text.substr(text.size() - length) + "-";
}

} // namespace

bool is_bundle_of(const std::string& name, DeviceId device)
{
    return name.find(mark_of(device)) != std::string::npos;
}

std::vector<std::filesystem::path> bundles_of_others(
    const std::filesystem::path& folder, DeviceId own)
{
    std::vector<std::filesystem::path> files = files_ending(folder, bundle_ending);
    std::erase_if(files, [&](const std::filesystem::path& file) {
        return is_bundle_of(file.filename().string(), own);
    });
    return files;
}

void remove_older_bundles(const std::filesystem::path& newest, DeviceId own)
{
    for (const auto& file : files_ending(newest.parent_path(), bundle_ending)) {
        std::error_code error; // One that stays does no harm: what it holds is known by then.
        if (file != newest && is_bundle_of(file.filename().string(), own))
            std::filesystem::remove(file, error);
    }
}

std::string invitation_file_name(const std::string& cell, UnixMs now)
{
    return plain_file_name("loi moi " + cell + " " + iso(date_of(now)))
        + std::string(invitation_ending);
}

std::vector<std::filesystem::path> invitations_in(const std::filesystem::path& folder)
{
    return files_ending(folder, invitation_ending);
}

} // namespace chibo
