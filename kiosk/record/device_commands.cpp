#include "record/device_commands.h"

#include <algorithm>

#include "meeting/letters.h"
#include "record/query.h"

namespace chibo {
namespace {

std::optional<Device> find(const Record& record, DeviceId id)
{
    for (Device& device : read_devices(record)) {
        if (device.id == id)
            return std::move(device);
    }
    return std::nullopt;
}

Result<void> withdraw(Changes& changes, DeviceId id)
{
    if (id == changes.record().device())
        return refuse("device.own");
    const auto device = find(changes.record(), id);
    if (!device)
        return refuse("device.unknown");
    if (device->withdrawn)
        return refuse("device.withdrawn_already", {{"device", device->name}});
    Query(changes, R"sql(
        INSERT INTO device_withdrawal (id, device, last_seq, withdrawn_at_ms)
        VALUES (:id, :device, :last_seq, :at_ms))sql")
        .bind(":id", changes.make_id<WithdrawalId>())
        .bind(":device", id)
        .bind(":last_seq", device->entries)
        .bind(":at_ms", changes.now_ms())
        .run();
    return {};
}

} // namespace

Command rename_device(DeviceId device, std::string name)
{
    return {"rename_device", [device, name](Changes& changes) -> Result<void> {
                if (is_blank(name))
                    return refuse("device.no_name");
                const auto devices = read_devices(changes.record());
                const bool taken = std::ranges::any_of(devices,
                    [&](const Device& other) { return other.id != device && other.name == name; });
                if (taken)
                    return refuse("device.name_taken", {{"device", name}});
                Query(changes, "UPDATE device SET name = :name WHERE id = :device")
                    .bind(":name", name)
                    .bind(":device", device)
                    .run();
                return {};
            }};
}

Command withdraw_device(DeviceId device)
{
    return {"withdraw_device", [device](Changes& changes) { return withdraw(changes, device); }};
}

} // namespace chibo
