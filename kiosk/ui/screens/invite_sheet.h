// "Thêm thiết bị": writes an invitation to a stick or folder, and shows the secret that goes
// another way.
#pragma once

#include "record/folder.h"
#include "ui/screen.h"

namespace chibo {

class ExchangeDesk;

class InviteSheet {
public:
    explicit InviteSheet(ExchangeDesk& desk) : m_desk(desk) {}
    /// False once it is closed. `cost` is the record folder's.
    [[nodiscard]] bool draw(Ui& ui, Commands& commands, const CodeCost& cost);

private:
    void draw_before(Ui& ui, Rect rect, Commands& commands, const CodeCost& cost);
    void draw_places(Ui& ui, Rect rect);
    void draw_made(Ui& ui, Rect rect);
    void draw_secret(Ui& ui, Rect& rect, const std::string& secret);

    ExchangeDesk& m_desk;
    bool m_closed = false;
};

} // namespace chibo
