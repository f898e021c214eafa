// Sheets: one task over the dimmed screen, never a sheet over a sheet. And the question that is
// asked once.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "ui/text.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

inline constexpr Size sheet_most {928, 616};

/// May a touch beside the sheet close it? Not once something was entered.
enum class DimCloses : bool { No, Yes };

/// The dim layer and the sheet's ground, on a layer of its own; what is drawn while it lives is on
/// the sheet.
/// ```
/// SheetScope sheet(ui, "sign", {928, 616});
/// … draw in sheet.rect() …
/// if (sheet.closed()) m_sheet.reset();
/// ```
class SheetScope {
public:
    SheetScope(Ui& ui, const WidgetId& id, Size size, DimCloses dim = DimCloses::Yes,
        std::optional<float> top = {});
    ~SheetScope();
    SheetScope(const SheetScope&) = delete;
    SheetScope& operator=(const SheetScope&) = delete;

    /// The whole sheet, as far as the screen has room for it: centred, or from the top where it is
    /// told so.
    [[nodiscard]] const Rect& rect() const { return m_rect; }
    /// Inside the padding of the pictures, 32/40 with the border.
    [[nodiscard]] Rect inside() const;
    /// The close button, in the inside's top right corner.
    void close_button(const Rect& inside, std::string_view spoken);
    /// The room inside with less padding where the sheet is narrow, below a head of 64 with the
    /// title and the close button.
    [[nodiscard]] Rect below_head(std::string_view title);
    /// Its close button, a touch on the dim layer, or Esc.
    [[nodiscard]] bool closed() const { return m_closed; }

private:
    Ui& m_ui;
    WidgetId m_id;
    std::optional<LayerScope> m_layer;
    Rect m_rect;
    bool m_closed = false;
};

/// "Khóa biên bản tháng 8?": title, what follows from it, the safe button left, the primary right.
struct ConfirmLook {
    std::string_view title {};
    std::string_view words {};
    std::string_view safe {};
    std::string_view go {};
    Icon icon {};
    bool caution = false;
};
enum class Answer { None, No, Go };
[[nodiscard]] Answer confirm_sheet(Ui& ui, const WidgetId& id, const ConfirmLook& look);
/// The inside of it alone, for the components screen.
[[nodiscard]] Answer confirm_content(
    Ui& ui, const WidgetId& id, const Rect& rect, const ConfirmLook& look);
/// The white ground of a sheet.
void sheet_ground(Ui& ui, const Rect& rect);

} // namespace chibo
