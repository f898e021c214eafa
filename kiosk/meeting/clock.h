// Time and chance come through these, so that tests own both.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace chibo {

/// Milliseconds since 1970-01-01 00:00 UTC. Shown in Asia/Ho_Chi_Minh (UTC+7, no summer time).
using UnixMs = std::int64_t;

class Clock {
public:
    virtual ~Clock() = default;
    /// What the wall clock says; may jump.
    [[nodiscard]] virtual UnixMs now_ms() const = 0;
    /// Since an arbitrary start, never backwards, counts while the machine sleeps (CLOCK_BOOTTIME).
    [[nodiscard]] virtual std::int64_t elapsed_ms() const = 0;
    /// Which start of the machine elapsed_ms() counts from.
    [[nodiscard]] virtual std::string boot_id() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] UnixMs now_ms() const override;
    [[nodiscard]] std::int64_t elapsed_ms() const override;
    [[nodiscard]] std::string boot_id() const override;
};

/// A clock that moves only when told; used by tests, step files and `shot --at`.
class FakeClock final : public Clock {
public:
    /// Elapsed time starts at the wall clock's, so that two fakes of one story agree.
    explicit FakeClock(UnixMs now) : m_now(now), m_elapsed(now) {}
    [[nodiscard]] UnixMs now_ms() const override { return m_now; }
    [[nodiscard]] std::int64_t elapsed_ms() const override { return m_elapsed; }
    [[nodiscard]] std::string boot_id() const override { return "fake"; }
    /// Time passes: both clocks move.
    void wait_ms(std::int64_t ms) { m_now += ms, m_elapsed += ms; }
    /// The wall clock is set; elapsed time goes on by the difference when it moves forward.
    void set(UnixMs now)
    {
        if (now > m_now)
            m_elapsed += now - m_now;
        m_now = now;
    }
    /// The wall clock jumps and no time passes.
    void jump(UnixMs now) { m_now = now; }

private:
    UnixMs m_now;
    std::int64_t m_elapsed;
};

/// Where identifiers get their chance. Keys never come from here, but from libsodium.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// Chance from the system.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// The same bytes for the same seed (SplitMix64): the demo and the tests.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t m_state;
};

} // namespace chibo
