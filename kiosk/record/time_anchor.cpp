#include "record/time_anchor.h"

#include <cstdlib>

#include "record/bind.h"

namespace chibo {
namespace {

constexpr std::int64_t half_day_ms = 12 * 3'600'000;
constexpr std::int64_t tolerance_ms
    = 2 * 60'000; // A clock that is set to the second by the network is no jump.

struct Anchor {
    UnixMs wall_ms = 0;
    std::int64_t elapsed_ms = 0;
};

/// The first of this start of the machine: a later one would carry a jump over.
std::optional<Anchor> read_anchor(const Record& record, MeetingId meeting)
{
    auto& query = record.prepare(R"sql(
        SELECT wall_ms, elapsed_ms FROM time_anchor
        WHERE meeting = :meeting AND boot = :boot
        ORDER BY elapsed_ms LIMIT 1)sql");
    bind_to(query, ":meeting", meeting);
    bind_to(query, ":boot", record.clock().boot_id());
    std::optional<Anchor> anchor;
    if (query.executeStep())
        anchor = Anchor {query.getColumn(0), query.getColumn(1)};
    query.reset();
    return anchor;
}

} // namespace

UnixMs meeting_now_ms(const Record& record, MeetingId meeting)
{
    const auto anchor = read_anchor(record, meeting);
    if (!anchor)
        return record.clock().now_ms();
    return anchor->wall_ms + record.clock().elapsed_ms() - anchor->elapsed_ms;
}

bool needs_anchor(const Record& record, MeetingId meeting)
{
    return !read_anchor(record, meeting);
}

std::optional<ClockJump> clock_jump(const Record& record, MeetingId meeting)
{
    const std::int64_t by_ms = record.clock().now_ms() - meeting_now_ms(record, meeting);
    if (std::abs(by_ms) <= tolerance_ms)
        return std::nullopt;
    return ClockJump {by_ms, by_ms < 0 ? "record.clock_jumped_back" : "record.clock_jumped_ahead"};
}

std::optional<ClockJump> clock_behind(const Record& record)
{
    const std::int64_t by_ms = record.clock().now_ms() - record.saved_at_ms();
    return by_ms < -half_day_ms ? std::optional(ClockJump {by_ms, "record.clock_behind"})
                                : std::nullopt;
}

} // namespace chibo
