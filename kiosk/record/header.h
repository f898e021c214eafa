// The only clear file of a record folder: how the cells' keys are wrapped, and the machine's own
// settings.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "meeting/clock.h"
#include "meeting/ids.h"
#include "meeting/result.h"
#include "record/cbor.h"
#include "record/codes.h"

namespace chibo {

/// A cell's key, sealed with one code's key.
struct Wrap {
    std::string role; // secretary, deputy_secretary, clerk; recovery
    OfficerId officer {}; // Nil of the recovery code's. Says nothing to who cannot open the cell.
    Bytes nonce {};
    Bytes box {};
};

struct CellHeader {
    CellId id {};
    std::string name {};
    std::string file {}; // In the folder.
    std::vector<Wrap> wraps {};
    int failures = 0; // Wrong codes since the last right one.
    UnixMs next_try_at_ms = 0;
};

/// How this machine shows things; no secret, and needed before any code is typed.
struct MachineSettings {
    CellId last_cell {}; // Where the kiosk starts.
    std::string room {}; // Where it stands, as the cell opened last calls it: the lock screen's.
    std::string language = "vi"; // vi, en
    int text_size = 100; // Percent: 100, 115, 140
    std::string contrast = "normal"; // normal, high
    std::string motion = "full"; // full, reduced
    std::string sound = "off"; // off, on
};

/// Shown on the lock screen of the demo record.
struct DemoCodes {
    std::string code;
    std::string pin;
};

struct Header {
    Salt salt {};
    CodeCost cost {};
    std::vector<CellHeader> cells {};
    MachineSettings machine {};
    std::optional<DemoCodes> demo {};
};

/// Refused: none there (record.no_record), a newer format (record.newer), neither the file nor its
/// copy whole (record.header_damaged).
[[nodiscard]] Result<Header> read_header(const std::filesystem::path& folder);
/// Both the file and its copy, each whole at any moment; on disk when it returns. Throws
/// std::system_error.
void write_header(const std::filesystem::path& folder, const Header& header);

} // namespace chibo
