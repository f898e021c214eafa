// When items and speakers begin and end: shared by the commands of the agenda, the start and the
// close.
#pragma once

#include "meeting/agenda.h"
#include "record/record.h"

namespace chibo {

/// The item runs from now on. Whatever ran before must have been ended.
void begin_item(Changes& changes, MeetingId meeting, ItemId item);
/// Its run ends now (if one is open) and it gets this state.
void finish_item(Changes& changes, MeetingId meeting, const AgendaItem& item, ItemState state);
/// Whoever has the floor has spoken.
void stop_speaking(Changes& changes, MeetingId meeting);
/// Ends a running meeting: the running item and speaker, and what was never begun is skipped.
void close_in(Changes& changes, const Meeting& meeting);

} // namespace chibo
