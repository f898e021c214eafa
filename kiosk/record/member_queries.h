// Members, officers, and whom a scanned code belongs to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/member.h"
#include "record/record.h"

namespace chibo {

/// By given name, family name, middle name in Vietnamese order; without those who have left.
[[nodiscard]] std::vector<Member> read_members(const Record& record);
[[nodiscard]] std::vector<Member> read_members_with_left(const Record& record);
[[nodiscard]] std::optional<Member> read_member(const Record& record, MemberId member);
/// A member by the whole name as written; none where two have it.
[[nodiscard]] std::optional<Member> find_member(const Record& record, std::string_view name);
[[nodiscard]] std::string read_photo(const Record& record, MemberId member); // Bytes; empty: none.
[[nodiscard]] std::vector<Officer> read_officers(const Record& record); // Secretary first.
/// Had a role, and has none now: another device may have withdrawn it.
[[nodiscard]] bool is_withdrawn(const Record& record, OfficerId officer);
[[nodiscard]] std::string read_pin_hash(const Record& record, OfficerId officer);

/// What a scanner may read.
enum class CodeKind { Card, Citizen };
template <> struct Words<CodeKind> {
    static constexpr std::array<std::string_view, 2> all {"card", "citizen"};
};

struct MemberCode {
    CodeId id;
    MemberId member;
    CodeKind kind = CodeKind::Card;
};

/// The keyed hash of a card's or citizen's number; its key is derived from the cell's, so that
/// every device of the cell knows the card and nobody else does.
[[nodiscard]] std::string code_hash(const Record& record, CodeKind kind, std::string_view number);
/// Whose code it is: bound on the member's sheet, else the roster's card number; nobody for an
/// unknown one.
[[nodiscard]] std::optional<MemberId> match_code(
    const Record& record, CodeKind kind, std::string_view number);
/// The bound ones alone.
[[nodiscard]] std::optional<MemberId> match_bound_code(
    const Record& record, CodeKind kind, std::string_view number);
[[nodiscard]] std::vector<MemberCode> read_codes(const Record& record, MemberId member);

} // namespace chibo
