// What a member is to put right though no critique gave it: an inspection's or a superior's remark.
#pragma once

#include <optional>
#include <string>

#include "meeting/critique.h"
#include "meeting/member.h"
#include "ui/widgets/date_picker.h"

namespace chibo {

class Ui;

class CommitmentSheet {
public:
    CommitmentSheet(const Member& whose, Date today);

    void draw(Ui& ui);
    [[nodiscard]] bool closed() const { return m_closed; }
    /// Once "Ghi" was touched.
    [[nodiscard]] bool added() const { return m_added; }
    [[nodiscard]] const Commitment& commitment() const { return m_commitment; }

private:
    enum class Choosing { GivenOn, DueOn };

    void draw_fields(Ui& ui, Rect& rest);
    void draw_sources(Ui& ui, Rect row);
    void draw_days(Ui& ui, const Rect& row);
    void draw_day(Ui& ui);

    Commitment m_commitment;
    std::optional<ShownMonth> m_month; // A day is being chosen.
    Choosing m_choosing = Choosing::DueOn;
    bool m_fresh = true; // Not drawn yet: the words take the keyboard.
    bool m_closed = false;
    bool m_added = false;
};

} // namespace chibo
