#include "ui/leaving.h"

#include <algorithm>
#include <vector>

#include <imgui.h>

#include "ui/theme.h"
#include "ui/ui.h"

namespace chibo {
namespace {

constexpr float sinks = 24; // Px that a sheet goes down by.

ImU32 faded(ImU32 color, float share)
{
    const auto alpha = static_cast<float>(color >> IM_COL32_A_SHIFT & 0xFFU) * share;
    return (color & ~IM_COL32_A_MASK) | static_cast<ImU32>(alpha) << IM_COL32_A_SHIFT;
}

} // namespace

/// A stretch of a draw list: vertices, and per texture and clip the indices into them.
struct Leaving::Drawn {
    struct Part {
        ImVec4 clip;
        ImTextureRef texture;
        std::vector<std::size_t> indices; // Into `vertices`.
    };
    std::vector<ImDrawVert> vertices;
    std::vector<Part> parts;
    std::size_t moving = 0; // The first vertex that moves.

    void draw(Ui& ui, float share) const;
};

Leaving::Leaving() = default;
Leaving::~Leaving() = default;

Leaving::Mark Leaving::mark(const Ui& ui)
{
    return {static_cast<std::size_t>(ui.list().VtxBuffer.Size),
        static_cast<std::size_t>(ui.list().IdxBuffer.Size)};
}

void Leaving::begin(const Ui& ui)
{
    m_begin = m_ground = mark(ui);
}

void Leaving::ground(const Ui& ui)
{
    m_ground = mark(ui);
}

void Leaving::keep(const Ui& ui)
{
    m_fresh = true;
    m_since_ms = 0;
    const ImDrawList& list = ui.list();
    if (!m_drawn)
        m_drawn = std::make_unique<Drawn>();
    m_drawn->vertices.assign(list.VtxBuffer.begin() + static_cast<std::ptrdiff_t>(m_begin.vertices),
        list.VtxBuffer.end());
    m_drawn->moving = m_ground.vertices - m_begin.vertices;
    m_drawn->parts.clear();
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const std::size_t first = std::max<std::size_t>(command.IdxOffset, m_begin.indices);
        const std::size_t last = command.IdxOffset + command.ElemCount;
        if (first >= last)
            continue;
        Drawn::Part part {command.ClipRect, command.TexRef, {}};
        part.indices.reserve(last - first);
        for (std::size_t i = first; i < last; ++i)
            part.indices.push_back(
                command.VtxOffset + list.IdxBuffer[static_cast<int>(i)] - m_begin.vertices);
        m_drawn->parts.push_back(std::move(part));
    }
}

void Leaving::forget()
{
    m_drawn.reset();
    m_since_ms = 0;
}

void Leaving::play(Ui& ui)
{
    if (std::exchange(m_fresh, false) || !m_drawn)
        return;
    if (m_since_ms == 0)
        m_since_ms = ui.now_ms();
    const float gone
        = static_cast<float>(ui.now_ms() - m_since_ms) / static_cast<float>(duration::sheet_out);
    if (gone >= 1 || ui.motion().reduced()) {
        forget();
        return;
    }
    m_drawn->draw(ui, gone * gone * gone);
    ui.pace().again(ui.now_ms() + 16, Why::Motion);
}

void Leaving::Drawn::draw(Ui& ui, float share) const
{
    ImDrawList& list = ui.list();
    const float down = ui.px(sinks) * share;
    for (const Part& part : parts) {
        const auto [least, most] = std::ranges::minmax_element(part.indices);
        const std::size_t count = *most - *least + 1;
        list.PushClipRect({part.clip.x, part.clip.y}, {part.clip.z, part.clip.w + down}, false);
        list.PushTexture(part.texture);
        list.PrimReserve(static_cast<int>(part.indices.size()), static_cast<int>(count));
        const unsigned base = list._VtxCurrentIdx;
        for (const std::size_t index : part.indices)
            list.PrimWriteIdx(static_cast<ImDrawIdx>(base + (index - *least)));
        for (std::size_t i = *least; i <= *most; ++i) {
            const ImDrawVert& vertex = vertices[i];
            const float y = vertex.pos.y + (i >= moving ? down : 0);
            list.PrimWriteVtx({vertex.pos.x, y}, vertex.uv, faded(vertex.col, 1 - share));
        }
        list.PopTexture();
        list.PopClipRect();
    }
}

} // namespace chibo
