// What both surfaces do with OpenGL: ImGui's context, drawing its data, reading pixels back.
#pragma once

#include "ui/surface.h"

namespace chibo {

/// ImGui's context and its OpenGL backend; the GL context must be current.
class GlFrame {
public:
    GlFrame();
    ~GlFrame();
    GlFrame(const GlFrame&) = delete;
    GlFrame& operator=(const GlFrame&) = delete;

    void begin();
    void draw(DeviceSize size);
    /// What ImGui wants kept on the graphics card; for a frame that is not drawn.
    static void update_textures();
    [[nodiscard]] static Picture read(DeviceSize size);
};

} // namespace chibo
