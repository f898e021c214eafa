// Short tones: at a touch, at a check-in, and when an item's time turns amber and red. Never the
// only signal, off as the machine has set it, and silent where there is no sound device.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "ui/jobs.h"

namespace chibo {

enum class Sound { Touch, CheckIn, Near, Over };

class Sounds {
public:
    /// The machine's setting.
    void allow(bool allowed) { m_allowed = allowed; }
    /// For step files and pictures: what was played is kept, but not heard.
    void keep_quiet() { m_quiet = true; }
    /// At once and beside the frame; a touch while something sounds is not heard.
    void play(Sound sound);
    /// What was played since the last call.
    [[nodiscard]] std::vector<Sound> take_played() { return std::exchange(m_played, {}); }

private:
    bool m_allowed = false;
    bool m_quiet = false;
    std::vector<Sound> m_played; // Only while quiet.
    std::shared_ptr<std::atomic<int>> m_sounding = std::make_shared<std::atomic<int>>(0);
    Jobs m_worker; // Its own: a tone must not wait for a derivation.
};

/// One channel, 16 bits, 44,100 a second.
[[nodiscard]] std::vector<std::int16_t> samples(Sound sound);

} // namespace chibo
