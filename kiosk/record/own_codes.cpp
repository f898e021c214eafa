#include "record/own_codes.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <sodium.h>

#include "record/cbor.h"
#include "record/delay.h"
#include "record/member_queries.h"
#include "record/pins.h"
#include "record/query.h"

namespace chibo {
namespace {

constexpr std::size_t least_digits = 6;

std::string code_place(MemberId member)
{
    return "chibo/own_code/1/" + member.text();
}

std::string draft_place(MemberId member, MeetingId meeting, const std::string& form)
{
    return fmt::format("chibo/sealed_draft/1/{}/{}/{}", member.text(), meeting.text(), form);
}

struct Box {
    Bytes nonce, box;
};

Box seal(std::span<const std::uint8_t> plain, const std::string& place, const Key& key)
{
    Box sealed {.nonce = Bytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES),
        .box = Bytes(plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES)};
    randombytes_buf(sealed.nonce.data(), sealed.nonce.size());
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.box.data(), nullptr, plain.data(),
        plain.size(), reinterpret_cast<const unsigned char*>(place.data()), place.size(), nullptr,
        sealed.nonce.data(), key.bytes().data());
    return sealed;
}

std::optional<Bytes> unseal(const Box& sealed, const std::string& place, const Key& key)
{
    if (sealed.nonce.size() != crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
        || sealed.box.size() < crypto_aead_xchacha20poly1305_ietf_ABYTES)
        return std::nullopt;
    Bytes plain(sealed.box.size() - crypto_aead_xchacha20poly1305_ietf_ABYTES);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr,
        sealed.box.data(), sealed.box.size(), reinterpret_cast<const unsigned char*>(place.data()),
        place.size(), sealed.nonce.data(), key.bytes().data());
    return failed == 0 ? std::optional(std::move(plain)) : std::nullopt;
}

struct OwnCode {
    CodeWork work {};
    Box wrap {};
    int failures = 0;
    UnixMs next_at_ms = 0;
};

std::optional<OwnCode> read_own_code(const Record& record, MemberId member)
{
    auto& query = record.prepare(R"sql(
        SELECT salt, passes, memory_kib, nonce, box, failures, next_at_ms
        FROM own_code WHERE member = :member)sql");
    bind_to(query, ":member", member);
    if (!query.executeStep())
        return std::nullopt;
    OwnCode code;
    const Bytes salt = read_bytes(query.getColumn(0));
    std::copy_n(salt.begin(), std::min(salt.size(), code.work.salt.size()), code.work.salt.begin());
    code.work.cost = {.passes = query.getColumn(1), .memory_kib = query.getColumn(2)};
    code.wrap = {read_bytes(query.getColumn(3)), read_bytes(query.getColumn(4))};
    code.failures = query.getColumn(5);
    code.next_at_ms = query.getColumn(6);
    query.reset();
    return code;
}

void count_tries(Record& record, MemberId member, int failures, UnixMs next_at_ms)
{
    record.run_local([&](SQLite::Database&) {
        auto& update = record.prepare(R"sql(
            UPDATE own_code SET failures = :failures, next_at_ms = :next_at_ms
            WHERE member = :member)sql");
        bind_to(update, ":member", member);
        bind_to(update, ":failures", failures);
        bind_to(update, ":next_at_ms", next_at_ms);
        update.exec();
    });
}

std::optional<Error> waiting(const Record& record, MemberId member)
{
    const auto wait = own_code_wait_ms(record, member);
    if (wait <= 0)
        return std::nullopt;
    return Error {"own_code.wait", {{"seconds", std::to_string((wait + 999) / 1000)}}};
}

void note_event(Changes& changes, MemberId member, std::string_view what)
{
    Query(changes, R"sql(
        INSERT INTO own_code_event (id, member, what, at_ms)
        VALUES (:id, :member, :what, :at_ms))sql")
        .bind(":id", changes.make_id<OwnCodeEventId>())
        .bind(":member", member)
        .bind(":what", what)
        .bind(":at_ms", changes.now_ms())
        .run();
}

/// One command: the event that travels and the code that does not.
Result<void> keep_code(Record& record, MemberId member, const Key& drafts_key,
    const ChosenCode& chosen, const std::string& what)
{
    const auto& [salt, cost] = chosen.work;
    const Box wrap = seal(drafts_key.bytes(), code_place(member), chosen.key);
    const Command command {what + "_own_code", [&](Changes& changes) -> Result<void> {
                               Query(changes, R"sql(
            INSERT INTO own_code (member, salt, passes, memory_kib, nonce, box)
            VALUES (:member, :salt, :passes, :memory_kib, :nonce, :box)
            ON CONFLICT (member) DO UPDATE SET salt = excluded.salt, passes = excluded.passes,
                memory_kib = excluded.memory_kib, nonce = excluded.nonce, box = excluded.box,
                failures = 0, next_at_ms = 0)sql")
                                   .bind(":member", member)
                                   .bind(":salt", std::span<const std::uint8_t>(salt))
                                   .bind(":passes", cost.passes)
                                   .bind(":memory_kib", cost.memory_kib)
                                   .bind(":nonce", wrap.nonce)
                                   .bind(":box", wrap.box)
                                   .run();
                               note_event(changes, member, what);
                               return {};
                           }};
    if (const auto done = record.run(command, {.member = member, .role = "member"}); !done)
        return tl::unexpected(done.error());
    return {};
}

bool is_birthday(const Record& record, MemberId member, const std::string& code)
{
    const auto found = read_member(record, member);
    if (!found || !found->birth_on)
        return false;
    const Date day = *found->birth_on;
    const std::string dd = fmt::format("{:02}{:02}", day.day, day.month);
    const std::string mm = fmt::format("{:02}{:02}", day.month, day.day);
    const std::string year = std::to_string(day.year);
    const std::string yy = fmt::format("{:02}", day.year % 100);
    const std::array<std::string, 6> ways {
        dd + year, dd + yy, year + mm, yy + mm, year + dd, mm + year};
    return std::ranges::find(ways, code) != ways.end();
}

Bytes draft_id(MemberId member, MeetingId meeting, const std::string& form)
{
    const std::string place = draft_place(member, meeting, form);
    Bytes id(16);
    crypto_generichash(id.data(), id.size(), reinterpret_cast<const unsigned char*>(place.data()),
        place.size(), nullptr, 0);
    return id;
}

Bytes encode_draft(const SealedDraft& draft)
{
    cbor::Array sections;
    for (const auto& section : draft.sections)
        sections.push_back(cbor::Map {{"id", section.id}, {"text", section.text},
            {"caret", section.caret}, {"anchor", section.anchor}});
    return cbor::encode(cbor::Map {{"rating", draft.rating}, {"shown", draft.shown},
        {"to", draft.to_member ? draft.to_member->text() : std::string()},
        {"sections", std::move(sections)}, {"at", draft.saved_at_ms}});
}

std::string text_in(const cbor::Map& map, const std::string& key)
{
    const auto found = map.find(key);
    const auto* text = found == map.end() ? nullptr : found->second.get<std::string>();
    return text ? *text : std::string();
}

std::int64_t number_in(const cbor::Map& map, const std::string& key)
{
    const auto found = map.find(key);
    const auto* number = found == map.end() ? nullptr : found->second.get<std::int64_t>();
    return number ? *number : 0;
}

SealedDraft decode_draft(const cbor::Map& map)
{
    SealedDraft draft;
    draft.rating = text_in(map, "rating");
    draft.shown = text_in(map, "shown");
    draft.to_member = MemberId::parse(text_in(map, "to"));
    draft.saved_at_ms = number_in(map, "at");
    const auto sections = map.find("sections");
    const auto* all = sections == map.end() ? nullptr : sections->second.get<cbor::Array>();
    for (const cbor::Value& value : all ? *all : cbor::Array {}) {
        if (const auto* section = value.get<cbor::Map>())
            draft.sections.push_back({.id = text_in(*section, "id"),
                .text = text_in(*section, "text"),
                .caret = number_in(*section, "caret"),
                .anchor = number_in(*section, "anchor")});
    }
    return draft;
}

} // namespace

bool has_own_code(const Record& record, MemberId member)
{
    return read_own_code(record, member).has_value();
}

Result<void> check_own_code(const Record& record, MemberId member, const std::string& code)
{
    const auto is_digit = [](char sign) { return sign >= '0' && sign <= '9'; };
    if (code.size() < least_digits || !std::ranges::all_of(code, is_digit))
        return refuse("own_code.too_short");
    if (is_plain_pin(code))
        return refuse("own_code.too_plain");
    if (is_birthday(record, member, code))
        return refuse("own_code.birthday");
    return {};
}

CodeWork own_code_work(const CodeCost& cost)
{
    CodeWork work {.salt = {}, .cost = cost};
    randombytes_buf(work.salt.data(), work.salt.size());
    return work;
}

Result<Key> make_own_code(Record& record, MemberId member, const ChosenCode& chosen)
{
    if (has_own_code(record, member))
        return refuse("own_code.there");
    Key drafts_key;
    randombytes_buf(drafts_key.bytes().data(), drafts_key.bytes().size());
    if (const auto kept = keep_code(record, member, drafts_key, chosen, "make"); !kept)
        return tl::unexpected(kept.error());
    return drafts_key;
}

Result<CodeWork> begin_own_code_try(Record& record, MemberId member)
{
    const auto own = read_own_code(record, member);
    if (!own)
        return refuse("own_code.none");
    if (const auto wait = waiting(record, member))
        return tl::unexpected(*wait);
    const int failures = own->failures + 1;
    count_tries(record, member, failures, record.clock().now_ms() + delay_ms(failures));
    return own->work;
}

Result<Key> open_own_code(Record& record, MemberId member, const Key& code_key)
{
    const auto own = read_own_code(record, member);
    if (!own)
        return refuse("own_code.none");
    const auto opened = unseal(own->wrap, code_place(member), code_key);
    Key drafts_key;
    if (opened && opened->size() == drafts_key.bytes().size()) {
        std::ranges::copy(*opened, drafts_key.bytes().begin());
        count_tries(record, member, 0, 0);
        return drafts_key;
    }
    // The delay begins with the answer.
    count_tries(record, member, own->failures, record.clock().now_ms() + delay_ms(own->failures));
    if (const auto wait = waiting(record, member))
        return tl::unexpected(*wait);
    return refuse("own_code.wrong");
}

std::int64_t own_code_wait_ms(const Record& record, MemberId member)
{
    const auto own = read_own_code(record, member);
    return own ? remaining_delay_ms(own->failures, own->next_at_ms, record.clock().now_ms()) : 0;
}

Result<void> change_own_code(
    Record& record, MemberId member, const Key& drafts_key, const ChosenCode& chosen)
{
    return keep_code(record, member, drafts_key, chosen, "change");
}

Result<void> give_up_own_code(Record& record, MemberId member, const Actor& actor)
{
    const Command command {"give_up_own_code", [&](Changes& changes) -> Result<void> {
                               Query(changes, "DELETE FROM own_code WHERE member = :member")
                                   .bind(":member", member)
                                   .run();
                               Query(changes, "DELETE FROM sealed_draft WHERE member = :member")
                                   .bind(":member", member)
                                   .run();
                               note_event(changes, member, "give_up");
                               return {};
                           }};
    if (const auto done = record.run(command, actor); !done)
        return tl::unexpected(done.error());
    return {};
}

void save_sealed_draft(
    Record& record, MemberId member, const Key& drafts_key, const SealedDraft& draft)
{
    SealedDraft stamped = draft;
    stamped.saved_at_ms = record.clock().now_ms();
    Bytes plain = encode_draft(stamped);
    const Box box = seal(plain, draft_place(member, draft.for_meeting, draft.form), drafts_key);
    sodium_memzero(plain.data(), plain.size());
    record.run_local([&](SQLite::Database&) {
        auto& upsert = record.prepare(R"sql(
            INSERT INTO sealed_draft (id, member, nonce, box, saved_at_ms)
            VALUES (:id, :member, :nonce, :box, :saved_at_ms)
            ON CONFLICT (id) DO UPDATE SET nonce = excluded.nonce, box = excluded.box,
                saved_at_ms = excluded.saved_at_ms)sql");
        bind_to(upsert, ":id", draft_id(member, draft.for_meeting, draft.form));
        bind_to(upsert, ":member", member);
        bind_to(upsert, ":nonce", box.nonce);
        bind_to(upsert, ":box", box.box);
        bind_to(upsert, ":saved_at_ms", stamped.saved_at_ms);
        upsert.exec();
    });
}

std::optional<SealedDraft> read_sealed_draft(const Record& record, MemberId member,
    const Key& drafts_key, MeetingId for_meeting, const std::string& form)
{
    auto& query = record.prepare("SELECT nonce, box FROM sealed_draft WHERE id = :id");
    bind_to(query, ":id", draft_id(member, for_meeting, form));
    if (!query.executeStep())
        return std::nullopt;
    const Box box {read_bytes(query.getColumn(0)), read_bytes(query.getColumn(1))};
    query.reset();
    auto plain = unseal(box, draft_place(member, for_meeting, form), drafts_key);
    if (!plain)
        return std::nullopt;
    const auto value = cbor::decode(*plain);
    sodium_memzero(plain->data(), plain->size());
    const auto* map = value ? value->get<cbor::Map>() : nullptr;
    if (!map)
        return std::nullopt;
    SealedDraft draft = decode_draft(*map);
    draft.for_meeting = for_meeting;
    draft.form = form;
    return draft;
}

int count_sealed_drafts(const Record& record, MemberId member)
{
    auto& query = record.prepare("SELECT count(*) FROM sealed_draft WHERE member = :member");
    bind_to(query, ":member", member);
    const int count = query.executeStep() ? query.getColumn(0).getInt() : 0;
    query.reset();
    return count;
}

void drop_sealed_draft(
    Changes& changes, MemberId member, MeetingId for_meeting, const std::string& form)
{
    Query(changes, "DELETE FROM sealed_draft WHERE id = :id")
        .bind(":id", draft_id(member, for_meeting, form))
        .run();
}

} // namespace chibo
