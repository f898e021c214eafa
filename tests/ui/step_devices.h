// What step files have beyond one kiosk: further machines with clocks of their own, sticks that are
// put in and pulled out, and a job that is held on its way.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "documents/export_places.h"
#include "meeting/clock.h"

namespace chibo {

/// Another machine's clock: the story's, and how far it is ahead.
class MachineClock final : public Clock {
public:
    explicit MachineClock(const Clock& story) : m_story(story) {}
    void set_ahead_ms(std::int64_t ms) { m_ahead_ms = ms; }
    [[nodiscard]] UnixMs now_ms() const override { return m_story.now_ms() + m_ahead_ms; }
    [[nodiscard]] std::int64_t elapsed_ms() const override { return m_story.elapsed_ms(); }
    [[nodiscard]] std::string boot_id() const override { return m_story.boot_id(); }

private:
    const Clock& m_story;
    std::int64_t m_ahead_ms = 0;
};

/// Stops a worker once its job is so far, until it is let go.
class JobHold {
public:
    void hold_at(int percent);
    void release();
    /// Called by the worker.
    void pass(std::size_t done, std::size_t all);
    [[nodiscard]] bool holds();

private:
    std::mutex m_mutex; // Guards all below.
    std::condition_variable m_changed;
    std::optional<int> m_percent;
    bool m_holds = false;
};

struct Machine {
    std::filesystem::path record;
    std::int64_t ahead_ms = 0; // Its clock.
};

struct Stick {
    std::string name;
    std::filesystem::path folder; // While it is in.
    std::uintmax_t free_bytes = 0;
    bool in = true;
};

struct Machines {
    std::map<std::string, Machine> all; // By name; the one that the file began with is "first".
    std::string current = "first";
    std::vector<Stick> sticks;
    JobHold hold;

    [[nodiscard]] std::vector<ExportPlace> places(const std::filesystem::path& documents) const;
};

} // namespace chibo
