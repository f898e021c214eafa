// The sheets over Home: what needs attention with the way to each, and all tasks due with their
// state.
#pragma once

#include <optional>
#include <vector>

#include "record/check_in_queries.h"
#include "record/meeting_queries.h"
#include "ui/screen.h"

namespace chibo {

/// "Quá hạn 3 ngày", "Hạn hôm nay", "Hạn 12/08": what a task's chip says.
struct DueWords {
    std::string words;
    bool overdue = false;
    bool today = false;
};
[[nodiscard]] DueWords due_words(Ui& ui, const Task& task);
/// The chip at the right end of a row; gives its width.
float draw_due_chip(Ui& ui, const Rect& row, const Task& task);

/// Owner, text and due day of a task; a rule above.
void draw_task_row(Ui& ui, const Rect& rect, const Task& task);
/// How far minutes have come: written, signed, sealed.
void draw_steps(Ui& ui, const Rect& rect, bool is_sealed);

class AttentionSheet {
public:
    AttentionSheet(const Home& home, int due_commitments, std::vector<AbsenceAlarm> absences) :
        m_home(home), m_due_commitments(due_commitments), m_absences(std::move(absences))
    {
    }
    void draw(Ui& ui, Commands& commands);
    [[nodiscard]] bool closed() const { return m_closed; }
    [[nodiscard]] bool wants_tasks() const { return m_wants_tasks; }

private:
    Home m_home;
    int m_due_commitments = 0;
    std::vector<AbsenceAlarm> m_absences;
    bool m_closed = false;
    bool m_wants_tasks = false;
};

class TasksSheet {
public:
    explicit TasksSheet(std::optional<EntryId> chosen = {}) : m_chosen(chosen) {}
    void draw(Ui& ui, Commands& commands, const std::vector<Task>& tasks);
    [[nodiscard]] bool closed() const { return m_closed; }

private:
    void draw_list(Ui& ui, const Rect& rect, const std::vector<Task>& tasks);
    void draw_task(Ui& ui, Commands& commands, Rect rect, const Task& task);

    std::optional<EntryId> m_chosen;
    bool m_closed = false;
};

} // namespace chibo
