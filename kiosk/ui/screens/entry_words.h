// What an entry says in a line of running text: "Đồng chí …:" and the rest.
#pragma once

#include <string>

#include "meeting/minutes.h"

namespace chibo {

class Ui;

struct EntryWords {
    std::string lead; // Drawn semibold.
    std::string rest;
};
[[nodiscard]] EntryWords entry_words(const Ui& ui, const Entry& entry);

} // namespace chibo
