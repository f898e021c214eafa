// Hai bản khác nhau: what two devices wrote without having seen each other, side by side, to choose
// from. Each choice is an entry; every version stays in the history.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "meeting/text_difference.h"
#include "record/conflicts_queries.h"
#include "ui/screen.h"
#include "ui/screens/device_rows.h"
#include "ui/screens/version_card.h"
#include "ui/widgets/editor.h"

namespace chibo {

class ConflictsScreen final : public Screen {
public:
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;

private:
    enum class Sheet { None, Common, Amend };

    [[nodiscard]] const Conflict& current() const { return m_conflicts[m_at]; }
    void choose_first();
    void note_reading(Commands& commands);
    void read_people(const Record& record);
    float draw_head(Ui& ui, Rect& rect);
    void draw_tablet(Ui& ui, Rect rect, Commands& commands);
    void draw_stack(Ui& ui, Rect rect, Commands& commands);
    void draw_version(Ui& ui, const Rect& rect, std::size_t side);
    [[nodiscard]] float acts_height(const Ui& ui) const;
    void draw_acts(Ui& ui, const Rect& rect, Commands& commands);
    void draw_text_acts(Ui& ui, const Rect& rect, Commands& commands);
    void draw_proposal_acts(Ui& ui, const Rect& rect, Commands& commands);
    void draw_devices(Ui& ui, const Rect& rect, Commands& commands);
    void draw_sheet(Ui& ui, Commands& commands);
    void open_sheet(Ui& ui, Sheet sheet, const std::string& text);
    void settle(Commands& commands, Command command, const char* told);
    [[nodiscard]] VersionLook look_of(const Ui& ui, std::size_t side) const;
    [[nodiscard]] std::string who(const ConflictSide& side) const;
    [[nodiscard]] std::string words_of(const Ui& ui, const ConflictSide& side) const;
    [[nodiscard]] std::string where(const Ui& ui) const;
    [[nodiscard]] std::string what(const Ui& ui) const;
    [[nodiscard]] std::string keep_label(Ui& ui, float room) const;

    Viewer m_viewer;
    bool m_may = false;
    std::vector<Conflict> m_conflicts; // Copies, replaced whole by refresh().
    std::vector<Device> m_devices;
    std::map<std::string, int> m_numbers; // By name: of who wrote a side.
    std::map<MeetingId, std::string> m_chairs; // Their names.
    std::size_t m_at = 0;
    std::size_t m_side = 0; // Chosen.
    std::set<std::string> m_noted; // Conflicts of level C whose reading is in the journal.
    std::string m_id; // Of the conflict that the choice is about.
    TextDifference m_difference; // Of the first two sides.
    Sheet m_sheet = Sheet::None;
    Editor m_text;
    std::string m_reason;
};

} // namespace chibo
