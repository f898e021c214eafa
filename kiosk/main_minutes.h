// A meeting as text on the terminal.
#pragma once

#include "meeting/minutes.h"
#include "ui/strings.h"

namespace chibo {

/// Title, time, who was there and who was not, then each item with what was recorded and who spoke.
void print_minutes(const Strings& strings, const MinutesContent& content);

} // namespace chibo
