// Several devices of one cell, each with its own file, clock and chance.
#pragma once

#include "new_record.h"
#include "record/conflicts_queries.h"
#include "record/devices_queries.h"
#include "record/merge.h"
#include "record/schema.h"
#include "record/verify.h"

namespace chibo::test {

/// One device: a file of its own under the cell's key.
class TestDevice {
public:
    TestDevice(const std::filesystem::path& folder, const std::string& name, std::uint64_t seed,
        UnixMs now_ms = morning) : clock(now_ms), random(seed), m_file(folder / (name + ".db"))
    {
        record = create_record(m_file, clock, random);
    }
    void restart()
    {
        record.reset();
        record = open_record(m_file, clock, random);
    }
    JournalPlace must(const Command& command, const Actor& actor = room)
    {
        const auto done = record->run(command, actor);
        if (!done)
            throw std::runtime_error(command.name + ": " + done.error().key);
        return *done;
    }
    [[nodiscard]] DeviceId id() const { return record->device(); }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

    FakeClock clock;
    SeededRandom random;
    std::unique_ptr<Record> record;

private:
    std::filesystem::path m_file;
};

/// Two devices, and that they come to the same.
class MergedDevices : public testing::Test {
protected:
    void expect_same();

    Folder folder;
    TestDevice one {folder.path(), "one", 1};
    TestDevice other {folder.path(), "other", 2};
};

/// All that `to` is not known to have.
inline Merged send(const TestDevice& from, TestDevice& to)
{
    auto merged = merge(*to.record, read_stored_entries(*from.record, read_heads(*to.record)));
    if (!merged)
        throw std::runtime_error(merged.error().key);
    return std::move(*merged);
}

/// Both ways until nothing is new.
inline void exchange(TestDevice& one, TestDevice& other)
{
    send(one, other);
    send(other, one);
}

/// Every travelling row, the clocks, what waits for a person: the record in one text.
inline std::string whole_record(const Record& record)
{
    std::string text;
    const auto append_rows = [&](const std::string& sql) {
        auto& query = record.prepare(sql + " /* reads all */");
        while (query.executeStep()) {
            for (int i = 0; i < query.getColumnCount(); ++i) {
                const auto column = query.getColumn(i);
                const Bytes bytes = read_bytes(column);
                text += column.isNull() ? "NULL" : std::string(bytes.begin(), bytes.end());
                text += '|';
            }
            text += '\n';
        }
    };
    for (const std::string_view table : travelling_tables()) {
        text += std::string(table) + "\n";
        append_rows("SELECT * FROM " + std::string(table) + " ORDER BY id");
    }
    append_rows("SELECT tbl, key, col, hlc, device FROM cell_clock ORDER BY tbl, key, col");
    append_rows("SELECT device, seq, hash FROM journal ORDER BY device, seq");
    append_rows("SELECT key, hlc, device, seq FROM journal_key ORDER BY key, hlc, device");
    append_rows("SELECT device, seq, meeting FROM proposal_mark ORDER BY device, seq, meeting");
    append_rows("SELECT entry_text_row.entry FROM entry_text_row JOIN entry ON entry.id = "
                "entry_text_row.entry ORDER BY 1");
    for (const Conflict& conflict : read_conflicts(record))
        text += "conflict " + conflict.table + "." + conflict.column + " "
            + std::to_string(static_cast<int>(conflict.kind)) + " " + conflict.id + "|\n";
    return text;
}

inline std::string faults(const Record& record)
{
    std::string text;
    for (const Error& fault : verify(record).faults) {
        text += fault.key;
        for (const auto& [name, value] : fault.values)
            text.append(" ").append(name).append("=").append(value);
        text += "\n";
    }
    return text;
}

inline void MergedDevices::expect_same()
{
    exchange(one, other);
    EXPECT_EQ(whole_record(*one.record), whole_record(*other.record));
    EXPECT_EQ(faults(*one.record), "");
    EXPECT_EQ(faults(*other.record), "");
}

} // namespace chibo::test
