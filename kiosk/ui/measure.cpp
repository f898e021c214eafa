#include "ui/measure.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>

namespace chibo {

double Measure::since_start_ms()
{
    // Field 22 of /proc/self/stat, counted behind the name's closing bracket.
    std::ifstream file("/proc/self/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream fields(line.substr(line.rfind(')') + 2));
    std::string field;
    for (int i = 3; i <= 22; ++i)
        fields >> field;
    const double started_s = std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now {};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double now_s = static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
    return (now_s - started_s) * 1000;
}

std::string Measure::json() const
{
    std::vector<double> sorted = m_frames_ms;
    std::ranges::sort(sorted);
    const auto at = [&](double share) {
        if (sorted.empty())
            return 0.0;
        const auto index = static_cast<std::size_t>(
            std::llround(share * static_cast<double>(sorted.size() - 1)));
        return sorted[index];
    };
    return fmt::format(R"({{"first_frame_ms": {:.1f}, "ready_ms": {:.1f}, "key_ms": {:.1f}, )"
                       R"("frame_median_ms": {:.2f}, "frame_p99_ms": {:.2f}}})",
        m_first_frame_ms, m_ready_ms, m_key_ms, at(0.5), at(0.99));
}

} // namespace chibo
