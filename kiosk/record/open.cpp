// Opening and making a cell's file, and becoming a device of the cell.
#include <algorithm>

#include <sodium.h>
#include <sqlite3.h>
#include <unistd.h>

#include "meeting/check.h"
#include "record/bind.h"
#include "record/failures.h"
#include "record/merging.h"
#include "record/record_parts.h"
#include "record/schema.h"
#include "record/search_index.h"

namespace chibo {
namespace {

/// Only what SQLite itself says of the file becomes a refusal; anything else goes on up.
tl::unexpected<Error> refuse_file(
    const SQLite::Exception& failure, const std::filesystem::path& file)
{
    const bool locked_folder
        = access(file.parent_path().c_str(), W_OK) != 0 || access(file.c_str(), W_OK) != 0;
    if (locked_folder && failure.getErrorCode() != SQLITE_NOTADB)
        return refuse("record.read_only", {{"file", file.string()}});
    Error error = sentence_for(failure);
    error.values["file"] = file.string();
    return tl::unexpected(std::move(error));
}

void write_own_device(SQLite::Database& database, const OwnDevice& device, const std::string& home)
{
    database.exec("DELETE FROM own_device");
    SQLite::Statement insert(database,
        "INSERT INTO own_device (device, secret_key, home) VALUES (:device, :secret_key, :home)");
    bind_to(insert, ":device", device.id);
    bind_to(insert, ":secret_key", std::span<const std::uint8_t>(device.secret_key));
    bind_to(insert, ":home", home);
    insert.exec();
}

/// The device that this very file is; none in a new file and in a copy.
std::optional<OwnDevice> read_own_device(Statements& statements, const std::string& home)
{
    SQLite::Statement& query
        = statements.prepare("SELECT device, secret_key, home FROM own_device");
    OwnDevice device;
    Bytes secret;
    if (query.executeStep() && query.getColumn(2).getString() == home) {
        device.id = read_id<DeviceId>(query.getColumn(0));
        secret = read_bytes(query.getColumn(1));
    }
    query.reset();
    if (device.id.nil())
        return std::nullopt;
    CHECK(secret.size() == device.secret_key.size());
    std::ranges::copy(secret, device.secret_key.begin());
    crypto_sign_ed25519_sk_to_pk(device.public_key.data(), device.secret_key.data());
    return device;
}

/// Other devices had been brought up to date first: what they wrote of tables and columns that this
/// program has only now is in the journal.
void apply_what_was_too_new(
    SQLite::Database& database, Statements& statements, const Tables& tables)
{
    const auto newest = static_cast<int>(migrations().size());
    constexpr const char* place = "journal/applied_schema";
    SQLite::Statement query(database, "SELECT value FROM ui_state WHERE id = :id");
    bind_to(query, ":id", place);
    const int applied = query.executeStep() ? std::stoi(query.getColumn(0).getString()) : 1;
    query.reset();
    if (applied == newest)
        return;
    Transaction transaction(database);
    Merging(statements, tables, 0).apply_newer_than(applied);
    SQLite::Statement upsert(database, R"sql(
        INSERT INTO ui_state (id, value) VALUES (:id, :value)
        ON CONFLICT DO UPDATE SET value = excluded.value)sql");
    bind_to(upsert, ":id", place);
    bind_to(upsert, ":value", std::to_string(newest));
    upsert.exec();
    transaction.commit();
}

} // namespace

Result<std::unique_ptr<Record>> Record::open(
    const std::filesystem::path& file, const Key& key, const Clock& clock, Random& random)
{
    if (!std::filesystem::exists(file))
        return refuse("record.missing", {{"file", file.string()}});
    // SQLite would take an empty file for a new database.
    if (std::filesystem::file_size(file) == 0)
        return refuse("record.not_a_record", {{"file", file.string()}});
    return open_file(
        std::unique_ptr<Parts>(new Parts {file, key, clock, random}), SQLite::OPEN_READWRITE);
}

Result<std::unique_ptr<Record>> Record::create(
    const std::filesystem::path& file, const Key& key, const Clock& clock, Random& random)
{
    if (std::filesystem::exists(file))
        return refuse("record.exists", {{"file", file.string()}});
    return open_file(std::unique_ptr<Parts>(new Parts {file, key, clock, random}),
        SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}

Result<std::unique_ptr<Record>> Record::open_file(std::unique_ptr<Parts> parts, int flags)
{
    CHECK(sodium_init() >= 0);
    const std::filesystem::path file = parts->file;
    try {
        parts->database = open_database(file, parts->key, flags);
        if (schema_version(*parts->database) > static_cast<int>(migrations().size()))
            return refuse("record.newer", {{"file", file.string()}});
        const bool was_older = schema_version(*parts->database) > 0
            && schema_version(*parts->database) < static_cast<int>(migrations().size());
        migrate(*parts->database, migrations());
        parts->tables = read_tables(*parts->database, travelling_tables());
        parts->statements = std::make_unique<Statements>(*parts->database);
        apply_what_was_too_new(*parts->database, *parts->statements, parts->tables);
        parts->checkpoints = std::make_unique<Checkpoints>(*parts->database, parts->key);
        std::unique_ptr<Record> record(new Record(std::move(parts)));
        record->become_device();
        if (was_older) {
            Transaction transaction(*record->m_parts->database);
            rebuild_index(*record->m_parts->statements);
            transaction.commit();
        }
        return record;
    } catch (const SQLite::Exception& failure) {
        return refuse_file(failure, file);
    }
}

void Record::become_device()
{
    const std::string home = home_of(m_parts->file);
    if (const auto device = read_own_device(*m_parts->statements, home)) {
        m_parts->device = *device;
        return;
    }
    Command add_device {
        "add_device", [&](Changes& changes) -> Result<void> {
            OwnDevice& device = m_parts->device;
            SQLite::Statement& insert = changes.prepare(R"sql(
            INSERT INTO device (id, name, public_key, added_at_ms) VALUES (:id, :name, :public_key, :added_at_ms))sql");
            bind_to(insert, ":id", device.id);
            bind_to(insert, ":name", device_name());
            bind_to(insert, ":public_key", std::span<const std::uint8_t>(device.public_key));
            bind_to(insert, ":added_at_ms", changes.now_ms());
            insert.exec();
            write_own_device(*m_parts->database, device, home);
            return {};
        }};
    std::array<std::uint8_t, 10> chance {};
    m_parts->random.fill(chance);
    m_parts->device = make_device({Uuid::v7(m_parts->clock.now_ms(), chance)});
    const auto added = run(add_device, {.member = {}, .role = "program"});
    CHECK(added.has_value());
}

} // namespace chibo
