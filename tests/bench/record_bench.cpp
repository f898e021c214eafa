// One recorded change beside the same row written by bare SQLite, and the search over twenty years
// of five cells.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <string>
#include <vector>

#include "record/bind.h"
#include "record/minutes_commands.h"
#include "record/new_record.h"
#include "record/record.h"
#include "record/search.h"

namespace chibo::bench {
namespace {

constexpr int entries_of_twenty_years = 100'000;
constexpr int entries_a_meeting = 100;

/// Words of the trade, so that the index has the shape of real minutes: some in every entry, some
/// rare.
constexpr std::array words {"chi bộ", "đảng viên", "nhiệm vụ", "chuyên đề", "nghị quyết", "học tập",
    "kế hoạch", "kiểm điểm", "phân công", "hoàn thành", "báo cáo", "tuyên truyền", "hội viên",
    "phong trào", "cơ sở", "văn phòng", "tháng 7", "quý III", "đúng hạn", "chưa đạt", "khắc phục",
    "đề nghị", "thống nhất", "biểu quyết", "kết nạp", "bồi dưỡng", "quần chúng", "chuyển đổi số",
    "hồ sơ", "giám sát", "kiểm tra", "đoàn kết"};

class Chance {
public:
    std::size_t below(std::size_t bound)
    {
        std::array<std::uint8_t, 4> bytes {};
        m_random.fill(bytes);
        return (bytes[0] | std::size_t {bytes[1]} << 8U | std::size_t {bytes[2]} << 16U) % bound;
    }

private:
    SeededRandom m_random {20};
};

std::string sentence(Chance& chance)
{
    std::string text = "Đồng chí nêu ";
    for (int word = 0; word < 14; ++word)
        text += std::string(words[chance.below(words.size())]) + " ";
    return text + "số " + std::to_string(chance.below(10'000));
}

void insert_entry(Changes& changes, MeetingId meeting, const std::string& text)
{
    auto& insert = changes.prepare(R"sql(
        INSERT INTO entry (id, meeting, item, kind, text, at_ms)
        VALUES (:id, :meeting, :item, 'opinion', :text, :at_ms))sql");
    bind_to(insert, ":id", changes.make_id<EntryId>());
    bind_to(insert, ":meeting", meeting);
    bind_to(insert, ":item", ItemId {});
    bind_to(insert, ":text", text);
    bind_to(insert, ":at_ms", changes.now_ms());
    insert.exec();
}

Command one_entry(MeetingId meeting, std::string text)
{
    return {"record_entry", [meeting, text = std::move(text)](Changes& changes) -> Result<void> {
                insert_entry(changes, meeting, text);
                return {};
            }};
}

/// A meeting with its entries, in one transaction.
Command a_meeting(int number, Chance& chance)
{
    return {"record_meeting", [number, &chance](Changes& changes) -> Result<void> {
                const auto meeting = changes.make_id<MeetingId>();
                auto& insert = changes.prepare(R"sql(
                    INSERT INTO meeting (id, kind, title, planned_start_ms, rule_set, limit_minutes)
                    VALUES (:id, 'regular', :title, :start_ms, '', 90))sql");
                bind_to(insert, ":id", meeting);
                bind_to(insert, ":title", "Họp chi bộ lần " + std::to_string(number));
                bind_to(insert, ":start_ms", changes.now_ms());
                insert.exec();
                for (int entry = 0; entry < entries_a_meeting; ++entry)
                    insert_entry(changes, meeting, sentence(chance));
                return {};
            }};
}

/// Bare: no encryption, no journal, no signature, no index; the same row, the same durability.
void bare_sqlite(benchmark::State& state)
{
    const test::Folder folder;
    SQLite::Database database(
        (folder.path() / "bare.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    database.exec(
        R"sql(CREATE TABLE entry (id BLOB PRIMARY KEY NOT NULL, meeting BLOB NOT NULL, item BLOB NOT NULL,
        kind TEXT NOT NULL, speaker BLOB, text TEXT NOT NULL, at_ms INTEGER NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID)sql");
    SQLite::Statement insert(database,
        "INSERT INTO entry (id, meeting, item, kind, text, at_ms) VALUES (:id, :meeting, :item, "
        "'opinion', :text, :at_ms)");
    SystemRandom random;
    const SystemClock clock;
    Chance chance;
    for (auto _ : state) {
        EntryId id;
        random.fill(id.uuid.bytes);
        insert.reset();
        bind_to(insert, ":id", id);
        bind_to(insert, ":meeting", MeetingId {});
        bind_to(insert, ":item", ItemId {});
        bind_to(insert, ":text", sentence(chance));
        bind_to(insert, ":at_ms", clock.now_ms());
        database.exec("BEGIN IMMEDIATE");
        insert.exec();
        database.exec("COMMIT");
    }
}

/// Encrypted, journaled, signed, indexed for the search, durable.
void recorded_change(benchmark::State& state)
{
    const test::Folder folder;
    const SystemClock clock;
    SystemRandom random;
    const auto record = test::create_record(folder.path() / "cell.db", clock, random);
    Chance chance;
    for (auto _ : state) {
        if (!record->run(one_entry(MeetingId {}, sentence(chance)), test::room))
            state.SkipWithError("the record refused");
    }
}

double processor_ms()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double p99(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() * 99 / 100];
}

void search_twenty_years(benchmark::State& state)
{
    const test::Folder folder;
    const SystemClock clock;
    SystemRandom random;
    const auto record = test::create_record(folder.path() / "cell.db", clock, random);
    Chance chance;
    for (int meeting = 0; meeting < entries_of_twenty_years / entries_a_meeting; ++meeting) {
        if (!record->run(a_meeting(meeting, chance), test::room))
            state.SkipWithError("the record refused");
    }
    // Without marks, as people type: a common word, two words, a rare number, the beginning of a
    // word, one letter, a miss.
    const std::array asked {"nghi quyet", "chuyen doi so", "hoi vien phong trao", "so 4711",
        "tuyen tr", "t", "khong co o day"};
    std::vector<double> took_ms, on_processor_ms; // Apart where others use the machine too.
    for (auto _ : state) {
        const auto began = std::chrono::steady_clock::now();
        const double began_on_processor = processor_ms();
        benchmark::DoNotOptimize(search(*record, asked[took_ms.size() % asked.size()]));
        on_processor_ms.push_back(processor_ms() - began_on_processor);
        const std::chrono::duration<double, std::milli> took
            = std::chrono::steady_clock::now() - began;
        took_ms.push_back(took.count());
    }
    state.counters["p99_ms"] = p99(took_ms);
    state.counters["p99_on_processor_ms"] = p99(on_processor_ms);
}

BENCHMARK(bare_sqlite)->Iterations(2'000)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(recorded_change)->Iterations(2'000)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(search_twenty_years)->Iterations(1'200)->Unit(benchmark::kMicrosecond)->UseRealTime();

} // namespace
} // namespace chibo::bench
