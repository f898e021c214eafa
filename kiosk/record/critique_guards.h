// What the changes of a critique ask first. Private to record/critique_*_commands.cpp.
#pragma once

#include <optional>
#include <string>

#include "meeting/critique.h"
#include "record/minutes_commands.h"
#include "record/record.h"

namespace chibo {

/// Without a word in it.
[[nodiscard]] bool blank(const std::string& text);

/// Whether whoever makes the change may see all of the meeting's critique.
[[nodiscard]] bool sees_critique(const Changes& changes, const Meeting& meeting);

/// A critique with its meeting.
struct CritiqueAt {
    ItemId id {};
    Meeting meeting {};
    bool ended = false;
};
/// Nothing where it is unknown.
[[nodiscard]] std::optional<CritiqueAt> find_critique(Changes& changes, ItemId id);
/// What every change of a running critique asks first.
[[nodiscard]] Result<CritiqueAt> running_critique(Changes& changes, ItemId id);

/// What the chair says in the minutes of the item in which it is held.
[[nodiscard]] EntryDraft words_of_chair(
    const CritiqueAt& critique, EntryKind kind, const std::string& text);

} // namespace chibo
