// What an entry says in a line of running text ("Đồng chí …:" and the rest), and how its kind
// looks.
#pragma once

#include <string>

#include "meeting/minutes.h"
#include "ui/icons.h"
#include "ui/theme.h"

namespace chibo {

class Ui;

struct EntryWords {
    std::string lead; // Drawn semibold.
    std::string rest;
};
[[nodiscard]] EntryWords entry_words(const Ui& ui, const Entry& entry);

[[nodiscard]] Icon kind_icon(EntryKind kind);
[[nodiscard]] Tone kind_tone(EntryKind kind);
[[nodiscard]] const char* kind_key(EntryKind kind);

} // namespace chibo
