#include "record/member_queries.h"

#include <algorithm>
#include <array>

#include <sodium.h>

#include "record/name_order.h"
#include "record/query.h"

namespace chibo {
namespace {

// The columns of a member, in the struct's order.
constexpr std::string_view all_members = R"sql(
    SELECT id, number, name, family, middle, given, birth_on, sex, position, standing, joined_on, official_on,
           card_number, photo IS NOT NULL, left_on
    FROM member)sql";
constexpr std::string_view one_member = R"sql(
    SELECT id, number, name, family, middle, given, birth_on, sex, position, standing, joined_on, official_on,
           card_number, photo IS NOT NULL, left_on
    FROM member WHERE id = :id)sql";

Member member_row(Query& query)
{
    Member member;
    member.id = query.id<MemberId>();
    member.number = query.integer();
    member.name = query.text();
    member.family = query.text();
    member.middle = query.text();
    member.given = query.text();
    member.birth_on = query.optional_date();
    member.sex = query.word<Sex>();
    member.position = query.word<Position>();
    member.standing = query.word<Standing>();
    member.joined_on = query.optional_date();
    member.official_on = query.optional_date();
    member.card_number = query.text();
    member.has_photo = query.flag();
    member.left_on = query.optional_date();
    return member;
}

} // namespace

std::vector<Member> read_members_with_left(const Record& record)
{
    Query query(record, all_members);
    std::vector<Member> members;
    while (query.next())
        members.push_back(member_row(query));
    sort_by_name(members);
    return members;
}

std::vector<Member> read_members(const Record& record)
{
    auto members = read_members_with_left(record);
    std::erase_if(members, [](const Member& member) { return member.left_on.has_value(); });
    return members;
}

std::optional<Member> read_member(const Record& record, MemberId member)
{
    Query query(record, one_member);
    query.bind(":id", member);
    return query.next() ? std::optional<Member>(member_row(query)) : std::nullopt;
}

std::optional<Member> find_member(const Record& record, std::string_view name)
{
    std::optional<Member> found;
    for (auto& member : read_members(record)) {
        if (member.name != name)
            continue;
        if (found)
            return std::nullopt;
        found = std::move(member);
    }
    return found;
}

std::string read_photo(const Record& record, MemberId member)
{
    Query query(record, "SELECT photo FROM member WHERE id = :id");
    query.bind(":id", member);
    return query.next() ? query.text() : std::string();
}

std::vector<Officer> read_officers(const Record& record)
{
    Query query(record, R"sql(
        SELECT officer.id, officer.member, member.name, member.number, member.position, officer.role,
               officer.pin_hash <> ''
        FROM officer JOIN member ON member.id = officer.member
        WHERE officer.removed = 0)sql");
    std::vector<Officer> officers;
    while (query.next()) {
        Officer officer;
        officer.id = query.id<OfficerId>();
        officer.member = query.id<MemberId>();
        officer.name = query.text();
        officer.number = query.integer();
        officer.position = query.word<Position>();
        officer.role = query.word<OfficerRole>();
        officer.has_pin = query.flag();
        officers.push_back(std::move(officer));
    }
    std::sort(officers.begin(), officers.end(), [](const Officer& a, const Officer& b) {
        return a.role != b.role ? a.role < b.role : a.id < b.id;
    });
    return officers;
}

bool is_withdrawn(const Record& record, OfficerId officer)
{
    Query query(record, "SELECT removed FROM officer WHERE id = :officer");
    query.bind(":officer", officer);
    return query.next() && query.flag();
}

std::string read_pin_hash(const Record& record, OfficerId officer)
{
    Query query(record, "SELECT pin_hash FROM officer WHERE id = :id AND removed = 0");
    query.bind(":id", officer);
    return query.next() ? query.text() : std::string();
}

std::string code_hash(const Record& record, CodeKind kind, std::string_view number)
{
    // The context keeps this key apart from every other that is derived from the cell's.
    constexpr std::array<char, crypto_kdf_CONTEXTBYTES> context {
        'c', 'h', 'i', 'b', 'o', 'c', 'r', 'd'};
    Key derived;
    crypto_kdf_derive_from_key(derived.bytes().data(), derived.bytes().size(),
        static_cast<std::uint64_t>(kind) + 1, context.data(), record.key().bytes().data());
    std::string hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
        reinterpret_cast<const unsigned char*>(number.data()), number.size(),
        derived.bytes().data(), derived.bytes().size());
    return hash;
}

namespace {

/// What is left of a card's number to compare: "12.345678", "12 345678" and "12345678" are one.
std::string plain_number(std::string_view number)
{
    std::string plain;
    for (const char sign : number) {
        if (sign >= 'a' && sign <= 'z')
            plain += static_cast<char>(sign - 'a' + 'A');
        else if ((sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z'))
            plain += sign;
    }
    return plain;
}

/// Whose number the roster has; nobody where two have it.
std::optional<MemberId> match_roster(const Record& record, std::string_view number)
{
    const std::string wanted = plain_number(number);
    std::optional<MemberId> found;
    for (const Member& member : read_members(record)) {
        if (wanted.empty() || plain_number(member.card_number) != wanted)
            continue;
        if (found)
            return std::nullopt;
        found = member.id;
    }
    return found;
}

} // namespace

std::optional<MemberId> match_code(const Record& record, CodeKind kind, std::string_view number)
{
    const auto bound = match_bound_code(record, kind, number);
    return bound ? bound : match_roster(record, number);
}

std::optional<MemberId> match_bound_code(
    const Record& record, CodeKind kind, std::string_view number)
{
    Query query(record, R"sql(
        SELECT member_code.member
        FROM member_code JOIN member ON member.id = member_code.member
        WHERE member_code.hash = :hash AND member_code.kind = :kind AND member_code.removed = 0
          AND member.left_on IS NULL)sql");
    query.bind_bytes(":hash", code_hash(record, kind, number)).bind(":kind", word(kind));
    return query.next() ? std::optional<MemberId>(query.id<MemberId>()) : std::nullopt;
}

std::vector<MemberCode> read_codes(const Record& record, MemberId member)
{
    Query query(
        record, "SELECT id, member, kind FROM member_code WHERE member = :member AND removed = 0");
    query.bind(":member", member);
    std::vector<MemberCode> codes;
    while (query.next()) {
        MemberCode code;
        code.id = query.id<CodeId>();
        code.member = query.id<MemberId>();
        code.kind = query.word<CodeKind>();
        codes.push_back(code);
    }
    return codes;
}

} // namespace chibo
