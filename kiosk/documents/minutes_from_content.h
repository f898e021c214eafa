// A meeting's content as the paper that says it.
#pragma once

#include <optional>
#include <vector>

#include "documents/minutes_paper.h"
#include "meeting/minutes.h"

namespace chibo {

/// What is beside the content of a meeting: who signed, the seal, later notes.
struct PaperClosing {
    std::vector<Signature> signatures; // Void ones leave the space empty.
    std::vector<Amendment> amendments;
    std::optional<PaperSeal> seal;
};

[[nodiscard]] MinutesPaper minutes_paper(
    const MinutesContent& content, const PaperClosing& closing, const MinutesTemplate& form);

} // namespace chibo
