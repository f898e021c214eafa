// Đồng bộ: the cell's devices, the stick or folder that carries the changes, what came in last, and
// what was not taken.
#pragma once

#include <optional>
#include <vector>

#include "record/devices_queries.h"
#include "record/folder.h"
#include "ui/screen.h"
#include "ui/screens/device_rows.h"
#include "ui/screens/invite_sheet.h"
#include "ui/screens/sync_cards.h"
#include "ui/screens/sync_sheets.h"

namespace chibo {

class ExchangeDesk;

class SyncScreen final : public Screen {
public:
    /// `detail`: "add" opens "Thêm thiết bị" at once.
    SyncScreen(ExchangeDesk& desk, CodeCost cost, std::string_view detail);
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;

private:
    void draw_columns(Ui& ui, Rect rect, Commands& commands);
    void draw_three(Ui& ui, const Rect& rect, Commands& commands);
    void draw_stack(Ui& ui, Rect rect, Commands& commands);
    void draw_devices(Ui& ui, const Rect& rect);
    void draw_carrier(Ui& ui, const Rect& rect);
    void draw_came_in(Ui& ui, const Rect& rect, Commands& commands);
    void draw_not_taken(Ui& ui, const Rect& rect);
    void draw_acts(Ui& ui, Rect rect, Commands& commands);
    void draw_sheets(Ui& ui, Commands& commands);
    void read_came_in(const Record& record);
    void read_not_taken(const Record& record);
    [[nodiscard]] CarrierView carrier() const;
    [[nodiscard]] std::string note(const Ui& ui) const;

    ExchangeDesk& m_desk;
    CodeCost m_cost; // Of the record folder's codes.
    bool m_may = false; // An officer.
    std::vector<Device> m_devices;
    SyncStatus m_status;
    std::optional<CameIn> m_came_in;
    std::optional<UnixMs> m_written_at_ms; // The last bundle.
    std::vector<NotTaken> m_not_taken;
    std::optional<PlaceSheet> m_places;
    std::optional<DeviceSheet> m_device;
    std::optional<NotTakenSheet> m_file;
    std::optional<InviteSheet> m_invite;
};

} // namespace chibo
