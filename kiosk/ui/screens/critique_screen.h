// Tự phê bình và phê bình in the meeting: whose turn it is, what was to be put right since the last
// time, what is said and how it is taken, the chair's conclusion. Level C: it always rests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/attendance.h"
#include "meeting/critique.h"
#include "record/critique_commands.h"
#include "typing/suggester.h"
#include "ui/draft_text.h"
#include "ui/screen.h"
#include "ui/screens/critique_sheets.h"
#include "ui/screens/person_sheet.h"
#include "ui/widgets/date_picker.h"
#include "ui/widgets/editor.h"

namespace chibo {

class ScrollScope;

class CritiqueScreen final : public Screen {
public:
    explicit CritiqueScreen(MeetingId meeting) : m_asked(meeting) {}
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;
    [[nodiscard]] std::string state() const override;
    void restore(std::string_view state) override;

private:
    /// What is being written, beside the words.
    struct Composing {
        std::string kind;
        std::optional<PersonId> from;
        std::optional<RemarkId> edited; // "Ghi" replaces this remark.
        bool operator==(const Composing&) const = default;
    };

    // critique_screen.cpp: the copy, the regions
    void read_person(const Record& record);
    [[nodiscard]] const CritiquePerson* shown() const;
    [[nodiscard]] bool writes() const; // A critique runs, and this viewer leads or writes it.
    [[nodiscard]] UnixMs now(const Ui& ui) const;
    [[nodiscard]] bool low(const Ui& ui) const; // The keyboard on the screen leaves little room.
    void draw_nothing(Ui& ui, Commands& commands);
    void draw_beside(Ui& ui, Commands& commands, Rect whole);
    void draw_low(Ui& ui, Commands& commands, Rect whole);
    void draw_stacked(Ui& ui, Commands& commands, Rect whole);

    // critique_drafts.cpp
    [[nodiscard]] std::string place(std::string_view what) const;
    void read_drafts(const Record& record);
    void save_drafts_in_time(Ui& ui, Commands& commands);

    // critique_acts.cpp: what is done, and the sheets
    void note_reading(Commands& commands);
    void show(MemberId member, Commands& commands);
    void touch_person(const CritiquePerson& person, Commands& commands);
    void call(MemberId member, Commands& commands);
    void record_remark(Commands& commands);
    void conclude(Commands& commands);
    void go_on(Commands& commands);
    void finish(Commands& commands);
    [[nodiscard]] bool conclusion_moved() const; // Not as recorded.
    [[nodiscard]] bool concluded() const;
    void draw_sheets(Ui& ui, Commands& commands);
    void draw_person_sheet(Ui& ui);
    void draw_remark_sheet(Ui& ui, Commands& commands);
    void draw_release_sheet(Ui& ui, Commands& commands);
    void draw_evidence_sheet(Ui& ui, Commands& commands);

    // critique_people.cpp: the strip, who it is about, "kept?"
    [[nodiscard]] float strip_height(Ui& ui, float width) const;
    void draw_strip(Ui& ui, Commands& commands, const Rect& rect);
    void draw_tile(Ui& ui, Commands& commands, const Rect& rect, const CritiquePerson& person);
    [[nodiscard]] bool head_fits(Ui& ui, float width) const; // On one line.
    [[nodiscard]] std::string who_sees(Ui& ui) const;
    void draw_head(Ui& ui, const Rect& rect);
    void draw_person(Ui& ui, Commands& commands, const Rect& rect);
    void draw_timer(Ui& ui, Commands& commands, const Rect& square, const CritiquePerson& person);
    [[nodiscard]] const Commitment* asked() const;
    void draw_kept(Ui& ui, Commands& commands, const Rect& rect);
    void draw_kept_words(Ui& ui, const Rect& rect, const Commitment& commitment);
    void draw_third(Ui& ui, const Rect& rect);
    [[nodiscard]] float kept_height(Ui& ui, float width) const;

    // critique_timeline.cpp: what was said
    void draw_timeline(Ui& ui, const Rect& area);
    float draw_remarks(Ui& ui, Rect rest, const ScrollScope* view);
    void draw_remark(Ui& ui, const Rect& place, const Remark& remark, bool last);
    [[nodiscard]] float remark_height(Ui& ui, float width, const Remark& remark) const;

    // critique_composer.cpp: who, which kind, the words; the conclusion
    void draw_composer(Ui& ui, Commands& commands, const Rect& rect);
    [[nodiscard]] float composer_height(Ui& ui, float width) const;
    [[nodiscard]] bool kinds_fit(Ui& ui, float room) const;
    [[nodiscard]] float from_width(Ui& ui) const;
    void draw_from(Ui& ui, const Rect& rect);
    void draw_kinds(Ui& ui, const Rect& rect);
    void draw_conclusion(Ui& ui, Commands& commands, const Rect& rect);
    void draw_conclusion_buttons(Ui& ui, Commands& commands, const Rect& row);
    [[nodiscard]] bool speaks_of_oneself() const;
    [[nodiscard]] const AttendanceRow* person(const std::optional<PersonId>& id) const;
    void choose_from(PersonId from);

    MeetingId m_asked;
    Viewer m_viewer;

    // A copy of the record, replaced whole by refresh().
    std::optional<Meeting> m_meeting;
    Attendance m_attendance;
    Critique m_critique;
    CritiqueTurn m_turn; // Of who is shown.
    CritiqueSight m_sight = CritiqueSight::Nothing;
    const CritiqueRules* m_rules = nullptr; // The installation's; lives as long as the program.
    std::optional<ItemId> m_item; // Where a critique would begin.
    std::string m_item_title;
    UnixMs m_read_at_ms = 0; // The meeting's time when this was read …
    std::int64_t m_read_elapsed_ms = 0; // … and the machine's.

    std::optional<MemberId> m_shown; // Touched; none: whose turn it is.
    std::optional<MemberId> m_read_for; // Whose drafts stand in the editors.
    std::optional<MemberId> m_noted; // Whose reading is in the journal.
    Composing m_composing, m_saved;
    Editor m_editor;
    std::uint64_t m_saved_version = 0;
    Editor m_conclusion;
    std::optional<Date> m_due_on, m_saved_due;
    std::uint64_t m_saved_conclusion = 0;
    DraftTimer m_draft_timer;
    Suggester m_suggester;
    std::uint64_t m_suggester_version = 0;
    bool m_focus_asked = true;
    bool m_writes_conclusion = false; // With the keyboard on the screen: instead of a remark.
    std::size_t m_commitment = 0; // Which of several is asked.
    std::size_t m_remarks_shown = 0; // The timeline goes to its end when there are more.
    std::optional<MemberId> m_remarks_of;

    std::optional<PersonSheet> m_person_sheet;
    std::optional<RemarkSheet> m_remark_sheet;
    std::optional<WordsSheet> m_release_sheet;
    std::optional<WordsSheet> m_evidence_sheet;
    std::optional<ShownMonth> m_month; // The conclusion's day is being chosen.
};

} // namespace chibo
