// What this device remembers of bundles written, taken in and refused. Never travels.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/devices_queries.h"

namespace chibo {

[[nodiscard]] std::optional<Exchange> read_last_taken_in(const Record& record);

/// What a bundle says of the device that wrote it.
struct Heard {
    DeviceId device {};
    Heads heads {}; // What it has.
    UnixMs written_at_ms = 0; // By its clock.
    /// A bundle of this device that it took in: when it was written by this clock, and taken in by
    /// its own.
    std::optional<std::pair<UnixMs, UnixMs>> took_in {};
};
void note_heard(Record& record, const Heard& heard);
/// An invitation goes out: until its device is heard, it is known to have what is here now.
void note_invited(Record& record);

/// The last bundle of each other device: what `Heard::took_in` there will be.
struct LastBundle {
    DeviceId device {};
    UnixMs written_at_ms = 0, taken_in_at_ms = 0;
};
[[nodiscard]] std::vector<LastBundle> read_last_bundles(const Record& record);

} // namespace chibo
