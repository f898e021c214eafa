// Plays the demo's meeting by the record's own commands, so that a picture that comes late in it
// needs no hundred taps before.
#pragma once

#include <filesystem>
#include <string>

#include "meeting/clock.h"
#include "record/record.h"

namespace chibo {

/// Every line of the story up to `until` ("09:58" or "09:58:10"), on the clock's day; the clock
/// goes along. What was played before is skipped. A line that is refused is a std::runtime_error.
void play_story(Record& record, FakeClock& clock, const std::filesystem::path& story, UnixMs from,
    UnixMs until);

/// The clock's day at "09:58" or "09:58:10".
[[nodiscard]] UnixMs time_of_day(const std::string& text, UnixMs day);

} // namespace chibo
