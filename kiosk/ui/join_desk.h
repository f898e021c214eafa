// "Nhận chi bộ từ máy khác": from a locked screen, or one that has no cell yet, an invitation's
// file and its secret make this a device of the cell.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ui/exchange_desk.h"
#include "ui/session.h"

namespace chibo {

class JoinDesk {
public:
    explicit JoinDesk(ExchangeDesk& desk);
    /// True when the cell is here and open.
    [[nodiscard]] bool draw(Ui& ui, Session& session);
    [[nodiscard]] bool closed() const { return m_closed; }

private:
    enum class Page { File, Secret, Device, Code, Joining, Joined };

    void look_for_files();
    void draw_head(Ui& ui, Rect rect);
    void draw_file(Ui& ui, Rect& rect);
    void draw_folder(Ui& ui, Rect& rect);
    void draw_secret(Ui& ui, Rect& rect);
    void draw_device(Ui& ui, Rect& rect);
    void draw_code(Ui& ui, Rect& rect, Session& session);
    void draw_joined(Ui& ui, Rect& rect);
    /// The line of buttons below a page's fields; true: go on.
    [[nodiscard]] bool draw_buttons(Ui& ui, Rect& rect, bool ready, const char* key);
    void draw_refusal(Ui& ui, Rect& rect) const;
    void turn_to(Ui& ui, Page page, const char* field);
    void take_result(Ui& ui);

    ExchangeDesk& m_desk;
    Page m_page = Page::File;
    std::vector<std::filesystem::path> m_files;
    Joining m_joining;
    std::string m_device; // Its name.
    std::string m_folder; // As typed.
    std::optional<Error> m_refusal;
    std::optional<Joined> m_joined;
    bool m_open = false; // The recovery code was written down.
    bool m_closed = false;
};

} // namespace chibo
