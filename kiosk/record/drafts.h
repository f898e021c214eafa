// Text still being typed, and where each screen stood: on this device only, outside the journal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.h"

namespace chibo {

struct Draft {
    std::string place {}; // minutes/<meeting>/<item>, plan/…
    std::string text {};
    std::int64_t caret = 0, anchor = 0; // In bytes; apart where something is selected.
    std::string detail {}; // JSON of the screen: speaker, kind, due day, the entry being edited.
    UnixMs saved_at_ms = 0; // Set by save_draft().
};

/// On disk when it returns; in place of the draft of the same place.
void save_draft(Record& record, const Draft& draft);
[[nodiscard]] std::optional<Draft> read_draft(const Record& record, const std::string& place);
/// Those whose place begins so, the latest first.
[[nodiscard]] std::vector<Draft> read_drafts(const Record& record, const std::string& beginning);
void drop_draft(Record& record, const std::string& place);
/// In the command that records the text, so that a power cut leaves the one or the other.
void drop_draft(Changes& changes, const std::string& place);
/// `command`, which also drops the draft.
[[nodiscard]] Command dropping_draft(Command command, std::string place);

/// What a screen comes back to after a restart: ids are the screens' own.
void save_ui_state(Record& record, const std::string& id, const std::string& value);
[[nodiscard]] std::optional<std::string> read_ui_state(const Record& record, const std::string& id);

} // namespace chibo
