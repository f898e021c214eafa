#include "record/schema.h"

#include <array>

#include "record/schema_steps.h"

namespace chibo {
namespace {

constexpr std::array<std::string_view, 38> travelling {"cell", "cell_heading", "setting", "member",
    "member_code", "officer", "device", "meeting", "time_anchor", "guest", "presence", "absence",
    "opening", "agenda_item", "item_run", "speaker", "entry", "vote", "task", "reading",
    "signature", "seal", "amendment", "self_critique", "self_critique_section", "critique_session",
    "critique_turn", "critique_run", "critique_remark", "critique_answer", "critique_conclusion",
    "commitment", "commitment_check", "restricted_reading", "own_code_event", "device_withdrawal",
    "conflict_choice", "code_event"};

constexpr std::array<std::string_view, 12> restricted {"self_critique", "self_critique_section",
    "critique_session", "critique_turn", "critique_run", "critique_remark", "critique_answer",
    "critique_conclusion", "commitment", "commitment_check", "restricted_reading",
    "own_code_event"};

// Whatever a group means, it means together: half of one device's and half of another's would be
// nobody's. The first column stands for the group at the conflict desk.
constexpr std::array<ColumnGroup, 6> groups {{
    {"vote", {"yes", "no", "other", "entitled_present", "base", "base_kind", "majority"}},
    {"task", {"result", "state", "closed_on"}},
    {"agenda_item", {"rank", "part"}},
    {"member", {"name", "family", "middle", "given"}},
    {"absence", {"kind", "reason", "reason_text"}},
    {"meeting", {"state", "closed_at_ms"}},
}};

// What a seal freezes, less the columns that go on living. Amendments come after it by nature;
// anchors of time are the machine's own.
constexpr std::array<SealedTable, 14> sealed {{
    {"meeting", {}},
    {"guest", {}},
    {"presence", {}},
    {"absence", {}},
    {"opening", {}},
    {"agenda_item", {}},
    {"item_run", {}},
    {"speaker", {}},
    {"entry", {}},
    {"vote", {}},
    {"task", {"result", "state", "closed_on"}},
    {"reading", {}},
    {"signature", {}},
    {"seal", {}},
}};

} // namespace

std::span<const std::string_view> migrations()
{
    static const std::array steps {
        first_schema, critique_schema, several_devices, search_behind, journal_rows, reasons};
    return steps;
}

std::span<const std::string_view> travelling_tables()
{
    return travelling;
}

std::span<const std::string_view> restricted_tables()
{
    return restricted;
}

std::span<const ColumnGroup> column_groups()
{
    return groups;
}

std::span<const SealedTable> sealed_tables()
{
    return sealed;
}

} // namespace chibo
