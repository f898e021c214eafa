#include "documents/whole_file.h"

#include <system_error>

#include "record/atomic_file.h"

namespace chibo {

Result<void> write_whole(const std::filesystem::path& file, const std::string& bytes)
{
    std::error_code error;
    const auto whole = std::filesystem::absolute(file);
    const auto space = std::filesystem::space(whole.parent_path(), error);
    if (!error && space.available < bytes.size())
        return refuse("document.no_room", {{"file", file.string()}});
    try {
        write_atomically(whole, bytes);
    } catch (const std::system_error& failure) {
        // A stick that was pulled out, a disk that takes nothing: expected where people carry
        // files.
        const bool full = failure.code() == std::errc::no_space_on_device;
        return refuse(
            full ? "document.no_room" : "document.not_written", {{"file", file.string()}});
    }
    return {};
}

} // namespace chibo
