#include "ui/toaster.h"

#include <algorithm>

#include "ui/widgets/toast.h"

namespace chibo {

namespace {

constexpr float foot = 8; // Below it.

} // namespace

void Toaster::show(Told told, std::optional<JournalPlace> undo, std::int64_t now_ms)
{
    m_told = std::move(told);
    m_undo = m_told->undo_s > 0 ? undo : std::nullopt;
    m_since_ms = now_ms;
}

std::int64_t Toaster::length_ms() const
{
    return m_undo ? std::int64_t {1000} * m_told->undo_s : plain_ms;
}

std::optional<Rect> Toaster::place(Ui& ui)
{
    if (!m_told)
        return std::nullopt;
    const std::int64_t passed = ui.now_ms() - m_since_ms;
    if (passed >= length_ms()) {
        m_told.reset();
        return std::nullopt;
    }
    if (ui.seen().top_layer() > 0) { // A sheet is open: the line waits for it.
        m_since_ms = ui.now_ms() - std::min(passed, std::int64_t {1});
        return std::nullopt;
    }
    const Rect named = ui.toast_room();
    const Rect room = named.h < toast_height + 2 * foot ? ui.work() : named;
    const float width = std::min(room.w, m_undo ? 720.0F : 640.0F);
    return Rect {
        room.x + (room.w - width) / 2, room.bottom() - toast_height - foot, width, toast_height};
}

std::optional<JournalPlace> Toaster::draw(Ui& ui)
{
    const auto bar = place(ui);
    ui.stand_toast(bar);
    if (!bar)
        return std::nullopt;
    const std::int64_t left = length_ms() - (ui.now_ms() - m_since_ms);
    // The countdown moves by the second.
    ui.pace().again(ui.now_ms() + (left - 1) % 1000 + 1, Why::Timer);
    const std::string words = ui.tr(m_told->key, m_told->values);
    const std::string undo = ui.tr("common.undo");
    const float rise = ui.motion().from_to(
        {"toast", static_cast<std::uint64_t>(m_since_ms)}, 24, 0, duration::toast_in);
    const Press pressed = draw_toast(ui, "toast", bar->moved(0, rise),
        {.words = words,
            .button = m_undo ? std::string_view(undo) : std::string_view(),
            .left_ms = left,
            .whole_ms = m_undo ? length_ms() : 0});
    if (!pressed)
        return std::nullopt;
    m_told.reset();
    return std::exchange(m_undo, std::nullopt);
}

std::optional<JournalPlace> Toaster::take_undo(std::int64_t now_ms)
{
    if (!m_told || !m_undo || now_ms - m_since_ms >= length_ms())
        return std::nullopt;
    m_told.reset();
    return std::exchange(m_undo, std::nullopt);
}

} // namespace chibo
