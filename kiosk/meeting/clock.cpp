#include "meeting/clock.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <ctime>
#include <fstream>
#include <random>

#include "meeting/check.h"

namespace chibo {

UnixMs SystemClock::now_ms() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t SystemClock::elapsed_ms() const
{
    timespec now {};
    CHECK(clock_gettime(CLOCK_BOOTTIME, &now) == 0);
    return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

std::string SystemClock::boot_id() const
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    static thread_local std::random_device device; // Making one is dear.
    while (!bytes.empty()) {
        const std::random_device::result_type word = device(); // Dear: every byte of it is used.
        const std::size_t size = std::min(bytes.size(), sizeof word);
        std::memcpy(bytes.data(), &word, size);
        bytes = bytes.subspan(size);
    }
}

void SeededRandom::fill(std::span<std::uint8_t> bytes)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % 8 == 0) {
            word = m_state += 0x9e3779b97f4a7c15U;
            word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9U;
            word = (word ^ (word >> 27)) * 0x94d049bb133111ebU;
            word ^= word >> 31;
        }
        bytes[i] = static_cast<std::uint8_t>(word >> (8 * (i % 8)));
    }
}

} // namespace chibo
