// One member of the roster: standing and position, details, the cards that check them in, leaving
// the cell.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "meeting/member.h"
#include "record/member_queries.h"
#include "ui/screen.h"

namespace chibo {

class MemberSheet {
public:
    explicit MemberSheet(MemberId member) : m_id(member) {}

    void refresh(const Record& record);
    void draw(Ui& ui, Commands& commands);
    /// A scanner typed it while the sheet was open: on the cards' page it is bound.
    void scanned(std::string_view code, Commands& commands);
    [[nodiscard]] bool closed() const { return m_closed || *m_taken; }
    /// The member whose photo is to be chosen; closes the sheet.
    [[nodiscard]] const std::optional<Member>& wants_photo() const { return m_wants_photo; }

private:
    enum class Page { Overview, Details, Cards, Leaving };
    /// The details as they are typed: days as 05/08/2026.
    struct Typed {
        std::string name, card_number, birth_on, joined_on, official_on;
    };

    void open_page(Page page);
    void draw_head(Ui& ui, Rect head) const;
    void draw_overview(Ui& ui, Commands& commands, Rect rect);
    void draw_details(Ui& ui, Commands& commands, Rect rect);
    void draw_cards(Ui& ui, Commands& commands, Rect rect);
    void draw_bound(Ui& ui, Commands& commands, const Rect& rect);
    void draw_leaving(Ui& ui, Commands& commands, Rect rect);
    /// The words of a label above its field, and the field.
    bool labelled(Ui& ui, const std::string& key, Rect rect, std::string& value);
    [[nodiscard]] bool draw_buttons(Ui& ui, Rect row, bool ready, std::string_view key);
    void take_details(Commands& commands);
    void bind(std::string_view code, Commands& commands);
    void leave(Commands& commands);
    [[nodiscard]] After told(const char* key);

    MemberId m_id;
    Member m_member {};
    std::vector<MemberCode> m_codes {};
    Date m_today {};
    Page m_page = Page::Overview;
    Typed m_typed {};
    std::string m_code; // A card's number, typed by hand.
    std::string m_reason, m_day; // Of leaving.
    /// Why nothing came of it; shared with the command that is on its way.
    std::shared_ptr<std::optional<Error>> m_wrong = std::make_shared<std::optional<Error>>();
    /// The details are in the record: the sheet closes, and "Hoàn tác" stands below it.
    std::shared_ptr<bool> m_taken = std::make_shared<bool>(false);
    std::optional<Member> m_wants_photo;
    bool m_fresh = true; // The page is not yet drawn: the keyboard goes to its field.
    bool m_read = false;
    bool m_closed = false;
};

} // namespace chibo
