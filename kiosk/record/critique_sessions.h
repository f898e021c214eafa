// A meeting may hold its critique under several items; for whoever asks it is one.
#pragma once

#include <string>

namespace chibo {

/// SQL: the ids of all critique sessions in the meeting of the session `:session`.
inline const std::string sessions_of_the_meeting = R"sql((
    SELECT id FROM critique_session
    WHERE meeting = (SELECT meeting FROM critique_session WHERE id = :session)))sql";

} // namespace chibo
