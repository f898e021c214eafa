// Text on its way to the disk: when it goes there, and an editor's text with its caret as a draft.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "record/drafts.h"
#include "typing/text_buffer.h"

namespace chibo {

class Ui;

/// Half of the second within which what was typed is on disk.
inline constexpr std::int64_t draft_after_ms = 500;

class DraftTimer {
public:
    /// True, once, when what differs from the disk is due there; until then it asks for the frame
    /// that comes at that time.
    [[nodiscard]] bool due(Ui& ui, bool unsaved, std::int64_t after_ms = draft_after_ms);

private:
    std::optional<std::int64_t> m_since_ms;
};

[[nodiscard]] Draft draft_of(std::string place, const TextBuffer& text, std::string detail);
/// The text and its selection as they were; caret and anchor in bytes.
void take_up(TextBuffer& buffer, const std::string& text, std::int64_t caret, std::int64_t anchor);

} // namespace chibo
