// Tasks given in a meeting: one accountable member, one due day.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "meeting/dates.h"
#include "meeting/ids.h"
#include "meeting/words.h"

namespace chibo {

enum class TaskState { New, UnderWay, Done, Cancelled };
template <> struct Words<TaskState> {
    static constexpr std::array<std::string_view, 4> all {"new", "under_way", "done", "cancelled"};
};

struct Task {
    EntryId id;
    MeetingId meeting;
    std::string meeting_title;
    std::string text;
    MemberId owner;
    std::string owner_name;
    int owner_number = 0;
    Date due_on;
    TaskState state = TaskState::New;
    std::string result;
    std::optional<Date> closed_on;
};

[[nodiscard]] bool still_open(TaskState state); // New or under way.
/// Days past the due day; 0 when due today, below zero before.
[[nodiscard]] int overdue_days(const Task& task, Date today);
[[nodiscard]] bool overdue(const Task& task, Date today);

} // namespace chibo
