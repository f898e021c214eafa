// Naming and withdrawing devices, and what is remembered of exchanges with them.
#pragma once

#include <string>

#include "record/devices_queries.h"
#include "record/record.h"

namespace chibo {

/// Refuses an empty name (device.no_name) and one that another device has (device.name_taken).
[[nodiscard]] Command rename_device(DeviceId device, std::string name);
/// Entries after the last one that is here now are not taken any more, anywhere. There is no way
/// back: the device can be invited anew. Refuses the own device (device.own), one that is unknown
/// (device.unknown) or withdrawn already (device.withdrawn_already).
[[nodiscard]] Command withdraw_device(DeviceId device);

/// Writes down a bundle written or refused; a merge writes down its own.
void note_exchange(Record& record, const Exchange& exchange);
/// Puts a refused file away ("Tệp chưa nhận").
void dismiss_exchange(Record& record, std::int64_t number);

} // namespace chibo
