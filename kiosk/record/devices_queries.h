// The cell's devices, what each is known to have, and how far apart they are.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/merge.h"
#include "record/record.h"

namespace chibo {

struct DeviceWithdrawal {
    std::int64_t last_seq = 0; // The last entry still taken from it.
    UnixMs at_ms = 0;
    DeviceId by {}; // The device on which it was done.
};

struct Device {
    DeviceId id {};
    std::string name {};
    bool own = false;
    UnixMs added_at_ms = 0;
    std::int64_t entries = 0; // Of it, here.
    /// When something of it last came in, by this device's clock.
    std::optional<UnixMs> heard_at_ms {};
    /// How far its clock is ahead of this one's; negative: behind. What is certain, nearest to
    /// zero: a stick does not tell how long it was carried. Nothing until something came from it.
    std::optional<std::int64_t> clock_off_ms {};
    int waiting_to_go = 0; // Entries here that it is not known to have.
    int waiting_here = 0; // Entries of it that came and wait for an earlier one.
    int missing_here = 0; // Entries of it that another device has seen and that are not here.
    bool newer_program = false; // It writes tables or columns that this program does not know.
    std::optional<DeviceWithdrawal> withdrawn {};

    [[nodiscard]] bool in_step() const { return waiting_to_go == 0 && missing_here == 0; }
};

/// This device first, then by name; withdrawn ones last.
[[nodiscard]] std::vector<Device> read_devices(const Record& record);
[[nodiscard]] std::optional<Device> find_device(const Record& record, std::string_view name);

/// What went or came: a bundle written, taken in or refused. Stays on this device.
struct Exchange {
    enum class Kind : std::uint8_t { Written, TakenIn, Refused } kind = Kind::Written;
    std::int64_t number = 0; // Of the list; for dismiss_exchange.
    UnixMs at_ms = 0;
    std::string
        device_name {}; // Who wrote the bundle taken in; for whom it was written; may be empty.
    std::string file {}; // Without its folder.
    int entries = 0; // In the bundle.
    Came came {}; // Of TakenIn.
    int refused = 0, waiting = 0; // Of TakenIn.
    Error reason {}; // Of Refused.
};

/// The newest first.
[[nodiscard]] std::vector<Exchange> read_exchanges(const Record& record, int at_most = 20);
/// Files refused that nobody has put away: "Tệp chưa nhận".
[[nodiscard]] std::vector<Exchange> read_refused_files(const Record& record);

/// The truth for the chip in the top bar.
struct SyncStatus {
    int devices = 0; // Others, not withdrawn; none: there is nobody to be in step with.
    int waiting_to_go = 0; // Entries that some other device is not known to have.
    int waiting_here = 0; // Entries that wait for an earlier one.
    int conflicts = 0; // For the conflict desk: differences and proposals.
    bool withdrawn = false; // This device: nothing more can be recorded on it.
    std::optional<Exchange> last {}; // Taken in.

    [[nodiscard]] bool in_step() const { return waiting_to_go == 0 && waiting_here == 0; }
};
[[nodiscard]] SyncStatus read_sync_status(const Record& record);

/// Entries that were refused, the newest first; their text stays readable by read_refused_entry.
[[nodiscard]] std::vector<RefusedEntry> read_refused_entries(const Record& record);
struct WaitingEntry {
    DeviceId device {};
    std::string device_name {}; // Empty: a device whose first entry has not come.
    std::int64_t seq = 0;
    DeviceId wants_device {};
    std::int64_t wants_seq = 0; // The entry it waits for.
    UnixMs at_ms = 0; // When it came.
};
[[nodiscard]] std::vector<WaitingEntry> read_waiting_entries(const Record& record);

/// The last entry of each device that is here.
using Heads = std::map<DeviceId, std::int64_t>;
[[nodiscard]] Heads read_heads(const Record& record);
/// The last entries that a device is known to have, by its own entries and bundles.
[[nodiscard]] Heads read_known_heads(const Record& record, DeviceId device);
/// The last entries that every other device which still counts has, those invited too. Empty where
/// nothing is known of any.
[[nodiscard]] Heads read_heads_of_others(const Record& record);

} // namespace chibo
