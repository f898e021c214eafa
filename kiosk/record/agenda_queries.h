// The agenda and the list of speakers of a meeting.
#pragma once

#include "meeting/agenda.h"
#include "record/record.h"

namespace chibo {

[[nodiscard]] Agenda read_agenda(const Record& record, MeetingId meeting);
/// Who waits under the current item, who has the floor, and how long each has spoken in the
/// meeting.
[[nodiscard]] SpeakerList read_speakers(const Record& record, MeetingId meeting);

} // namespace chibo
