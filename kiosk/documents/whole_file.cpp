#include "documents/whole_file.h"

#include <fstream>
#include <system_error>

namespace chibo {

Result<void> write_whole(const std::filesystem::path& file, const std::string& bytes)
{
    const std::filesystem::path part = file.string() + ".part";
    std::error_code error;
    const auto space
        = std::filesystem::space(file.has_parent_path() ? file.parent_path() : ".", error);
    if (!error && space.available < bytes.size())
        return refuse("document.no_room", {{"file", file.string()}});
    std::ofstream out(part, std::ios::binary);
    out << bytes << std::flush;
    const bool written = out.good();
    out.close();
    if (written)
        std::filesystem::rename(part, file, error);
    if (written && !error)
        return {};
    std::filesystem::remove(part, error);
    return refuse("document.not_written", {{"file", file.string()}});
}

} // namespace chibo
