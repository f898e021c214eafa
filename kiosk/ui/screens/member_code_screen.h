// Mã riêng của đồng chí: making a member's own code, and opening the own pages with it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "meeting/member.h"
#include "record/cell_queries.h"
#include "ui/own_pages_desk.h"
#include "ui/screen.h"

namespace chibo {

class MemberCodeScreen final : public Screen {
public:
    MemberCodeScreen(OwnPagesDesk& desk, MemberId member) : m_desk(desk), m_member_id(member) {}
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;
    [[nodiscard]] Surround surround() const override { return Surround::Whole; }

private:
    [[nodiscard]] bool makes() const { return !m_has_code || m_changes; }
    void draw_left(Ui& ui, Commands& commands, Rect rect, bool low);
    void draw_points(Ui& ui, const Rect& rect);
    float draw_point(Ui& ui, Rect rect, std::size_t number);
    [[nodiscard]] float points_height(Ui& ui, float width);
    void draw_foot(Ui& ui, Commands& commands, Rect rect);
    void draw_right(Ui& ui, const Rect& rect);
    void draw_fields(Ui& ui, Rect& column, bool tight);
    void draw_field(Ui& ui, const Rect& rect, std::string& code, bool second);
    void draw_keys(Ui& ui, const Rect& rect);
    void draw_sentence(Ui& ui, const Rect& rect);
    void draw_sheets(Ui& ui);
    [[nodiscard]] bool ready() const;
    [[nodiscard]] std::int64_t wait_ms() const;
    void ask(Ui& ui);
    void take_answer(Commands& commands);

    OwnPagesDesk& m_desk;
    MemberId m_member_id;
    Cell m_cell;
    std::optional<Member> m_member;
    OfficerBeside m_beside;
    bool m_has_code = false;
    bool m_changes = false; // The member, on own pages, makes another one.
    int m_drafts = 0; // What a forgotten code would lose.
    std::string m_code, m_again;
    bool m_in_second = false;
    /// Set once the code is opened or refused; shared with the job, so that leaving is safe.
    using Waiting = std::optional<Result<void>>;
    std::shared_ptr<Waiting> m_waiting;
    bool m_forgotten_open = false;
    std::optional<Error> m_refused;
};

} // namespace chibo
