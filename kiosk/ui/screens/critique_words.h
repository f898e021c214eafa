// How the data's kinds, answers and states of a critique are called, drawn and coloured.
#pragma once

#include <string>
#include <string_view>

#include "meeting/critique.h"
#include "ui/icons.h"
#include "ui/ui.h"

namespace chibo {

[[nodiscard]] std::string label_of(const Ui& ui, const CritiqueLabel& label);
/// A kind's icon by the name that the data gives; a plain bubble for one that is not known here.
[[nodiscard]] Icon icon_named(std::string_view name);
[[nodiscard]] Tone tone_named(std::string_view name);

struct CritiqueLook {
    std::string words;
    Icon icon {};
    Tone tone = Tone::Neutral;
};
/// Of a remark's kind; the id itself where the data has no words for it.
[[nodiscard]] CritiqueLook remark_look(
    const Ui& ui, const CritiqueRules& rules, std::string_view kind);
[[nodiscard]] CritiqueLook answer_look(
    const Ui& ui, const CritiqueRules& rules, std::string_view kind);
[[nodiscard]] CritiqueLook commitment_look(const Ui& ui, CommitmentState state);
/// "Hạn 31/07/2026", or that there is none.
[[nodiscard]] std::string due_day_words(const Ui& ui, const std::optional<Date>& due_on);

} // namespace chibo
