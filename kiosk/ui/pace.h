// When to draw: an input grants three frames (Dear ImGui settles in two or three), everything else
// that moves asks for a time. At rest no frame is drawn.
#pragma once

#include <algorithm>
#include <cstdint>

namespace chibo {

/// Reasons to draw, as a bit mask; kept for `--frames` and for whoever asks why the kiosk does not
/// sleep.
enum class Why : unsigned {
    Input = 1U << 0U,
    Motion = 1U << 1U,
    Timer = 1U << 2U, // A running timer's second.
    Clock = 1U << 3U, // The clock's minute.
    Job = 1U << 4U,
    Window = 1U << 5U, // Shown, resized, uncovered.
    Draft = 1U << 6U, // Text that must be on disk.
};

class Pace {
public:
    static constexpr int frames_per_input = 3;
    static constexpr std::int64_t never = INT64_MAX;

    /// Somebody touched or typed, or a job came back.
    void input(Why why = Why::Input)
    {
        m_frames = frames_per_input;
        m_why |= static_cast<unsigned>(why);
    }
    /// Draw again at this time (the elapsed clock, ms) or before; called anew in each frame that
    /// needs it.
    void again(std::int64_t at_ms, Why why)
    {
        if (at_ms <= m_next_ms)
            m_next_ms = at_ms;
        m_why |= static_cast<unsigned>(why);
    }
    [[nodiscard]] bool due(std::int64_t now_ms) const
    {
        return m_frames > 0 || now_ms >= m_next_ms;
    }
    /// How long the window may sleep; 0 when a frame is due.
    [[nodiscard]] double sleep_s(std::int64_t now_ms) const
    {
        if (due(now_ms))
            return 0;
        if (m_next_ms == never)
            return 60;
        return static_cast<double>(m_next_ms - now_ms) / 1000.0;
    }
    /// A frame begins: what asked for it is served.
    void begin_frame()
    {
        m_frames = std::max(0, m_frames - 1);
        m_next_ms = never;
        m_why = m_frames > 0 ? static_cast<unsigned>(Why::Input) : 0;
        ++m_drawn;
    }
    [[nodiscard]] unsigned why() const { return m_why; }
    [[nodiscard]] std::int64_t frames_drawn() const { return m_drawn; }

private:
    int m_frames = frames_per_input; // The first frames after the start.
    std::int64_t m_next_ms = never;
    unsigned m_why = static_cast<unsigned>(Why::Window);
    std::int64_t m_drawn = 0;
};

} // namespace chibo
