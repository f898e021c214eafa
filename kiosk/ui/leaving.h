// A sheet that was closed fades for a moment: what it drew last is kept, and drawn again without
// anything that could be touched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace chibo {

class Ui;

class Leaving {
public:
    Leaving();
    ~Leaving();
    Leaving(const Leaving&) = delete;
    Leaving& operator=(const Leaving&) = delete;

    /// A sheet begins to draw; what comes after ground(), its dim layer, moves as it goes.
    void begin(const Ui& ui);
    void ground(const Ui& ui);
    /// Keeps what was drawn since begin(), in each frame of an open sheet.
    void keep(const Ui& ui);
    /// At the frame's end: fades what was kept and not drawn anew.
    void play(Ui& ui);
    /// The screen changes: a cut.
    void forget();

private:
    struct Drawn;
    struct Mark {
        std::size_t vertices = 0;
        std::size_t indices = 0;
    };
    [[nodiscard]] static Mark mark(const Ui& ui);
    Mark m_begin; // How much the frame had drawn.
    Mark m_ground;
    std::unique_ptr<Drawn> m_drawn;
    bool m_fresh = false; // Kept in this frame.
    std::int64_t m_since_ms = 0; // When it began to leave; 0: it has not.
};

} // namespace chibo
