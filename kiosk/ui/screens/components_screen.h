// Every widget on three pages, as the pictures of that name have them; nothing here touches the
// record.
#pragma once

#include <string>

#include "ui/screen.h"
#include "ui/widgets/date_picker.h"
#include "ui/widgets/signature_pad.h"

namespace chibo {

class ComponentsScreen final : public Screen {
public:
    enum class Page { Looks, States, Inputs };

    explicit ComponentsScreen(Page page);
    void refresh(const Record& record, const Viewer& viewer) override
    {
        (void)record, (void)viewer;
    }
    void draw(Ui& ui, Commands& commands) override;
    [[nodiscard]] Surround surround() const override { return Surround::Whole; }

private:
    void draw_looks(Ui& ui);
    void draw_states_left(Ui& ui);
    void draw_states_right(Ui& ui);
    void draw_inputs_left(Ui& ui);
    void draw_inputs_right(Ui& ui);

    Page m_page;
    int m_kind = 0; // Of the pickers.
    std::string m_search;
    std::string m_code = "1234";
    std::string m_wrong_code;
    SignaturePad m_pad;
    ShownMonth m_month {2026, 9};
    Date m_day {2026, 9, 4};
};

} // namespace chibo
