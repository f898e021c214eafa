// Frame times, as `--frames` prints them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace chibo {

class Measure {
public:
    /// Milliseconds since this process was started, by the system's own record.
    [[nodiscard]] static double since_start_ms();

    void frame_took(double ms) { m_frames_ms.push_back(ms); }
    void first_frame() { m_first_frame_ms = since_start_ms(); }
    void ready() { m_ready_ms = since_start_ms(); }
    void key_took(double ms) { m_key_ms = ms; }
    [[nodiscard]] std::size_t frames() const { return m_frames_ms.size(); }
    /// One line of JSON: first_frame_ms, ready_ms, key_ms, frame_median_ms, frame_p99_ms.
    [[nodiscard]] std::string json() const;

private:
    std::vector<double> m_frames_ms;
    double m_first_frame_ms = 0;
    double m_ready_ms = 0;
    double m_key_ms = 0;
};

} // namespace chibo
