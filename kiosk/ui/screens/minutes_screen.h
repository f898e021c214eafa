// Biên bản: what is said under the running item, written live. The timer, the next item and the
// current speaker are in reach, so that one tablet can serve both officers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "documents/pages.h"
#include "meeting/minutes.h"
#include "meeting/rules.h"
#include "record/drafts.h"
#include "record/minutes_commands.h"
#include "typing/suggester.h"
#include "ui/draft_text.h"
#include "ui/phrases.h"
#include "ui/screen.h"
#include "ui/screens/minutes_timeline.h"
#include "ui/screens/person_sheet.h"
#include "ui/screens/vote_sheet.h"
#include "ui/widgets/date_picker.h"
#include "ui/widgets/editor.h"
#include "ui/widgets/page_preview.h"

namespace chibo {

class MinutesScreen final : public Screen {
public:
    /// `item`: shown first; none is the running one.
    explicit MinutesScreen(MeetingId meeting, std::optional<ItemId> item = {}) :
        m_meeting_id(meeting), m_chosen(item), m_leads_back(item.has_value()), m_focus_asked(!item)
    {
    }
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;
    [[nodiscard]] Resting resting() const override { return Resting::Stays; }
    bool undo(Commands& commands) override;
    [[nodiscard]] std::string state() const override;
    void restore(std::string_view state) override;

private:
    /// What is being composed, beside the text.
    struct Composing {
        EntryKind kind = EntryKind::Opinion;
        std::optional<PersonId> speaker;
        std::optional<MemberId> owner;
        std::optional<Date> due_on;
        std::optional<EntryId> edited; // "Ghi" replaces this entry.
        bool operator==(const Composing&) const = default;
        /// As drafts keep it.
        [[nodiscard]] std::string lines() const;
        [[nodiscard]] static Composing read(std::string_view lines);
    };
    /// What was being written when a recorded entry was touched: it comes back after the edit.
    struct Aside {
        Composing composing;
        std::string text;
        std::size_t caret = 0;
    };
    struct Regions {
        Rect outline; // Empty where there is no room beside the timeline.
        Rect strip; // Then: the current item above it.
        Rect header;
        Rect timeline;
        Rect edited; // What stands above the composer while an entry is edited.
        Rect composer;
        Rect footer; // Keys of a real keyboard.
        Rect preview; // The paper as it stands, on wide screens.
    };

    // minutes_screen.cpp: the copy and the regions
    void read_people(const Record& record);
    void read_draft(const Record& record);
    [[nodiscard]] Regions regions(Ui& ui);
    [[nodiscard]] const AgendaItem* shown_item() const;
    /// Where "Ghi" writes: the shown item, or the one that an edited entry is of.
    [[nodiscard]] const AgendaItem* written_item() const;
    /// Who may vote now; for a recorded vote, who was in the room when it was recorded.
    [[nodiscard]] VoteRoom voters() const;
    [[nodiscard]] bool writes() const; // This viewer may record now.
    [[nodiscard]] const AttendanceRow* person(const std::optional<PersonId>& id) const;
    void draw_nothing(Ui& ui, Commands& commands);
    void draw_timeline_of_item(Ui& ui, Commands& commands, const Rect& area);
    void draw_header(Ui& ui, Commands& commands, Rect rect) const;
    [[nodiscard]] bool sheet_open() const
    {
        return m_person_sheet || m_vote_sheet || m_month || m_move_open || m_page_viewer;
    }

    // minutes_sheets.cpp: what lies over it
    void draw_sheets(Ui& ui, Commands& commands);
    void draw_person_sheet(Ui& ui);
    void draw_month(Ui& ui);
    void draw_move(Ui& ui, Commands& commands);

    // minutes_suggestions.cpp: what the bar above the keyboard offers
    void read_suggestions(const Record& record);
    void offer_suggestions(Ui& ui);

    // minutes_preview.cpp: the third column of a wide screen
    void read_pages(const Record& record);
    void draw_preview(Ui& ui, Commands& commands, const Rect& rect);

    // minutes_recording.cpp: keys, "Ghi", an entry that is edited
    void take_keys(Ui& ui, Commands& commands);
    [[nodiscard]] std::optional<std::string> missing() const; // The key of why "Ghi" is off.
    void record(Ui& ui, Commands& commands);
    void open_vote();
    [[nodiscard]] Vote vote_form_of(const AgendaItem& item) const;
    void record_vote(const VoteSheet::Result& result, Commands& commands);
    void push_entry(EntryDraft draft, Commands& commands);
    void remove_edited(Commands& commands);
    void begin_edit(Ui& ui, EntryId entry);
    [[nodiscard]] bool edit_changed() const;
    void end_edit();

    // minutes_draft.cpp: on disk within a second
    void save_draft_in_time(Ui& ui, Commands& commands);
    [[nodiscard]] std::string aside_place() const { return place() + "/aside"; }
    [[nodiscard]] std::string place() const;

    // minutes_outline.cpp: the items at the left, or the current one above
    void draw_outline(Ui& ui, Commands& commands, const Rect& rect);
    void draw_outline_foot(Ui& ui, Commands& commands, const Rect& rect);
    float draw_item(Ui& ui, Commands& commands, Rect place, const AgendaItem& item, bool low);
    void draw_time_left(Ui& ui, const Rect& at, const AgendaItem& item, bool large);
    void draw_next_button(Ui& ui, Commands& commands, const Rect& rect);
    void draw_strip(Ui& ui, Commands& commands, Rect rect);
    [[nodiscard]] float item_height(Ui& ui, const AgendaItem& item, bool low) const;

    // minutes_composer.cpp: who, which kind, the words, "Ghi"
    void draw_composer(Ui& ui, Commands& commands, const Rect& rect);
    void draw_kinds(Ui& ui, Rect row);
    void draw_who(Ui& ui, const Rect& rect);
    [[nodiscard]] float who_width(Ui& ui) const;
    void draw_due(Ui& ui, const Rect& band);
    bool draw_due_choice(Ui& ui, const Rect& rect, const char* key, Date day);
    void draw_field(Ui& ui, Commands& commands, Rect row);
    void draw_edited(Ui& ui, Commands& commands, Rect rect);
    void draw_footer(Ui& ui, Rect rect);
    void choose_kind(EntryKind kind);
    [[nodiscard]] float composer_height(Ui& ui, float width, float room);
    [[nodiscard]] bool low(const Ui& ui) const; // The keyboard on the screen leaves little room.
    /// Low and large text: a task's day is chosen beside its words, and the field begins with a
    /// line.
    [[nodiscard]] bool tight(const Ui& ui) const;
    /// Upright with large text and no keyboard, who speaks has a row above the kinds.
    [[nodiscard]] bool who_above(const Ui& ui) const;
    [[nodiscard]] float kinds_height(const Ui& ui) const;
    [[nodiscard]] std::vector<Rect> kind_cells(Ui& ui, const Rect& row) const;
    void open_month(Date from);
    void draw_due_beside(Ui& ui, Rect& row);

    MeetingId m_meeting_id;
    std::optional<ItemId> m_chosen; // Touched in the outline; none: the running item.
    bool m_leads_back = false; // Opened for one item, from the reading or the seal.
    Viewer m_viewer;
    bool m_there = false;

    // A copy of the record, replaced whole by refresh().
    Meeting m_meeting;
    Agenda m_agenda;
    Attendance m_attendance;
    std::vector<TimelineRow> m_rows;
    UnixMs m_read_ms = 0; // When it was read.
    std::optional<Entry> m_edited; // The entry that is corrected, as it is recorded.
    const RuleSet* m_rules = nullptr; // The installation's; lives as long as the program.
    std::optional<Date> m_next_meeting;

    Suggester m_suggester;
    std::optional<Phrases> m_phrases;
    std::uint64_t m_suggester_version = 0;
    std::optional<std::vector<std::string>> m_sealed_texts; // Read, and to be counted.
    /// Where the job leaves what it counted.
    std::shared_ptr<std::shared_ptr<const LearntWords>> m_words;
    bool m_words_taken = false;
    std::optional<std::pair<EntryKind, ItemKind>> m_phrases_of;

    Composing m_composing;
    Editor m_editor;
    bool m_draft_read = false;
    bool m_focus_asked; // The field has the keyboard from the first frame on; not where a way back
                        // leads.
    std::uint64_t m_saved_version = 0; // Of the editor's text.
    Composing m_saved;
    std::optional<Aside> m_aside;
    bool m_edit_first = false; // Another entry was touched while this one is changed.
    DraftTimer m_draft_timer;
    std::optional<PersonId> m_current_speaker; // On the list of speakers.

    std::optional<PersonSheet> m_person_sheet;
    std::optional<VoteSheet> m_vote_sheet;
    ItemId m_voted_item {}; // What m_vote_sheet is about, whatever another device starts meanwhile.
    std::optional<ShownMonth> m_month; // The day is being chosen.
    bool m_sheet_was_open = false; // In the last frame.
    bool m_move_open = false; // The item that an edited entry goes to is being chosen.
    std::size_t m_rows_shown = 0; // The timeline goes to its end when there are more.
    std::optional<ItemId> m_rows_of;
    bool m_waits_for_entry = false;
    bool m_preview_wanted = false; // The screen is wide: the paper is read with the rest.
    std::optional<Pages> m_pages;
    std::optional<int> m_page; // Turned to; none: the last one, where the newest entry is.
    std::optional<PageViewer> m_page_viewer;
    std::optional<EntryId> m_newest; // Recorded here a moment ago.
    std::int64_t m_newest_ms = 0;
    std::optional<std::int64_t> m_outline_at; // The item that the outline was last scrolled to.
};

} // namespace chibo
