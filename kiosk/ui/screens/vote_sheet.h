// A vote by show of hands: who may vote, all in favour by one touch, else counted by kind until the
// numbers add up.
#pragma once

#include <optional>
#include <string>

#include "meeting/vote.h"
#include "ui/widgets/editor.h"

namespace chibo {

class Ui;

class VoteSheet {
public:
    VoteSheet(const Vote& form, const Electorate& electorate, std::string motion);

    void draw(Ui& ui);
    [[nodiscard]] bool closed() const { return m_closed; }
    /// The result, once "Ghi kết quả" was touched.
    struct Result {
        std::string motion;
        Vote vote;
    };
    [[nodiscard]] std::optional<Result> result() const;
    /// While it is open the room may change: who comes may vote.
    void set_electorate(const Electorate& electorate, const Vote& form);

private:
    [[nodiscard]] std::string entitled_words(const Ui& ui) const;
    void draw_all_yes(Ui& ui, const Rect& rect);
    void draw_counts(Ui& ui, const Rect& rect);
    void draw_count(Ui& ui, const Rect& rect, int which);
    struct Check {
        std::string counted {}; // How many hands of how many,
        std::string then {}; // and what that asks for.
        std::string outcome {};
    };
    [[nodiscard]] Check check_words(const Ui& ui) const;
    [[nodiscard]] float check_height(Ui& ui, float width) const;
    void draw_check(Ui& ui, const Rect& rect) const;
    void draw_buttons(Ui& ui, Rect rect);

    Vote m_vote;
    Electorate m_electorate;
    Editor m_motion {TextBuffer::Shape::OneLine};
    bool m_closed = false;
    bool m_recorded = false;
};

} // namespace chibo
