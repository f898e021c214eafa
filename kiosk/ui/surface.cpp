#include "ui/surface.h"

#include <stdexcept>

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

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

ImageRef Surface::upload(const Picture& picture)
{
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, picture.size.w, picture.size.h, 0, GL_RGBA,
        GL_UNSIGNED_BYTE, picture.rgba.data());
    return {texture, {static_cast<float>(picture.size.w), static_cast<float>(picture.size.h)}};
}

} // namespace chibo
