// A bundle merged, beside the bare rows written in one transaction by the same SQLite; and what a
// bundle needs on a stick.
#include <benchmark/benchmark.h>

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "exchange/bundle.h"
#include "record/bind.h"
#include "record/database.h"
#include "record/merge.h"
#include "record/new_record.h"
#include "record/schema.h"

namespace chibo::bench {
namespace {

constexpr int entries = 5'000;
constexpr int operations_an_entry = 3;
constexpr std::string_view words
    = "Đồng chí nêu việc phân công hội viên theo dõi nghị quyết tháng 7, đề nghị thống nhất số ";

/// Three rows a journal entry: two of the minutes and one of a person's stay.
void write_rows(SQLite::Statement& entry, SQLite::Statement& stay, Random& random, int number)
{
    for (int row = 0; row < operations_an_entry; ++row) {
        std::array<std::uint8_t, 10> chance {};
        random.fill(chance);
        const Uuid id = Uuid::v7(1'785'890'700'000 + number, chance);
        SQLite::Statement& insert = row < 2 ? entry : stay;
        insert.reset();
        bind_to(insert, ":id", EntryId {id});
        bind_to(insert, ":meeting", MeetingId {});
        bind_to(insert, ":at_ms", std::int64_t {1'785'890'700'000} + number);
        if (row < 2)
            bind_to(insert, ":text", std::string(words) + std::to_string(number));
        insert.exec();
    }
}

constexpr const char* insert_entry
    = "INSERT INTO entry (id, meeting, item, kind, text, at_ms) "
      "VALUES (:id, :meeting, zeroblob(16), 'opinion', :text, :at_ms)";
constexpr const char* insert_stay
    = "INSERT INTO presence (id, meeting, person, arrived_at_ms, how) "
      "VALUES (:id, :meeting, zeroblob(16), :at_ms, 'tap')";

/// A device's record with the entries that the others will take in.
class Source {
public:
    Source() : m_record(test::create_record(m_folder.path() / "source.db", m_clock, m_random))
    {
        for (int number = 0; number < entries; ++number) {
            const Command command {"record_entry", [&](Changes& changes) -> Result<void> {
                                       write_rows(changes.prepare(insert_entry),
                                           changes.prepare(insert_stay), m_random, number);
                                       return {};
                                   }};
            if (!m_record->run(command, test::room))
                throw std::runtime_error("the record refused");
        }
    }
    [[nodiscard]] const Record& record() const { return *m_record; }

private:
    test::Folder m_folder;
    FakeClock m_clock {test::morning};
    SeededRandom m_random {3};
    std::unique_ptr<Record> m_record;
};

const Source& source()
{
    static const Source made;
    return made;
}

/// A new device that takes the entries in.
class Target {
public:
    [[nodiscard]] Record& record() const { return *m_record; }

private:
    test::Folder m_folder;
    FakeClock m_clock {test::morning};
    SeededRandom m_random {5};
    std::unique_ptr<Record> m_record
        = test::create_record(m_folder.path() / "target.db", m_clock, m_random);
};

void tell_rate(benchmark::State& state)
{
    state.counters["operations_s"]
        = benchmark::Counter(static_cast<double>(entries * operations_an_entry),
            benchmark::Counter::kIsIterationInvariantRate);
}

/// The same tables and the same encryption: no journal, no clocks, no signatures, no index.
class BareRows {
public:
    BareRows()
    {
        migrate(*m_database, migrations());
        m_database->exec("PRAGMA wal_autocheckpoint = 0"); // The record's is another thread's, too.
    }
    void write()
    {
        SQLite::Statement entry(*m_database, insert_entry), stay(*m_database, insert_stay);
        Transaction transaction(*m_database);
        for (int number = 0; number < entries; ++number)
            write_rows(entry, stay, m_random, number);
        transaction.commit();
    }

private:
    test::Folder m_folder;
    SeededRandom m_random {4};
    std::unique_ptr<SQLite::Database> m_database = open_database(m_folder.path() / "bare.db",
        test::test_key(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
};

/// Times `work` alone: neither the making of a new database nor its closing.
template <typename New> void time_work(benchmark::State& state, auto work)
{
    for (auto _ : state) {
        state.PauseTiming();
        auto made = std::make_unique<New>();
        state.ResumeTiming();
        work(*made);
        state.PauseTiming();
        made.reset();
        state.ResumeTiming();
    }
    tell_rate(state);
}

void bare_rows(benchmark::State& state)
{
    time_work<BareRows>(state, [](BareRows& rows) { rows.write(); });
}

void merged_bundle(benchmark::State& state)
{
    const auto stored = read_stored_entries(source().record(), {});
    time_work<Target>(state, [&](const Target& target) {
        const auto merged = merge(target.record(), stored);
        if (!merged || merged->came.entries != entries + 1)
            state.SkipWithError("not merged");
    });
}

/// From the file to the record: read, decrypted, decompressed, checked, merged.
void imported_file(benchmark::State& state)
{
    const test::Folder folder;
    const auto file = folder.path() / "all.chibo";
    const Bundle bundle = collect_bundle(source().record());
    if (!write_bundle(file, bundle, source().record().key()))
        state.SkipWithError("not written");
    std::int64_t plain = 0;
    for (const StoredEntry& entry : bundle.entries)
        plain += static_cast<std::int64_t>(entry.body.size() + entry.signature.size());
    time_work<Target>(state, [&](const Target& target) {
        if (!import_bundle(target.record(), file))
            state.SkipWithError("not imported");
    });
    const auto count = static_cast<double>(bundle.entries.size());
    state.counters["bytes_an_entry"]
        = static_cast<double>(std::filesystem::file_size(file)) / count;
    state.counters["bytes_unpacked"] = static_cast<double>(plain) / count;
}

BENCHMARK(bare_rows)->Iterations(3)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(merged_bundle)->Iterations(3)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(imported_file)->Iterations(3)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace chibo::bench
