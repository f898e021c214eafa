// Bản tự kiểm điểm and the prompt sheet: what a member writes before the meeting, under the own
// code. Until it is handed in it lies sealed, and this screen alone opens it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/critique.h"
#include "record/critique_queries.h"
#include "record/own_codes.h"
#include "typing/suggester.h"
#include "ui/draft_text.h"
#include "ui/own_pages_desk.h"
#include "ui/screen.h"
#include "ui/screens/person_sheet.h"
#include "ui/widgets/editor.h"

namespace chibo {

class SelfCritiqueScreen final : public Screen {
public:
    /// `form`: which of those that wait; empty: the one that is due.
    SelfCritiqueScreen(OwnPagesDesk& desk, std::string form) :
        m_desk(desk), m_asked(std::move(form))
    {
    }
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;

private:
    void read_draft(const Record& record, const Key& key);
    void save_in_time(Ui& ui, Commands& commands);
    [[nodiscard]] SealedDraft draft() const;
    [[nodiscard]] bool moved() const;
    [[nodiscard]] int unwritten() const; // Sections that have no word yet.
    [[nodiscard]] bool ready() const;
    [[nodiscard]] Editor& editor() { return m_editors.at(m_shown); }

    void draw_nothing(Ui& ui, Commands& commands);
    float tabs_height(const Ui& ui) const;
    void draw_tabs(Ui& ui, const Rect& rect);
    void draw_one_tab(Ui& ui, Rect row);
    void draw_tab(Ui& ui, const Rect& rect, std::size_t number);
    void draw_to(Ui& ui, const Rect& rect);
    void draw_acts(Ui& ui, Commands& commands, Rect rect);
    void draw_state(Ui& ui, const Rect& rect);
    void draw_handed_in(Ui& ui, Commands& commands);
    void draw_sheets(Ui& ui, Commands& commands);
    void draw_hand_in_sheet(Ui& ui, Commands& commands);
    void hand_over(Commands& commands);
    [[nodiscard]] std::string round_words(Ui& ui) const;

    OwnPagesDesk& m_desk;
    std::string m_asked;
    Viewer m_viewer;
    bool m_locked = true; // Nobody has given the code.

    // A copy of the record.
    std::optional<AwaitedForm> m_awaited;
    const CritiqueForm* m_form = nullptr; // The installation's.
    std::optional<HandedIn> m_handed_in;
    std::vector<AttendanceRow> m_people; // Whom a suggestion may be for.

    bool m_read = false;
    std::vector<Editor> m_editors; // One a section.
    std::size_t m_shown = 0;
    std::optional<MemberId> m_to;
    std::string m_rating;
    std::vector<std::uint64_t> m_saved_versions;
    std::optional<MemberId> m_saved_to;
    std::string m_saved_rating;
    std::size_t m_saved_shown = 0;
    DraftTimer m_draft_timer;
    Suggester m_suggester; // Names and the data's phrases alone: nothing is learnt here.
    std::uint64_t m_suggester_version = 0;
    bool m_focus_asked = true;
    bool m_noted = false; // The reading of what was handed in is in the journal.
    bool m_hand_in_open = false;
    std::optional<PersonSheet> m_person_sheet;
};

} // namespace chibo
