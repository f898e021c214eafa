#include "record/sealing_queries.h"

#include <algorithm>

#include <fmt/format.h>
#include <sodium.h>

#include "record/minutes_queries.h"
#include "record/query.h"

namespace chibo {
namespace {

std::vector<Reading> readings_of(const Record& record, const MinutesContent& content)
{
    Query query(record, R"sql(
        SELECT item, read_at_ms, content_hash FROM reading
        WHERE meeting = :meeting
        ORDER BY read_at_ms, id)sql");
    query.bind(":meeting", content.meeting.id);
    std::vector<Reading> readings;
    while (query.next()) {
        Reading reading;
        reading.item = query.id<ItemId>();
        reading.read_at_ms = query.number();
        reading.valid = query.text() == blake2b(canonical_item_text(content, reading.item));
        reading.since_ms = reading.valid ? reading.read_at_ms : 0;
        const auto earlier = std::ranges::find(readings, reading.item, &Reading::item);
        if (earlier == readings.end()) {
            readings.push_back(reading);
            continue;
        }
        if (earlier->since_ms > 0) // Read again as it was: what was adopted stands.
            reading.since_ms = earlier->since_ms;
        *earlier = reading;
    }
    return readings;
}

std::vector<Signature> signatures_of(const Record& record, MeetingId meeting, std::string_view hash)
{
    Query query(record, R"sql(
        SELECT signature.role, signature.member, member.name, signature.strokes, signature.signed_at_ms,
               signature.content_hash
        FROM signature LEFT JOIN member ON member.id = signature.member
        WHERE signature.meeting = :meeting
        ORDER BY signature.signed_at_ms, signature.id)sql");
    query.bind(":meeting", meeting);
    std::vector<Signature> signatures;
    while (query.next()) {
        Signature signature;
        signature.role = query.word<SignRole>();
        signature.member = query.id<MemberId>();
        signature.name = query.text();
        signature.strokes = query.text();
        signature.signed_at_ms = query.number();
        signature.valid = query.text() == hash;
        signatures.push_back(std::move(signature));
    }
    return signatures;
}

// What signatures must bind: of a sealed meeting the sealed text, which later changes do not touch.
std::string bound_hash(const Record& record, const MinutesContent& content)
{
    const auto seal = read_seal(record, content.meeting.id);
    return seal ? seal->hash : blake2b(canonical_text(content));
}

} // namespace

std::vector<Reading> read_readings(const Record& record, MeetingId meeting)
{
    return readings_of(record, read_minutes_content(record, meeting));
}

std::vector<Signature> read_signatures(const Record& record, MeetingId meeting)
{
    return signatures_of(
        record, meeting, bound_hash(record, read_minutes_content(record, meeting)));
}

SealState read_seal_state(const Record& record, MeetingId meeting)
{
    const auto content = read_minutes_content(record, meeting);
    return seal_state(content, readings_of(record, content),
        signatures_of(record, meeting, bound_hash(record, content)));
}

std::optional<Seal> read_seal(const Record& record, MeetingId meeting)
{
    Query query(record, "SELECT content, hash, sealed_at_ms FROM seal WHERE id = :id");
    query.bind(":id", meeting);
    if (!query.next())
        return std::nullopt;
    Seal seal;
    seal.content = query.text();
    seal.hash = query.text();
    seal.sealed_at_ms = query.number();
    return seal;
}

std::vector<Amendment> read_amendments(const Record& record, MeetingId meeting)
{
    Query query(record, R"sql(
        SELECT amendment.id, amendment.author, member.name, amendment.reason, amendment.text, amendment.at_ms
        FROM amendment LEFT JOIN member ON member.id = amendment.author
        WHERE amendment.meeting = :meeting
        ORDER BY amendment.at_ms, amendment.id)sql");
    query.bind(":meeting", meeting);
    std::vector<Amendment> amendments;
    while (query.next()) {
        Amendment amendment;
        amendment.id = query.id<AmendmentId>();
        amendment.author = query.id<MemberId>();
        amendment.author_name = query.text();
        amendment.reason = query.text();
        amendment.text = query.text();
        amendment.at_ms = query.number();
        amendments.push_back(std::move(amendment));
    }
    return amendments;
}

std::string content_hash(const Record& record, MeetingId meeting)
{
    return blake2b(canonical_text(read_minutes_content(record, meeting)));
}

std::string blake2b(std::string_view text)
{
    std::string hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
        reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
    return hash;
}

std::string hex(std::string_view bytes)
{
    std::string out;
    for (const char byte : bytes)
        out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return out;
}

} // namespace chibo
