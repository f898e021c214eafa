#include "record/conflict_commands.h"

#include <algorithm>

#include <fmt/format.h>

#include "meeting/check.h"
#include "record/guards.h"
#include "record/query.h"
#include "record/sealing_commands.h"

namespace chibo {
namespace {

/// The conflict as it is now, unless it is another one by now.
Result<Conflict> current(Changes& changes, const Conflict& shown)
{
    for (Conflict& conflict : read_conflicts(changes.record())) {
        if (conflict.id == shown.id)
            return std::move(conflict);
    }
    return refuse("conflict.changed");
}

void note_choice(Changes& changes, const Conflict& conflict, std::string_view choice)
{
    Query(changes, R"sql(
        INSERT INTO conflict_choice (id, tbl, key, col, choice, chosen_at_ms)
        VALUES (:id, :tbl, :key, :col, :choice, :at_ms))sql")
        .bind(":id", changes.make_id<ChoiceId>())
        .bind(":tbl", conflict.table)
        .bind(":key", conflict.key)
        .bind(":col", conflict.column)
        .bind(":choice", choice)
        .bind(":at_ms", changes.now_ms())
        .run();
}

/// A sealed meeting stays as it was sealed.
Result<void> may_decide(Changes& changes, const Conflict& conflict)
{
    if (!conflict.meeting)
        return {};
    const auto meeting = changeable_meeting(changes, *conflict.meeting);
    return meeting ? Result<void>() : tl::unexpected(meeting.error());
}

void write_values(Changes& changes, const Conflict& conflict, const ConflictSide& side)
{
    const auto entry = read_entry(changes.record(), side.place);
    CHECK(entry.has_value());
    for (const Op& op : entry->ops) {
        if (op.table != conflict.table || key_bytes(op.key) != conflict.key)
            continue;
        for (const std::string& column : changes.written_with(conflict.table, conflict.column)) {
            if (const auto at = op.columns.find(column); at != op.columns.end())
                changes.write(op.table, op.key, column, at->second.new_value);
        }
    }
}

Result<void> give_next_number(Changes& changes, const Conflict& conflict, std::size_t side)
{
    // Who keeps the number is chosen; the other of the two gets the next free one.
    const auto keeper = read_entry(changes.record(), conflict.sides[side].place);
    const bool later_keeps = keeper && std::ranges::any_of(keeper->ops, [&](const Op& op) {
        return key_bytes(op.key) == conflict.key;
    });
    Query(changes, R"sql(
        UPDATE member SET number = (SELECT max(number) + 1 FROM member)
        WHERE id = (SELECT other.id FROM member AS one JOIN member AS other ON other.number = one.number
                    WHERE one.id = :key AND (other.id = :key) = :itself
                    ORDER BY other.id LIMIT 1))sql")
        .bind(":key", conflict.key)
        .bind(":itself", !later_keeps)
        .run();
    return {};
}

Result<void> choose(Changes& changes, const Conflict& shown, std::size_t side)
{
    const auto conflict = current(changes, shown);
    if (!conflict)
        return tl::unexpected(conflict.error());
    CHECK(side < conflict->sides.size());
    if (conflict->kind == Conflict::Kind::Proposal)
        return refuse("conflict.proposal");
    if (conflict->kind == Conflict::Kind::Number)
        return give_next_number(changes, *conflict, side);
    if (const auto allowed = may_decide(changes, *conflict); !allowed)
        return allowed;
    if (conflict->kind == Conflict::Kind::Removed) {
        const bool keeps_away = conflict->sides[side].holds;
        changes.write(
            conflict->table, conflict->key, conflict->column, std::int64_t {keeps_away ? 1 : 0});
    } else {
        write_values(changes, *conflict, conflict->sides[side]);
    }
    note_choice(changes, *conflict, "one");
    return {};
}

/// A further entry of the minutes beside the one in conflict, with its other text.
void add_entry(Changes& changes, const Conflict& conflict, const std::string& text)
{
    Query(changes, R"sql(
        INSERT INTO entry (id, meeting, item, kind, speaker, text, at_ms)
        SELECT :id, meeting, item, CASE kind WHEN 'conclusion' THEN kind ELSE 'opinion' END, speaker, :text, at_ms
        FROM entry WHERE id = :key)sql")
        .bind(":id", changes.make_id<EntryId>())
        .bind(":key", conflict.key)
        .bind(":text", text)
        .run();
}

Result<void> keep_all(Changes& changes, const Conflict& shown)
{
    const auto conflict = current(changes, shown);
    if (!conflict)
        return tl::unexpected(conflict.error());
    if (conflict->kind != Conflict::Kind::Text)
        return refuse("conflict.not_text");
    if (const auto allowed = may_decide(changes, *conflict); !allowed)
        return allowed;
    if (conflict->table == "entry" && conflict->column == "text") {
        for (const ConflictSide& side : conflict->sides) {
            if (!side.holds)
                add_entry(changes, *conflict, side.text);
        }
    } else {
        std::string all;
        for (const ConflictSide& side : conflict->sides)
            all += (all.empty() ? "" : "; ") + side.text;
        changes.write(conflict->table, conflict->key, conflict->column, all);
    }
    note_choice(changes, *conflict, "both");
    return {};
}

Result<void> write_text(Changes& changes, const Conflict& shown, const std::string& text)
{
    const auto conflict = current(changes, shown);
    if (!conflict)
        return tl::unexpected(conflict.error());
    if (conflict->kind != Conflict::Kind::Text)
        return refuse("conflict.not_text");
    if (text.empty())
        return refuse("minutes.no_text");
    if (const auto allowed = may_decide(changes, *conflict); !allowed)
        return allowed;
    changes.write(conflict->table, conflict->key, conflict->column, text);
    note_choice(changes, *conflict, "common");
    return {};
}

} // namespace

Command choose_side(const Conflict& conflict, std::size_t side)
{
    return {"choose_side", [=](Changes& changes) { return choose(changes, conflict, side); }};
}

Command keep_both(const Conflict& conflict)
{
    return {"keep_both", [=](Changes& changes) { return keep_all(changes, conflict); }};
}

Command write_common(const Conflict& conflict, std::string text)
{
    return {"write_common", [conflict, text = std::move(text)](Changes& changes) {
                return write_text(changes, conflict, text);
            }};
}

Command take_proposal(
    const Conflict& proposal, MemberId author, std::string reason, std::string text)
{
    return {"take_proposal",
        [proposal, author, reason = std::move(reason), text = std::move(text)](
            Changes& changes) -> Result<void> {
            const auto conflict = current(changes, proposal);
            if (!conflict)
                return tl::unexpected(conflict.error());
            const Command amendment
                = amend(conflict->meeting.value_or(MeetingId {}), author, reason, text);
            if (auto amended = amendment.apply(changes); !amended)
                return amended;
            note_choice(changes, *conflict, "amended");
            return {};
        }};
}

Command decline_proposal(const Conflict& proposal)
{
    return {"decline_proposal", [=](Changes& changes) -> Result<void> {
                const auto conflict = current(changes, proposal);
                if (!conflict)
                    return tl::unexpected(conflict.error());
                note_choice(changes, *conflict, "declined");
                return {};
            }};
}

} // namespace chibo
