#include "record/data_folder.h"

#include <array>
#include <cstdlib>
#include <system_error>

namespace chibo {

std::filesystem::path data_folder()
{
    namespace fs = std::filesystem;
    if (const char* set = std::getenv("CHIBO_DATA"))
        return set;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    // Installed beside the program, one above (bin/ and data/), or in build/<preset>/ of the source
    // tree.
    for (const fs::path& folder :
        {program / "data", program / ".." / "data", program / ".." / ".." / "data"}) {
        if (!error && fs::is_directory(folder / "rules", error))
            return folder.lexically_normal();
    }
    return CHIBO_DATA_FOLDER;
}

} // namespace chibo
