// Changes of the members, the officers and the codes that a scanner may read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/member.h"
#include "record/member_queries.h"
#include "record/record.h"

namespace chibo {

/// Id and number are made where they are nil and 0. Refused without a name (members.no_name).
[[nodiscard]] Command add_member(Member member);
/// A roster's rows as one change: all are taken.
[[nodiscard]] Command add_members(std::vector<Member> members);
[[nodiscard]] Command edit_member(Member member);
[[nodiscard]] Command set_standing(MemberId member, Standing standing);
/// A secretary or deputy takes the position over from whoever has it.
[[nodiscard]] Command set_position(MemberId member, Position position);
[[nodiscard]] Command set_photo(MemberId member, std::string bytes); // Empty: none.
/// What the member said and did stays. Refused without a reason (members.no_reason) and for the
/// only officer there is (officers.last).
[[nodiscard]] Command member_left(MemberId member, Date day, std::string reason);

/// One member holds a role; who had it before is dismissed.
/// `id` where the header's wraps know the officer already: nil makes one.
[[nodiscard]] Command appoint_officer(
    MemberId member, OfficerRole role, std::string pin_hash, OfficerId id = {});
[[nodiscard]] Command set_pin(OfficerId officer, std::string pin_hash);
/// Refused for the only one there is (officers.last): somebody must be able to open the cell.
[[nodiscard]] Command dismiss_officer(OfficerId officer);

/// That the printed recovery code opened the cell, or that a new one was made.
enum class CodeEvent { RecoveryUsed, RecoveryRenewed };
template <> struct Words<CodeEvent> {
    static constexpr std::array<std::string_view, 2> all {"recovery_used", "recovery_renewed"};
};
/// Refused where the actor may not appoint officers (officers.not_yours).
[[nodiscard]] Command note_code_event(CodeEvent what);

/// Refused where the number is another member's, bound or by the roster (members.code_taken), and
/// where it is bound already (members.code_is_own). Only the keyed hash is kept.
[[nodiscard]] Command add_code(MemberId member, CodeKind kind, std::string number);
[[nodiscard]] Command remove_code(CodeId code);

} // namespace chibo
