// "Xuất PDF": to a USB stick that is plugged in, or the device's own folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/export_places.h"
#include "documents/pages.h"
#include "ui/screen.h"

namespace chibo {

class ExportSheet {
public:
    /// `file` is the name without a folder.
    ExportSheet(Pages pages, std::string file, bool draft);

    /// False once it is closed.
    [[nodiscard]] bool draw(Ui& ui, Commands& commands);

private:
    void draw_place(Ui& ui, const Rect& row, const ExportPlace& place, Commands& commands);
    void write(const ExportPlace& place, const std::string& said, Commands& commands);

    Pages m_pages;
    std::string m_bytes; // Made when asked for: its size is compared with the room there is.
    std::string m_file;
    bool m_draft;
    std::vector<ExportPlace> m_places;
    std::optional<Error> m_refusal;
    bool m_closed = false;
};

} // namespace chibo
