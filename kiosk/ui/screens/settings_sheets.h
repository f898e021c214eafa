// The sheets of the settings: a line of text, a member's standing and position, a recovery code.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "meeting/member.h"
#include "ui/screen.h"

namespace chibo {

class SettingsDesk;

class SettingsSheet {
public:
    enum class Field { Room, CellName, Organisation, ParentLine, CellLine, Place };

    [[nodiscard]] static SettingsSheet text(Field field, std::string title, std::string value);
    [[nodiscard]] static SettingsSheet member(const Member& member);
    [[nodiscard]] static SettingsSheet recovery();

    void draw(Ui& ui, Commands& commands, SettingsDesk& desk);
    [[nodiscard]] bool closed() const { return m_closed; }
    /// A line of text that was taken; the screen knows where it goes.
    struct Taken {
        Field field = Field::Room;
        std::string value;
    };
    [[nodiscard]] const std::optional<Taken>& taken() const { return m_taken; }
    /// The member whose photo is to be chosen.
    [[nodiscard]] const std::optional<Member>& wants_photo() const { return m_wants_photo; }

private:
    enum class What { Text, Member, Recovery, Show };

    explicit SettingsSheet(What what) : m_what(what) {}
    [[nodiscard]] std::string title(Ui& ui) const;
    void draw_text(Ui& ui, Rect rect);
    void draw_member(Ui& ui, Commands& commands, Rect rect);
    void draw_recovery(Ui& ui, SettingsDesk& desk, Rect rect);
    void draw_shown(Ui& ui, Rect rect);
    bool draw_buttons(Ui& ui, Rect rect, bool ready, std::string_view key);

    What m_what;
    Field m_field = Field::Room;
    std::string m_title, m_value;
    Member m_member;
    /// The new recovery code, once it is the cell's; shared with the job that makes it so.
    std::shared_ptr<std::optional<std::string>> m_made;
    std::optional<Taken> m_taken;
    std::optional<Member> m_wants_photo;
    bool m_fresh = true; // Not yet drawn: the keyboard goes to its field.
    bool m_touched = false;
    bool m_closed = false;
};

} // namespace chibo
