// The sheets of the sync screen: where to, a device, a file that was not taken.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "record/devices_queries.h"
#include "ui/screen.h"

namespace chibo {

class ExchangeDesk;

/// Sticks, the machine's own folder, and a folder by its path.
class PlaceSheet {
public:
    /// False once it is closed.
    [[nodiscard]] bool draw(Ui& ui, ExchangeDesk& desk);

private:
    void draw_path(Ui& ui, Rect rect, ExchangeDesk& desk);

    std::string m_path;
    bool m_wrong = false; // No folder lies there.
    bool m_closed = false;
};

/// A device's name; withdrawing it asks once more.
class DeviceSheet {
public:
    explicit DeviceSheet(const Device& device) : m_device(device), m_name(device.name) {}
    [[nodiscard]] bool draw(Ui& ui, Commands& commands);

private:
    void draw_name(Ui& ui, Rect& rect, Commands& commands);
    void draw_facts(Ui& ui, Rect& rect) const;

    Device m_device;
    std::string m_name;
    bool m_asks = false; // Whether it is to be withdrawn.
    bool m_closed = false;
};

/// The whole reason, and putting the file away.
class NotTakenSheet {
public:
    NotTakenSheet(std::string title, Error reason, std::optional<std::int64_t> number) :
        m_title(std::move(title)), m_reason(std::move(reason)), m_number(number)
    {
    }
    [[nodiscard]] bool draw(Ui& ui, Commands& commands);

private:
    std::string m_title;
    Error m_reason;
    std::optional<std::int64_t> m_number; // None: entries, which stay in the list.
    bool m_closed = false;
};

} // namespace chibo
