// Đọc biên bản: item by item before the cell, then the show of hands that adopts the minutes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/sealing.h"
#include "meeting/vote.h"
#include "ui/screen.h"
#include "ui/screens/vote_sheet.h"

namespace chibo {

class ReadbackScreen final : public Screen {
public:
    explicit ReadbackScreen(MeetingId meeting) : m_meeting(meeting) {}
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;
    [[nodiscard]] Resting resting() const override { return Resting::Stays; }
    [[nodiscard]] std::string state() const override;
    void restore(std::string_view state) override;

private:
    [[nodiscard]] int item_count() const { return static_cast<int>(m_content.agenda.items.size()); }
    [[nodiscard]] bool is_read(int item) const;
    [[nodiscard]] int read_count() const;
    [[nodiscard]] int first_unread() const; // item_count(): all are read.
    [[nodiscard]] const Entry* adoption() const;
    [[nodiscard]] bool at_last_step() const { return m_current >= item_count(); }

    void draw_outline(Ui& ui, const Rect& rect);
    void draw_progress(Ui& ui, const Rect& rect);
    void draw_outline_row(Ui& ui, const Rect& row, int item);
    void draw_last_step_row(Ui& ui, const Rect& row);
    void draw_item(Ui& ui, const Rect& rect);
    float draw_entry(Ui& ui, const Rect& at, const Entry& entry);
    void draw_adoption(Ui& ui, const Rect& rect);
    void draw_actions(Ui& ui, const Rect& row, Commands& commands);
    void draw_primary(Ui& ui, const Rect& rect, Commands& commands);
    void confirm_read(Commands& commands);
    void draw_vote(Ui& ui, Commands& commands);
    void record_adoption(const VoteSheet::Result& result, Commands& commands);

    MeetingId m_meeting;
    bool m_there = false;
    bool m_may_see = true; // The room sees no minutes (level B).
    MinutesContent m_content; // A copy of the record, replaced whole by refresh().
    std::vector<Reading> m_readings;
    VoteRoom m_voters;
    Vote m_form; // Of the vote that adopts the minutes, before hands are counted.
    std::optional<VoteSheet> m_vote; // Open while hands are counted.
    int m_current = -1; // The item shown; item_count() is the show of hands; -1: not chosen yet.
};

} // namespace chibo
