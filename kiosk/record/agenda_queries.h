// The agenda and the list of speakers of a meeting.
#pragma once

#include "meeting/agenda.h"
#include "meeting/templates.h"
#include "record/record.h"

namespace chibo {

[[nodiscard]] Agenda read_agenda(const Record& record, MeetingId meeting);
/// Who waits under the current item, who has the floor, and how long each has spoken in the
/// meeting.
[[nodiscard]] SpeakerList read_speakers(const Record& record, MeetingId meeting);
/// The agenda that a new meeting of this template starts with: what the last one left undone comes
/// first.
[[nodiscard]] std::vector<PlannedItem> read_planned_agenda(
    const Record& record, const AgendaTemplate& agenda_template, Date day, const Roles& roles);
/// Secretary and deputy of the cell, and the given chair and clerk.
[[nodiscard]] Roles read_roles(
    const Record& record, std::optional<MemberId> chair, std::optional<MemberId> clerk);

} // namespace chibo
