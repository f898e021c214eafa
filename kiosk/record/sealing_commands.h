// Closing the minutes: read back, signed by both, sealed; amendments afterwards.
#pragma once

#include <string>

#include "meeting/minutes.h"
#include "record/record.h"

namespace chibo {

[[nodiscard]] Command read_item_back(MeetingId meeting, ItemId item);
/// Binds the content as it is. The caller has checked the member's own PIN. Refused while something
/// is missing (sealing.missing) and for who is not the meeting's chair or clerk
/// (sealing.not_yours).
[[nodiscard]] Command sign_minutes(
    MeetingId meeting, SignRole role, MemberId member, std::string strokes);
/// Stores the canonical text and its hash. Refused while something is missing (sealing.missing) or
/// a signature is missing or void (sealing.not_signed).
[[nodiscard]] Command seal_meeting(MeetingId meeting);
/// Only after the seal (sealing.not_sealed). The sealed text stays.
[[nodiscard]] Command amend(
    MeetingId meeting, MemberId author, std::string reason, std::string text);

} // namespace chibo
