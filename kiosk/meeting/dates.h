// Days and times as the office writes them. One time zone: Asia/Ho_Chi_Minh, UTC+7, no summer time.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "meeting/clock.h"

namespace chibo {

/// A day of the calendar. The default is no day.
struct Date {
    int year = 0;
    int month = 0; // 1-12
    int day = 0; // 1-31

    auto operator<=>(const Date&) const = default;
    [[nodiscard]] bool valid() const;
};

/// A day with hour and minute and second, local time.
struct LocalTime {
    Date date;
    int hour = 0;
    int minute = 0;
    int second = 0;

    auto operator<=>(const LocalTime&) const = default;
};

[[nodiscard]] LocalTime local_time(UnixMs at);
[[nodiscard]] UnixMs unix_ms(const LocalTime& at);
[[nodiscard]] Date date_of(UnixMs at);

/// 0 Monday … 6 Sunday.
[[nodiscard]] int weekday(Date date);
[[nodiscard]] Date plus_days(Date date, int days);
[[nodiscard]] Date plus_months(Date date, int months); // The last day of a shorter month.
[[nodiscard]] int days_between(Date from, Date to);
[[nodiscard]] int days_in_month(int year, int month);

/// ISO 8601, as stored: 2026-08-05.
[[nodiscard]] std::string iso(Date date);
[[nodiscard]] std::optional<Date> parse_iso(std::string_view text);
/// 05/08/2026 and 05/08.
[[nodiscard]] std::string dmy(Date date);
[[nodiscard]] std::string dm(Date date);
/// Reads d/m/yyyy and dd/mm/yyyy (also with '-' or '.'), and ISO; an impossible day gives nothing.
[[nodiscard]] std::optional<Date> parse_dmy(std::string_view text);
/// 08:05, with a leading zero.
[[nodiscard]] std::string hm(UnixMs at);
/// A duration as m:ss without a leading zero (minutes may pass 59); the sign is dropped.
[[nodiscard]] std::string m_ss(std::int64_t duration_ms);
/// "2026-08-05 07:45" (or with a T, or :ss) read as local time.
[[nodiscard]] std::optional<UnixMs> parse_local(std::string_view text);

} // namespace chibo
