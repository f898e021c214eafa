#include "record/pins.h"

#include <algorithm>
#include <new>

#include <sodium.h>

#include "record/bind.h"
#include "record/delay.h"

namespace chibo {
namespace {

struct Attempts {
    int failures = 0;
    UnixMs next_at_ms = 0;
};

Attempts read_attempts(const Record& record, OfficerId officer)
{
    auto& query
        = record.prepare("SELECT failures, next_at_ms FROM pin_attempt WHERE officer = :officer");
    bind_to(query, ":officer", officer);
    Attempts attempts;
    if (query.executeStep())
        attempts = {query.getColumn(0), query.getColumn(1)};
    query.reset();
    return attempts;
}

void write_attempts(Record& record, OfficerId officer, const Attempts& attempts)
{
    record.run_local([&](SQLite::Database& database) {
        SQLite::Statement upsert(database, R"sql(
            INSERT INTO pin_attempt (officer, failures, next_at_ms) VALUES (:officer, :failures, :next_at_ms)
            ON CONFLICT (officer) DO UPDATE SET failures = excluded.failures, next_at_ms = excluded.next_at_ms)sql");
        bind_to(upsert, ":officer", officer);
        bind_to(upsert, ":failures", attempts.failures);
        bind_to(upsert, ":next_at_ms", attempts.next_at_ms);
        upsert.exec();
    });
}

std::string read_hash(const Record& record, OfficerId officer)
{
    auto& query
        = record.prepare("SELECT pin_hash FROM officer WHERE id = :officer AND NOT removed");
    bind_to(query, ":officer", officer);
    std::string hash = query.executeStep() ? query.getColumn(0).getString() : "";
    query.reset();
    return hash;
}

} // namespace

bool is_plain_pin(const std::string& pin)
{
    const auto steps_by = [&](int step) {
        return std::ranges::adjacent_find(pin, [&](char left, char right) {
            return right - left != step;
        }) == pin.end();
    };
    return steps_by(0) || steps_by(1) || steps_by(-1);
}

Result<std::string> hash_pin(const std::string& pin)
{
    const auto is_digit = [](char sign) { return sign >= '0' && sign <= '9'; };
    if (pin.size() < 6 || !std::ranges::all_of(pin, is_digit))
        return refuse("pins.too_short");
    if (is_plain_pin(pin))
        return refuse("pins.too_plain");
    std::array<char, crypto_pwhash_STRBYTES> hash {};
    if (crypto_pwhash_str(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
            crypto_pwhash_MEMLIMIT_INTERACTIVE)
        != 0)
        throw std::bad_alloc();
    return std::string(hash.data());
}

Result<void> check_pin(Record& record, OfficerId officer, const std::string& pin)
{
    const std::string hash = read_hash(record, officer);
    if (hash.empty())
        return refuse("pins.none");
    if (const auto wait = pin_wait_ms(record, officer); wait > 0)
        return refuse("pins.wait", {{"seconds", std::to_string((wait + 999) / 1000)}});
    Attempts attempts = read_attempts(record, officer);
    if (crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0) {
        if (attempts.failures > 0)
            write_attempts(record, officer, {});
        return {};
    }
    ++attempts.failures;
    attempts.next_at_ms = record.clock().now_ms() + delay_ms(attempts.failures);
    write_attempts(record, officer, attempts);
    if (const auto wait = pin_wait_ms(record, officer); wait > 0)
        return refuse("pins.wait", {{"seconds", std::to_string((wait + 999) / 1000)}});
    return refuse("pins.wrong");
}

std::int64_t pin_wait_ms(const Record& record, OfficerId officer)
{
    const Attempts attempts = read_attempts(record, officer);
    return remaining_delay_ms(attempts.failures, attempts.next_at_ms, record.clock().now_ms());
}

} // namespace chibo
