#include "record/member_commands.h"

#include <algorithm>

#include "meeting/letters.h"
#include "record/name_order.h"
#include "record/query.h"

namespace chibo {
namespace {

int next_number(Changes& changes)
{
    Query query(changes, "SELECT coalesce(max(number), 0) + 1 FROM member");
    return query.next() ? query.integer() : 1;
}

void bind_member(Query& query, const Member& member)
{
    query.bind(":id", member.id)
        .bind(":number", member.number)
        .bind(":name", member.name)
        .bind(":family", member.family)
        .bind(":middle", member.middle)
        .bind(":given", member.given)
        .bind(":birth_on", member.birth_on)
        .bind(":sex", word(member.sex))
        .bind(":position", word(member.position))
        .bind(":standing", word(member.standing))
        .bind(":joined_on", member.joined_on)
        .bind(":official_on", member.official_on)
        .bind(":card_number", member.card_number)
        .bind(":left_on", member.left_on);
}

Result<void> insert_member(Changes& changes, Member member)
{
    if (is_blank(member.name))
        return refuse("members.no_name");
    if (member.id.nil())
        member.id = changes.make_id<MemberId>();
    if (member.number == 0)
        member.number = next_number(changes);
    split_member_name(member);
    Query insert(changes, R"sql(
        INSERT INTO member (id, number, name, family, middle, given, birth_on, sex, position, standing, joined_on,
                            official_on, card_number, left_on)
        VALUES (:id, :number, :name, :family, :middle, :given, :birth_on, :sex, :position, :standing, :joined_on,
                :official_on, :card_number, :left_on))sql");
    bind_member(insert, member);
    insert.run();
    return {};
}

// Only one member is secretary, only one deputy.
void give_up_position(Changes& changes, Position position, MemberId keep)
{
    if (position != Position::Secretary && position != Position::DeputySecretary)
        return;
    Query(changes, "UPDATE member SET position = '' WHERE position = :position AND id <> :keep")
        .bind(":position", word(position))
        .bind(":keep", keep)
        .run();
}

void dismiss(Changes& changes, OfficerRole role, MemberId keep)
{
    Query(changes,
        "UPDATE officer SET removed = 1 WHERE role = :role AND member <> :keep AND removed = 0")
        .bind(":role", word(role))
        .bind(":keep", keep)
        .run();
}

} // namespace

Command add_member(Member member)
{
    return {"add_member",
        [member = std::move(member)](Changes& changes) { return insert_member(changes, member); }};
}

Command add_members(std::vector<Member> members)
{
    return {"add_members", [members = std::move(members)](Changes& changes) -> Result<void> {
                for (const auto& member : members) {
                    if (auto added = insert_member(changes, member); !added)
                        return added;
                }
                return {};
            }};
}

Command edit_member(Member member)
{
    return {"edit_member", [member = std::move(member)](Changes& changes) -> Result<void> {
                if (is_blank(member.name))
                    return refuse("members.no_name");
                Member whole = member;
                split_member_name(whole);
                Query update(changes, R"sql(
                    UPDATE member
                    SET number = :number, name = :name, family = :family, middle = :middle, given = :given,
                        birth_on = :birth_on, sex = :sex, position = :position, standing = :standing,
                        joined_on = :joined_on, official_on = :official_on, card_number = :card_number,
                        left_on = :left_on
                    WHERE id = :id)sql");
                bind_member(update, whole);
                update.run();
                return {};
            }};
}

Command set_standing(MemberId member, Standing standing)
{
    return {"set_standing", [member, standing](Changes& changes) -> Result<void> {
                Query(changes, "UPDATE member SET standing = :standing WHERE id = :id")
                    .bind(":id", member)
                    .bind(":standing", word(standing))
                    .run();
                return {};
            }};
}

Command set_position(MemberId member, Position position)
{
    return {"set_position", [member, position](Changes& changes) -> Result<void> {
                give_up_position(changes, position, member);
                Query(changes, "UPDATE member SET position = :position WHERE id = :id")
                    .bind(":id", member)
                    .bind(":position", word(position))
                    .run();
                return {};
            }};
}

Command set_photo(MemberId member, std::string bytes)
{
    return {"set_photo", [member, bytes = std::move(bytes)](Changes& changes) -> Result<void> {
                Query(changes, "UPDATE member SET photo = :photo WHERE id = :id")
                    .bind(":id", member)
                    .bind_bytes(":photo", bytes)
                    .run();
                return {};
            }};
}

Command member_left(MemberId member, Date day, std::string reason)
{
    return {
        "member_left", [member, day, reason = std::move(reason)](Changes& changes) -> Result<void> {
            if (is_blank(reason))
                return refuse("members.no_reason");
            const auto officers = read_officers(changes.record());
            if (!officers.empty() && std::ranges::all_of(officers, [&](const Officer& officer) {
                    return officer.member == member;
                }))
                return refuse("officers.last");
            Query(changes,
                "UPDATE member SET left_on = :left_on, left_reason = :reason WHERE id = :id")
                .bind(":id", member)
                .bind(":left_on", day)
                .bind(":reason", reason)
                .run();
            Query(changes, "UPDATE officer SET removed = 1 WHERE member = :member AND removed = 0")
                .bind(":member", member)
                .run();
            return {};
        }};
}

Command appoint_officer(MemberId member, OfficerRole role, std::string pin_hash, OfficerId id)
{
    return {"appoint_officer",
        [member, role, pin_hash = std::move(pin_hash), id](Changes& changes) -> Result<void> {
            if (!read_member(changes.record(), member))
                return refuse("members.unknown");
            dismiss(changes, role, member);
            for (const auto& officer : read_officers(changes.record())) {
                if (officer.member == member && officer.role == role)
                    return {}; // Has the role already, and keeps the PIN.
            }
            Query(changes, R"sql(
                    INSERT INTO officer (id, member, role, pin_hash)
                    VALUES (:id, :member, :role, :pin_hash))sql")
                .bind(":id", id.nil() ? changes.make_id<OfficerId>() : id)
                .bind(":member", member)
                .bind(":role", word(role))
                .bind(":pin_hash", pin_hash)
                .run();
            return {};
        }};
}

Command set_pin(OfficerId officer, std::string pin_hash)
{
    return {"set_pin", [officer, pin_hash = std::move(pin_hash)](Changes& changes) -> Result<void> {
                Query(changes, "UPDATE officer SET pin_hash = :pin_hash WHERE id = :id")
                    .bind(":id", officer)
                    .bind(":pin_hash", pin_hash)
                    .run();
                return {};
            }};
}

Command dismiss_officer(OfficerId officer)
{
    return {"dismiss_officer", [officer](Changes& changes) -> Result<void> {
                const auto officers = read_officers(changes.record());
                if (officers.size() == 1 && officers.front().id == officer)
                    return refuse("officers.last");
                Query(changes, "UPDATE officer SET removed = 1 WHERE id = :id")
                    .bind(":id", officer)
                    .run();
                return {};
            }};
}

Command note_code_event(CodeEvent what)
{
    return {"note_code_event", [what](Changes& changes) -> Result<void> {
                if (what == CodeEvent::RecoveryRenewed && !appoints(changes.actor().role))
                    return refuse("officers.not_yours");
                Query(
                    changes, "INSERT INTO code_event (id, what, at_ms) VALUES (:id, :what, :at_ms)")
                    .bind(":id", changes.make_id<CodeEventId>())
                    .bind(":what", word(what))
                    .bind(":at_ms", changes.now_ms())
                    .run();
                return {};
            }};
}

Command add_code(MemberId member, CodeKind kind, std::string number)
{
    return {
        "add_code", [member, kind, number = std::move(number)](Changes& changes) -> Result<void> {
            if (number.empty())
                return refuse("members.no_code");
            if (match_bound_code(changes.record(), kind, number) == member)
                return refuse("members.code_is_own");
            const auto owner = match_code(changes.record(), kind, number);
            if (owner && owner != member)
                return refuse("members.code_taken");
            Query(changes, R"sql(
                    INSERT INTO member_code (id, member, kind, hash)
                    VALUES (:id, :member, :kind, :hash))sql")
                .bind(":id", changes.make_id<CodeId>())
                .bind(":member", member)
                .bind(":kind", word(kind))
                .bind_bytes(":hash", code_hash(changes.record(), kind, number))
                .run();
            return {};
        }};
}

Command remove_code(CodeId code)
{
    return {"remove_code", [code](Changes& changes) -> Result<void> {
                Query(changes, "UPDATE member_code SET removed = 1 WHERE id = :id")
                    .bind(":id", code)
                    .run();
                return {};
            }};
}

} // namespace chibo
