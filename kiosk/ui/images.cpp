#include "ui/images.h"

#include <algorithm>

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

#include "meeting/check.h"

namespace chibo {
namespace {

ImageRef upload(const Bitmap& bitmap)
{
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, bitmap.width, bitmap.height, 0, GL_RGBA,
        GL_UNSIGNED_BYTE, bitmap.rgba.data());
    return {texture, {static_cast<float>(bitmap.width), static_cast<float>(bitmap.height)}};
}

} // namespace

ImageRef Images::get(const WidgetId& name, const std::function<Bitmap()>& make)
{
    const auto [at, is_new] = m_kept.try_emplace(name.value());
    if (is_new) {
        const Bitmap bitmap = make();
        CHECK(bitmap.rgba.size()
            == static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height)
                * 4);
        at->second.image = upload(bitmap);
        at->second.bytes = bitmap.rgba.size();
        m_bytes += bitmap.rgba.size();
    }
    at->second.seen_frame = m_frame;
    return at->second.image;
}

void Images::begin_frame()
{
    // What the last frame drew stays, however large it is.
    while (m_bytes > most_bytes) {
        const auto oldest = std::min_element(m_kept.begin(), m_kept.end(),
            [](const auto& a, const auto& b) { return a.second.seen_frame < b.second.seen_frame; });
        if (oldest == m_kept.end() || oldest->second.seen_frame >= m_frame)
            break;
        const GLuint texture = oldest->second.image.texture;
        glDeleteTextures(1, &texture);
        m_bytes -= oldest->second.bytes;
        m_kept.erase(oldest);
    }
    ++m_frame;
}

} // namespace chibo
