// A record of its own for each test, in a folder that goes with it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "record/bind.h"
#include "record/record.h"

namespace chibo::test {

constexpr UnixMs morning = 1785890700000; // 2026-08-05 07:45 in Việt Nam.

class Folder {
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "chibo.XXXXXX").string();
        if (!mkdtemp(name.data()))
            throw std::runtime_error("no temporary folder");
        m_path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(m_path); }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

inline Key test_key()
{
    std::array<std::uint8_t, 32> bytes {};
    bytes.fill(7);
    return Key(bytes);
}

/// What a test cannot go on without.
inline std::unique_ptr<Record> must_open(Result<std::unique_ptr<Record>> opened)
{
    if (!opened)
        throw std::runtime_error(opened.error().key);
    return std::move(*opened);
}
inline std::unique_ptr<Record> create_record(
    const std::filesystem::path& file, const Clock& clock, Random& random)
{
    return must_open(Record::create(file, test_key(), clock, random));
}
inline std::unique_ptr<Record> open_record(
    const std::filesystem::path& file, const Clock& clock, Random& random)
{
    return must_open(Record::open(file, test_key(), clock, random));
}

inline const Actor room {.member = {}, .role = "room"};

/// A new record, its clock and its chance.
class NewRecord : public testing::Test {
protected:
    NewRecord() : record(open_new()) {}

    std::unique_ptr<Record> open_new() { return create_record(file(), clock, random); }
    std::unique_ptr<Record> open_again() { return open_record(file(), clock, random); }
    [[nodiscard]] std::filesystem::path file() const { return folder.path() / "cell.db"; }

    Folder folder;
    FakeClock clock {morning};
    SeededRandom random {1};
    std::unique_ptr<Record> record;
};

/// Puts a setting in or changes it.
inline Command set(std::string id, std::string value)
{
    return {"set_" + id,
        [id = std::move(id), value = std::move(value)](Changes& changes) -> Result<void> {
            auto& upsert = changes.prepare(R"sql(
            INSERT INTO setting (id, value) VALUES (:id, :value)
            ON CONFLICT (id) DO UPDATE SET value = excluded.value)sql");
            bind_to(upsert, ":id", id);
            bind_to(upsert, ":value", value);
            upsert.exec();
            return {};
        }};
}

inline std::string setting(const Record& record, const std::string& id)
{
    auto& query = record.prepare("SELECT value FROM setting WHERE id = :id");
    bind_to(query, ":id", id);
    std::string value = query.executeStep() ? query.getColumn(0).getString() : "(none)";
    query.reset();
    return value;
}

/// A guest: a row with a tombstone.
inline Command add_guest(GuestId id, std::string name)
{
    return {"add_guest", [id, name = std::move(name)](Changes& changes) -> Result<void> {
                auto& insert = changes.prepare(
                    "INSERT INTO guest (id, meeting, name) VALUES (:id, :meeting, :name)");
                bind_to(insert, ":id", id);
                bind_to(insert, ":meeting", MeetingId {});
                bind_to(insert, ":name", name);
                insert.exec();
                return {};
            }};
}

inline Command rename_guest(GuestId id, std::string name)
{
    return {"rename_guest", [id, name = std::move(name)](Changes& changes) -> Result<void> {
                auto& update = changes.prepare("UPDATE guest SET name = :name WHERE id = :id");
                bind_to(update, ":id", id);
                bind_to(update, ":name", name);
                update.exec();
                return {};
            }};
}

inline std::string guest_name(const Record& record, GuestId id)
{
    auto& query = record.prepare("SELECT name FROM guest WHERE id = :id AND NOT removed");
    bind_to(query, ":id", id);
    std::string name = query.executeStep() ? query.getColumn(0).getString() : "(none)";
    query.reset();
    return name;
}

inline GuestId guest(std::uint8_t number)
{
    GuestId id;
    id.uuid.bytes[15] = number;
    return id;
}

} // namespace chibo::test
