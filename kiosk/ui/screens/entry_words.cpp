#include "ui/screens/entry_words.h"

#include <utility>

#include "ui/ui.h"
#include "ui/widgets/avatar.h"

namespace chibo {
namespace {

std::string without_full_stop(std::string text)
{
    while (!text.empty() && (text.back() == '.' || text.back() == ' '))
        text.pop_back();
    return text;
}

EntryWords vote_words(const Ui& ui, const Entry& entry)
{
    const Vote vote = entry.vote.value_or(Vote {});
    std::string rest = ui.tr("readback.vote_rest",
        {{"text", without_full_stop(entry.text)}, {"yes", std::to_string(vote.yes)},
            {"entitled", std::to_string(vote.entitled_present)}, {"no", std::to_string(vote.no)},
            {"other", std::to_string(vote.other)}});
    if (!vote.reserved.empty())
        rest += ui.tr("readback.vote_reserved", {{"names", vote.reserved}});
    return {ui.tr("readback.vote"), std::move(rest)};
}

} // namespace

EntryWords entry_words(const Ui& ui, const Entry& entry)
{
    switch (entry.kind) {
    case EntryKind::Opinion:
        return {
            ui.tr("readback.speaker", {{"name", kept_together(entry.speaker_name)}}), entry.text};
    case EntryKind::Conclusion:
        return {ui.tr("readback.conclusion"), entry.text};
    case EntryKind::Task: {
        const Task task = entry.task.value_or(Task {});
        return {ui.tr("readback.task"),
            ui.tr("readback.task_rest",
                {{"text", without_full_stop(entry.text)}, {"name", kept_together(task.owner_name)},
                    {"due", dmy(task.due_on)}})};
    }
    case EntryKind::Vote:
        return vote_words(ui, entry);
    }
    return {};
}

Icon kind_icon(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Conclusion:
        return icons::gavel;
    case EntryKind::Task:
        return icons::assignment_turned_in;
    case EntryKind::Vote:
        return icons::how_to_vote;
    default:
        return icons::chat_bubble_outline;
    }
}

Tone kind_tone(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Conclusion:
        return Tone::Gold;
    case EntryKind::Task:
        return Tone::Blue;
    case EntryKind::Vote:
        return Tone::Red;
    default:
        return Tone::Neutral;
    }
}

const char* kind_key(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Conclusion:
        return "minutes.conclusion";
    case EntryKind::Task:
        return "minutes.task";
    case EntryKind::Vote:
        return "minutes.vote";
    default:
        return "minutes.opinion";
    }
}

} // namespace chibo
