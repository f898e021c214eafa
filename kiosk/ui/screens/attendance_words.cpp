#include "ui/screens/attendance_words.h"

#include "meeting/dates.h"
#include "meeting/names.h"
#include "meeting/words.h"

namespace chibo {
namespace {

constexpr std::string_view between_roles = " · ";

std::string role_key(std::string_view role)
{
    return "role." + std::string(role);
}

/// Words of a text, as views into it.
std::vector<std::string_view> words_of(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at)
            words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// As many letters of the word as the query has; all of it where it has fewer.
std::string_view start_of(std::string_view word, std::string_view query)
{
    std::size_t at = 0;
    for (std::size_t asked = 0; asked < query.size() && at < word.size();) {
        (void)next_character(query, asked);
        (void)next_character(word, at);
    }
    return word.substr(0, at);
}

} // namespace

std::string role_words(const Ui& ui, const AttendanceRow& row)
{
    if (row.is_guest)
        return row.organisation.empty() ? ui.tr(role_key(word(row.guest_kind))) : row.organisation;
    const bool has_position = row.position != Position::None;
    if (row.is_clerk && !has_position)
        return ui.tr("role.clerk");
    std::string words = ui.tr(role_key(has_position ? word(row.position) : word(row.standing)));
    if (row.is_chair)
        words.append(between_roles).append(ui.tr("role.chair"));
    else if (row.is_clerk)
        words.append(between_roles).append(ui.tr("role.clerk"));
    return words;
}

TileState tile_state(const AttendanceRow& row, int not_arrived)
{
    switch (seat(row)) {
    case Seat::Present:
        return row.is_guest ? TileState::Guest : TileState::Present;
    case Seat::AnnouncedAbsent:
    case Seat::Excused:
        return TileState::Excused;
    case Seat::Unexcused:
        return TileState::Unexcused;
    case Seat::Left:
    case Seat::NotExpected:
        return TileState::Away;
    case Seat::NotArrived:
        break;
    }
    return row.is_guest || not_arrived > most_asked ? TileState::Quiet : TileState::Asked;
}

std::string band_words(const Ui& ui, const AttendanceRow& row, const Attendance& room)
{
    switch (seat(row)) {
    case Seat::Present: {
        const Values at {{"time", hm(row.stays.back().arrived_at_ms)}};
        if (row.is_guest)
            return ui.tr("check_in.guest_at", at);
        if (row.stays.size() > 1)
            return ui.tr("check_in.back_at", at);
        return ui.tr(
            late(row, room.planned_start_ms) ? "check_in.late_at" : "check_in.present_at", at);
    }
    case Seat::Left:
        return ui.tr("check_in.left_at", {{"time", hm(row.stays.back().left_at_ms.value_or(0))}});
    case Seat::AnnouncedAbsent:
    case Seat::Excused:
        return ui.tr("check_in.excused");
    case Seat::Unexcused:
        return ui.tr("check_in.unexcused");
    case Seat::NotExpected:
        return ui.tr(row.standing == Standing::Exempt ? "check_in.exempt"
                : row.standing == Standing::Suspended ? "check_in.is_suspended"
                                                      : "check_in.away");
    case Seat::NotArrived:
        break;
    }
    return ui.tr(row.is_guest ? "check_in.guest_invited" : "check_in.expected");
}

Icon band_icon(const AttendanceRow& row, const Attendance& room)
{
    const Seat now = seat(row);
    if (now == Seat::Present && !row.is_guest && late(row, room.planned_start_ms))
        return icons::schedule;
    if (now == Seat::NotExpected)
        return icons::event_available;
    return {};
}

StateChip state_chip(const Ui& ui, const AttendanceRow& row, const Attendance& room)
{
    StateChip chip {.words = band_words(ui, row, room), .look = {}};
    switch (seat(row)) {
    case Seat::Present:
        chip.look = {.tone = row.is_guest ? Tone::Blue : Tone::Green, .icon = icons::check_circle};
        break;
    case Seat::AnnouncedAbsent:
        chip = {ui.tr("clerk_sheet.announced"), {.tone = Tone::Amber, .icon = icons::event_busy}};
        break;
    case Seat::Excused:
        chip.look = {.tone = Tone::Amber, .icon = icons::event_busy};
        if (row.absence)
            chip.words = row.absence->reason == AbsenceReason::Other
                ? row.absence->reason_text
                : ui.tr("absence_reason." + std::string(word(row.absence->reason)));
        break;
    case Seat::Unexcused:
        chip.look = {.tone = Tone::Red, .icon = icons::cancel};
        break;
    case Seat::Left:
        chip.look.icon = icons::arrow_forward;
        break;
    case Seat::NotExpected:
    case Seat::NotArrived:
        chip.look.icon = icons::schedule;
        break;
    }
    return chip;
}

std::vector<TextRange> search_marks(std::string_view query, std::string_view name)
{
    std::vector<TextRange> marks;
    const std::vector<std::string_view> asked = words_of(query);
    for (const std::string_view word : words_of(name)) {
        for (const std::string_view each : asked) {
            const std::string_view start = start_of(word, each);
            if (match_name(each, start) < NameMatch::OtherWord)
                continue;
            const auto begin = static_cast<std::size_t>(start.data() - name.data());
            marks.push_back({begin, begin + start.size()});
            break;
        }
    }
    return marks;
}

std::string mark_words(const Ui& ui, const AttendanceMark& mark)
{
    const std::string figure = mark.percent == 0
        ? std::to_string(mark.numerator) + "/" + std::to_string(mark.denominator)
        : std::to_string(mark.percent) + "\u00A0%";
    const std::string words
        = mark.at_figure ? ui.tr("check_in.over", {{"percent", figure}}) : figure;
    return mark.verified ? words : ui.tr("common.unverified", {{"mark", words}});
}

std::string percent_words(int tenths)
{
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + "\u00A0%";
}

} // namespace chibo
