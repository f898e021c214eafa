// Who said it, or who is to do it: the people of the meeting on a sheet.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "meeting/attendance.h"
#include "ui/geometry.h"
#include "ui/widget_id.h"

namespace chibo {

class Ui;

inline constexpr float person_picker_height = 72;
inline constexpr float person_picker_gap = 12;
[[nodiscard]] int person_picker_columns(const Ui& ui);
/// A picker a person, scrolling in `area`; gives the one that was touched.
[[nodiscard]] std::optional<AttendanceRow> person_pickers(Ui& ui, const WidgetId& id,
    const Rect& area, const std::vector<AttendanceRow>& people,
    const std::function<bool(const AttendanceRow&)>& chosen);

class PersonSheet {
public:
    PersonSheet(
        std::string title, std::vector<AttendanceRow> people, std::optional<PersonId> chosen) :
        m_title(std::move(title)), m_people(std::move(people)), m_chosen(chosen)
    {
    }

    void draw(Ui& ui);
    [[nodiscard]] bool closed() const { return m_closed; }
    [[nodiscard]] std::optional<PersonId> answer() const { return m_answer; }

private:
    std::string m_title;
    std::vector<AttendanceRow> m_people;
    std::optional<PersonId> m_chosen;
    std::optional<PersonId> m_answer;
    bool m_closed = false;
};

} // namespace chibo
