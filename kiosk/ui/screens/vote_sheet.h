// A vote by show of hands: who may vote, all in favour by one touch, else counted by kind until the
// numbers add up; and who asks that the minutes name their reserved opinion.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/vote.h"
#include "ui/widgets/editor.h"

namespace chibo {

class Ui;

/// Who may vote at one moment, as figures and by name.
struct VoteRoom {
    Electorate electorate {};
    std::vector<AttendanceRow> voters {};
    bool temporary_here_verified = true; // By which they vote; else it says so.
};
[[nodiscard]] VoteRoom vote_room(
    const std::vector<AttendanceRow>& rows, const RuleSet& rules, UnixMs at);

class VoteSheet {
public:
    enum class What { Counts, Corrects }; // A new vote, or one that is recorded already.
    VoteSheet(const Vote& form, VoteRoom room, const std::string& motion, What what = What::Counts);

    void draw(Ui& ui);
    [[nodiscard]] bool closed() const { return m_closed; }
    /// The result, once "Ghi kết quả" was touched.
    struct Result {
        std::string motion;
        Vote vote;
    };
    [[nodiscard]] std::optional<Result> result() const;
    /// While it is open the room may change: who comes may vote.
    void set_room(VoteRoom room, const Vote& form);

private:
    [[nodiscard]] std::string title(const Ui& ui) const;
    void draw_hands(Ui& ui);
    [[nodiscard]] std::string entitled_words(const Ui& ui) const;
    void draw_counts_head(Ui& ui, const Rect& row);
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

    // vote_reserved.cpp: whose reserved opinion the minutes name
    [[nodiscard]] bool asks_for_names() const; // Once somebody was not for it.
    [[nodiscard]] std::string reserved_words(const Ui& ui) const;
    [[nodiscard]] bool reserves(const std::string& name) const;
    void reserve(const std::string& name);
    void draw_reserved(Ui& ui);

    Vote m_vote;
    VoteRoom m_room;
    What m_what;
    Editor m_motion {TextBuffer::Shape::OneLine};
    bool m_closed = false;
    bool m_recorded = false;
    bool m_names_open = false; // Who reserves an opinion is being chosen.
};

} // namespace chibo
