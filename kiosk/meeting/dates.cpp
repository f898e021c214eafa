#include "meeting/dates.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

namespace chibo {
namespace {

constexpr std::int64_t offset_ms = 7 * 3'600'000; // UTC+7
constexpr std::int64_t day_ms = 86'400'000;

std::chrono::sys_days days_of(Date date)
{
    using namespace std::chrono;
    return sys_days {year {date.year} / month {static_cast<unsigned>(date.month)}
        / day {static_cast<unsigned>(date.day)}};
}

Date date_from(std::chrono::sys_days days)
{
    const std::chrono::year_month_day ymd {days};
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
        static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

template <typename... Values> std::string printed(const char* format, Values... values)
{
    std::array<char, 48> out {};
    const int size = std::snprintf(out.data(), out.size(), format, values...);
    return {out.data(), static_cast<std::size_t>(size)};
}

// The numbers of `text` between any of `separators`; nothing when something else stands there.
std::optional<std::vector<int>> numbers(std::string_view text, std::string_view separators)
{
    std::vector<int> out;
    while (true) {
        const auto end = text.find_first_of(separators);
        const auto part = text.substr(0, end);
        int value = 0;
        const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (part.empty() || part.front() == '-' || error != std::errc {}
            || stop != part.data() + part.size())
            return std::nullopt;
        out.push_back(value);
        if (end == std::string_view::npos)
            return out;
        text.remove_prefix(end + 1);
    }
}

std::optional<Date> valid_date(int year, int month, int day)
{
    const Date date {year, month, day};
    return date.valid() ? std::optional<Date>(date) : std::nullopt;
}

} // namespace

bool Date::valid() const
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1
        && day <= days_in_month(year, month);
}

LocalTime local_time(UnixMs at)
{
    using namespace std::chrono;
    const milliseconds local {at + offset_ms};
    const auto midnight = floor<days>(local);
    const auto seconds = static_cast<int>(floor<std::chrono::seconds>(local - midnight).count());
    return {date_from(sys_days {midnight}), seconds / 3600, seconds / 60 % 60, seconds % 60};
}

UnixMs unix_ms(const LocalTime& at)
{
    const std::int64_t days = days_of(at.date).time_since_epoch().count();
    return days * day_ms + at.hour * 3'600'000LL + at.minute * 60'000LL + at.second * 1000LL
        - offset_ms;
}

Date date_of(UnixMs at)
{
    return local_time(at).date;
}

int weekday(Date date)
{
    return static_cast<int>(std::chrono::weekday {days_of(date)}.iso_encoding()) - 1;
}

Date plus_days(Date date, int days)
{
    return date_from(days_of(date) + std::chrono::days {days});
}

Date plus_months(Date date, int months)
{
    const int index = date.year * 12 + date.month - 1 + months;
    const int year = index / 12;
    const int month = index % 12 + 1;
    return {year, month, std::min(date.day, days_in_month(year, month))};
}

int days_between(Date from, Date to)
{
    return static_cast<int>((days_of(to) - days_of(from)).count());
}

int days_in_month(int year, int month)
{
    using namespace std::chrono;
    const year_month_day_last last {std::chrono::year {year},
        month_day_last {std::chrono::month {static_cast<unsigned>(month)}}};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::string iso(Date date)
{
    return printed("%04d-%02d-%02d", date.year, date.month, date.day);
}

std::optional<Date> parse_iso(std::string_view text)
{
    const auto parts = numbers(text, "-");
    if (text.size() != 10 || !parts || parts->size() != 3)
        return std::nullopt;
    return valid_date((*parts)[0], (*parts)[1], (*parts)[2]);
}

std::string dmy(Date date)
{
    return printed("%02d/%02d/%04d", date.day, date.month, date.year);
}

std::string dm(Date date)
{
    return printed("%02d/%02d", date.day, date.month);
}

std::optional<Date> parse_dmy(std::string_view text)
{
    if (const auto date = parse_iso(text))
        return date;
    const auto parts = numbers(text, "/-.");
    // A year of two digits is ambiguous in a list of birth dates, so it is not read.
    if (!parts || parts->size() != 3 || (*parts)[2] < 1000)
        return std::nullopt;
    return valid_date((*parts)[2], (*parts)[1], (*parts)[0]);
}

std::string hm(UnixMs at)
{
    const auto local = local_time(at);
    return printed("%02d:%02d", local.hour, local.minute);
}

std::string m_ss(std::int64_t duration_ms)
{
    const std::int64_t seconds = (duration_ms < 0 ? -duration_ms : duration_ms) / 1000;
    return printed(
        "%lld:%02lld", static_cast<long long>(seconds / 60), static_cast<long long>(seconds % 60));
}

std::optional<UnixMs> parse_local(std::string_view text)
{
    const auto day = parse_iso(text.substr(0, 10));
    if (!day)
        return std::nullopt;
    if (text.size() == 10)
        return unix_ms({*day});
    if (text[10] != ' ' && text[10] != 'T')
        return std::nullopt;
    const auto time = numbers(text.substr(11), ":");
    if (!time || time->size() < 2 || time->size() > 3)
        return std::nullopt;
    const LocalTime at {*day, (*time)[0], (*time)[1], time->size() == 3 ? (*time)[2] : 0};
    if (at.hour > 23 || at.minute > 59 || at.second > 59)
        return std::nullopt;
    return unix_ms(at);
}

} // namespace chibo
