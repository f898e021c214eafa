// Theo dõi khắc phục: what each member is to put right, what was said of it, and the critiques of
// the years before. Level C: secretary and clerk see all; it always rests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/critique.h"
#include "meeting/member.h"
#include "record/critique_queries.h"
#include "ui/screen.h"
#include "ui/screens/commitment_sheet.h"
#include "ui/screens/critique_sheets.h"

namespace chibo {

class FollowUpScreen final : public Screen {
public:
    /// `member`: whose rows are shown first.
    explicit FollowUpScreen(std::optional<MemberId> member) : m_shown(member) {}
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;

private:
    struct Row {
        Member member;
        int open = 0, due = 0;
    };
    void note_reading(Commands& commands);
    void draw_members(Ui& ui, Commands& commands, const Rect& rect);
    void draw_member(Ui& ui, Commands& commands, const Rect& rect, const Row& row);
    void draw_history(Ui& ui, const Rect& rect);
    [[nodiscard]] float draw_content(Ui& ui, Rect rest);
    [[nodiscard]] static std::vector<std::string> notes_on(Ui& ui, const Commitment& commitment);
    [[nodiscard]] float draw_commitment(Ui& ui, Rect rest, const Commitment& commitment);
    [[nodiscard]] float draw_past(Ui& ui, Rect rest, const PastCritique& past);
    void draw_head(Ui& ui, Rect head, const Row& row);
    void draw_add(Ui& ui, Rect& head, float room);
    void draw_add_sheet(Ui& ui, Commands& commands);
    void draw_check_sheet(Ui& ui, Commands& commands);
    [[nodiscard]] const Row* shown() const;

    Viewer m_viewer;
    CritiqueSight m_sight = CritiqueSight::Nothing;
    std::vector<Row> m_rows;
    CritiqueHistory m_history;
    const CritiqueRules* m_rules = nullptr;
    Date m_today;

    std::optional<MemberId> m_shown, m_noted;
    std::optional<Commitment> m_checked; // How it stands is being said.
    CommitmentState m_state = CommitmentState::Open;
    Editor m_evidence;
    std::optional<CommitmentSheet> m_added; // One is being added.
};

} // namespace chibo
