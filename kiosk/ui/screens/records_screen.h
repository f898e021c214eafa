// Hồ sơ: the meetings, newest first; a search finds them by title and by what was said in them.
#pragma once

#include <string>
#include <vector>

#include "record/meeting_queries.h"
#include "record/search.h"
#include "ui/screen.h"

namespace chibo {

class RecordsScreen final : public Screen {
public:
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;
    [[nodiscard]] std::string state() const override { return m_query; }
    void restore(std::string_view state) override { m_query = state; }

private:
    void draw_list(Ui& ui, const Rect& card, Commands& commands);
    void draw_meeting(Ui& ui, const Rect& row, const MeetingSummary& meeting, Commands& commands);
    [[nodiscard]] std::string facts(const Ui& ui, const MeetingSummary& summary) const;
    void draw_entry(Ui& ui, const Rect& row, const FoundEntry& found, Commands& commands);
    [[nodiscard]] Destination destination(const Meeting& meeting) const;

    Viewer m_viewer;
    std::vector<MeetingSummary> m_meetings; // That match; copies, replaced whole by refresh().
    std::vector<FoundEntry> m_entries;
    std::string m_query;
};

} // namespace chibo
