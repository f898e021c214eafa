#include "ui/picture.h"

#include <stdexcept>

#include <stb/stb_image_write.h>

namespace chibo {

void write_png(const std::filesystem::path& file, const Picture& picture)
{
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path());
    if (stbi_write_png(file.c_str(), picture.size.w, picture.size.h, 4, picture.rgba.data(),
            picture.size.w * 4)
        == 0)
        throw std::runtime_error("cannot write " + file.string());
}

} // namespace chibo
