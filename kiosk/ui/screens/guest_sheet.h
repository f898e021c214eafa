// The sheet that adds a guest: name, organisation, as what they attend. Who is added is in the
// room.
#pragma once

#include <string>

#include "record/meeting_queries.h"
#include "ui/ui.h"

namespace chibo {

class GuestSheet {
public:
    void draw(Ui& ui);

    [[nodiscard]] bool closed() const { return m_closed; }
    [[nodiscard]] bool added() const { return m_added; }
    [[nodiscard]] const Guest& guest() const { return m_guest; }

private:
    void draw_kinds(Ui& ui, Rect row);

    Guest m_guest;
    bool m_fresh = true; // Not drawn yet: the name takes the keyboard.
    bool m_closed = false;
    bool m_added = false;
};

} // namespace chibo
