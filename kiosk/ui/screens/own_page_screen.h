// A member's own pages: what is to be written and put right, what was said to them, their tasks.
// Nobody else's rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/critique.h"
#include "meeting/task.h"
#include "record/critique_queries.h"
#include "ui/own_pages_desk.h"
#include "ui/screen.h"
#include "ui/screens/critique_sheets.h"

namespace chibo {

class OwnPageScreen final : public Screen {
public:
    enum class Part { Page, Remarks, Tasks };
    OwnPageScreen(OwnPagesDesk& desk, Part part) : m_desk(desk), m_part(part) {}
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;

private:
    void note_reading(Commands& commands);
    void draw_head(Ui& ui, Commands& commands, Rect rect);
    [[nodiscard]] float draw_awaited(Ui& ui, Commands& commands, Rect rest);
    [[nodiscard]] float draw_commitments(Ui& ui, Rect rest);
    [[nodiscard]] float draw_remarks(Ui& ui, Rect rest);
    [[nodiscard]] float draw_remark(Ui& ui, Rect rest, const Remark& remark);
    [[nodiscard]] float draw_tasks(Ui& ui, Rect rest);
    void draw_sheets(Ui& ui, Commands& commands);

    OwnPagesDesk& m_desk;
    Part m_part;
    Viewer m_viewer;
    bool m_locked = true;

    std::string m_name;
    int m_number = 0;
    int m_meetings = 0, m_present = 0; // Of this year.
    int m_year = 0;
    std::vector<AwaitedForm> m_awaited;
    std::vector<Commitment> m_commitments;
    CritiqueHistory m_history;
    std::vector<Task> m_tasks;
    const CritiqueRules* m_rules = nullptr;

    bool m_noted = false;
    std::optional<CommitmentId> m_progress_of;
    std::optional<WordsSheet> m_progress_sheet;
    std::optional<RemarkSheet> m_answer_sheet;
};

} // namespace chibo
