// Trang của đảng viên: which member goes to own pages, while an officer has opened the cell.
#pragma once

#include <vector>

#include "meeting/member.h"
#include "ui/screen.h"

namespace chibo {

class MembersScreen final : public Screen {
public:
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;

private:
    struct Row {
        Member member;
        bool has_code = false;
    };
    void draw_tile(Ui& ui, Commands& commands, const Rect& rect, const Row& row);
    std::vector<Row> m_rows;
    Viewer m_viewer;
};

} // namespace chibo
