// A further device for a cell: a file that carries the cell's key and all its entries, and a
// secret that opens the file and goes another way.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "exchange/bundle.h"
#include "record/folder.h"

namespace chibo {

struct Invitation {
    std::string secret; // Six words, "sen - hồng - …": to be shown, never written to the stick.
    std::string qr; // The same for a QR code: a scanner types it where the secret is asked for.
    int entries = 0; // That the file carries.
};

/// Draws the secret and writes the file (bundle.no_room, bundle.not_written). `cost` as the record
/// folder's own (RecordFolder::cost). Takes the better part of a second.
[[nodiscard]] Result<Invitation> write_invitation(Record& record, const std::filesystem::path& file,
    const CodeCost& cost = CodeCost::moderate(), const Actor& by = {});

/// Who opens the cell on the new device, and with what.
struct Joining {
    std::filesystem::path file;
    std::string secret;
    std::string code; // The new unlock code; refused where it is weak (codes.*).
    std::string officer; // As is_called takes it; empty: the secretary.
};
struct Joined {
    CellId cell {};
    std::string cell_name;
    std::string device_name; // What the others will call this device.
    std::string recovery_code; // To be shown once.
    int entries = 0;
};

/// Makes the cell in `folder` from the file, whole or not at all. Refused: invitation.missing,
/// invitation.not_one, invitation.wrong_secret, invitation.here_already, invitation.no_officer,
/// invitation.which_officer, and what read_bundle does. `name` is the device's; empty: the
/// machine's.
[[nodiscard]] Result<Joined> join_cell(RecordFolder& folder, const Joining& joining,
    const Clock& clock, Random& random, const std::string& name = {});

} // namespace chibo
