// The sheets of the settings: a line of text, a recovery code.
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
    /// A new recovery code; an officer is asked for the own PIN first.
    [[nodiscard]] static SettingsSheet recovery(std::optional<Officer> asked = {});

    void draw(Ui& ui, Commands& commands, SettingsDesk& desk);
    [[nodiscard]] bool closed() const { return m_closed; }
    /// A line of text that was taken; the screen knows where it goes.
    struct Taken {
        Field field = Field::Room;
        std::string value;
    };
    [[nodiscard]] const std::optional<Taken>& taken() const { return m_taken; }

private:
    enum class What { Text, Pin, Recovery, Show };

    explicit SettingsSheet(What what) : m_what(what) {}
    [[nodiscard]] std::string title(Ui& ui) const;
    void draw_text(Ui& ui, Rect rect);
    void take_checked();
    void draw_pin(Ui& ui, Commands& commands, Rect rect);
    void draw_recovery(Ui& ui, SettingsDesk& desk, Rect rect);
    void draw_shown(Ui& ui, Rect rect);
    bool draw_buttons(Ui& ui, Rect rect, bool ready, std::string_view key);

    What m_what;
    Field m_field = Field::Room;
    std::string m_title, m_value;
    std::optional<Officer> m_officer; // Whose PIN is asked.
    std::shared_ptr<std::optional<Result<void>>> m_checked; // Of the PIN, once it was looked at.
    std::optional<Error> m_wrong;
    /// The new recovery code, once it is the cell's; shared with the job that makes it so.
    std::shared_ptr<std::optional<std::string>> m_made;
    std::optional<Taken> m_taken;
    bool m_fresh = true; // Not yet drawn: the keyboard goes to its field.
    bool m_touched = false;
    bool m_closed = false;
};

} // namespace chibo
