#include "ui/screens/critique_words.h"

#include <array>
#include <utility>

namespace chibo {

std::string label_of(const Ui& ui, const CritiqueLabel& label)
{
    return ui.strings().language() == Language::English ? label.en : label.vi;
}

Icon icon_named(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, Icon>, 12> all {{
        {"thumb_up", icons::thumb_up},
        {"report_problem", icons::report_problem},
        {"chat_bubble_outline", icons::chat_bubble_outline},
        {"help", icons::help},
        {"person", icons::person},
        {"check_circle", icons::check_circle},
        {"rule", icons::rule},
        {"pan_tool", icons::pan_tool},
        {"build", icons::build},
        {"stars", icons::stars},
        {"flag", icons::flag},
        {"gavel", icons::gavel},
    }};
    for (const auto& [known, icon] : all) {
        if (known == name)
            return icon;
    }
    return icons::chat_bubble_outline;
}

Tone tone_named(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, Tone>, 5> all {{
        {"green", Tone::Green},
        {"amber", Tone::Amber},
        {"red", Tone::Red},
        {"blue", Tone::Blue},
        {"gold", Tone::Gold},
    }};
    for (const auto& [known, tone] : all) {
        if (known == name)
            return tone;
    }
    return Tone::Neutral;
}

namespace {

CritiqueLook look_of(const Ui& ui, const CritiqueKind* kind, std::string_view id)
{
    if (kind == nullptr)
        return {.words = std::string(id), .icon = icons::chat_bubble_outline};
    return {label_of(ui, kind->label), icon_named(kind->icon), tone_named(kind->tone)};
}

} // namespace

CritiqueLook remark_look(const Ui& ui, const CritiqueRules& rules, std::string_view kind)
{
    if (kind == rules.self.id)
        return look_of(ui, &rules.self, kind);
    return look_of(ui, kind_named(rules.remarks, kind), kind);
}

CritiqueLook answer_look(const Ui& ui, const CritiqueRules& rules, std::string_view kind)
{
    return look_of(ui, kind_named(rules.answers, kind), kind);
}

CritiqueLook commitment_look(const Ui& ui, CommitmentState state)
{
    const std::string words = ui.tr("commitment." + std::string(word(state)));
    switch (state) {
    case CommitmentState::PutRight:
        return {words, icons::check_circle, Tone::Green};
    case CommitmentState::UnderWay:
        return {words, icons::timelapse, Tone::Blue};
    case CommitmentState::NotPutRight:
        return {words, icons::error, Tone::Red};
    case CommitmentState::Open:
        break;
    }
    return {words, icons::flag, Tone::Neutral};
}

std::string due_day_words(const Ui& ui, const std::optional<Date>& due_on)
{
    return due_on ? ui.tr("commitment.due", {{"day", dmy(*due_on)}}) : ui.tr("commitment.no_due");
}

} // namespace chibo
