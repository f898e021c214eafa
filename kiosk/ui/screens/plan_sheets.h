// The sheets of the plan: a day, a time, a place, an officer, an item of the agenda.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/dates.h"
#include "meeting/member.h"
#include "ui/ui.h"
#include "ui/widgets/date_picker.h"

namespace chibo {

class PlanSheet {
public:
    enum class What { Day, Time, Place, Chair, Clerk, Item };
    struct Answer {
        Date day {}; // Day
        UnixMs start_ms = 0; // Time
        std::string words {}; // Place; an item's title
        std::optional<MemberId> member {}; // Chair, Clerk; an item's presenter
        int index = 0; // Item: which; the number of items for a new one
        bool removed = false; // Item
    };

    [[nodiscard]] static PlanSheet day(Date chosen);
    [[nodiscard]] static PlanSheet time(UnixMs start);
    [[nodiscard]] static PlanSheet place(std::string words, std::vector<std::string> known);
    [[nodiscard]] static PlanSheet person(What which, std::optional<MemberId> chosen);
    /// An empty title is a new item.
    [[nodiscard]] static PlanSheet item(
        int index, std::string title, std::optional<MemberId> presenter);

    /// What was entered into a title or a place, as a draft keeps it; empty where nothing was.
    [[nodiscard]] std::string lines() const;
    [[nodiscard]] static std::optional<PlanSheet> from_lines(
        std::string_view lines, const std::vector<std::string>& known);

    void draw(Ui& ui, const std::vector<Member>& members);
    [[nodiscard]] What what() const { return m_what; }
    [[nodiscard]] bool closed() const { return m_closed; }
    /// Once, in the frame in which it was given.
    [[nodiscard]] const std::optional<Answer>& answer() const { return m_answer; }

private:
    explicit PlanSheet(What what) : m_what(what) {}
    void draw_day(Ui& ui, const Rect& rect);
    void draw_time(Ui& ui, Rect rect);
    void draw_place(Ui& ui, Rect rect);
    void draw_people(Ui& ui, const Rect& rect, const std::vector<Member>& members);
    void draw_item(Ui& ui, Rect rect, const std::vector<Member>& members);
    void draw_presenters(Ui& ui, const Rect& rect, const std::vector<Member>& members);
    void draw_buttons(Ui& ui, Rect rect);
    void give();

    What m_what;
    bool m_new = false;
    bool m_fresh = true; // Not yet drawn: the keyboard goes to its field.
    bool m_touched = false; // Something was entered: the dim layer no longer closes.
    Answer m_value;
    ShownMonth m_month;
    std::vector<std::string> m_known;
    std::optional<Answer> m_answer;
    bool m_closed = false;
};

} // namespace chibo
