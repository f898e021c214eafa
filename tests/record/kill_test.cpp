// kill -9 at any moment: what was acknowledged is there, the draft too, and the journal holds.
#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <random>
#include <set>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "new_record.h"
#include "record/drafts.h"
#include "record/query.h"
#include "record/verify.h"

namespace chibo::test {
namespace {

/// tests/record/writer_main.cpp as a process; its lines come through a pipe.
class Writer {
public:
    explicit Writer(const std::filesystem::path& file)
    {
        std::array<int, 2> ends {};
        if (pipe(ends.data()) != 0)
            throw std::runtime_error("no pipe");
        m_process = fork();
        if (m_process == 0) {
            dup2(ends[1], STDOUT_FILENO);
            close(ends[0]);
            close(ends[1]);
            execl(CHIBO_WRITER, CHIBO_WRITER, file.c_str(), nullptr);
            _exit(127);
        }
        close(ends[1]);
        m_lines = ends[0];
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Waits until it has said so many lines, lets it write so long, and kills it. What it had
    /// said.
    std::vector<std::string> kill_after(std::ptrdiff_t lines, std::chrono::microseconds time)
    {
        std::string said;
        while (std::ranges::count(said, '\n') < lines) {
            if (!hear(said))
                throw std::runtime_error("the writer fell silent");
        }
        std::this_thread::sleep_for(time);
        kill(m_process, SIGKILL);
        while (hear(said)) {}
        close(m_lines);
        waitpid(m_process, nullptr, 0);
        return whole_lines(said);
    }

private:
    /// Waits for more; false at the end.
    [[nodiscard]] bool hear(std::string& said) const
    {
        std::array<char, 4096> buffer {};
        const ssize_t size = read(m_lines, buffer.data(), buffer.size());
        if (size > 0)
            said.append(buffer.data(), static_cast<std::size_t>(size));
        return size > 0;
    }
    /// A line without its end was cut off by the kill: not acknowledged.
    static std::vector<std::string> whole_lines(const std::string& said)
    {
        std::vector<std::string> lines;
        std::size_t begin = 0;
        for (std::size_t end = 0; (end = said.find('\n', begin)) != std::string::npos;
            begin = end + 1)
            lines.push_back(said.substr(begin, end - begin));
        return lines;
    }

    pid_t m_process = 0;
    int m_lines = -1;
};

std::set<std::string> read_entry_ids(const Record& record)
{
    std::set<std::string> ids;
    Query query(record, "SELECT id FROM entry /* reads all */");
    while (query.next())
        ids.insert(query.id<EntryId>().text());
    return ids;
}

/// What the last lines say must be on disk of drafts: a draft whose entry was not acknowledged
/// stands, unless the entry was just recorded.
bool draft_holds(const Record& record, const std::string& last_line, std::size_t unacknowledged)
{
    if (!last_line.starts_with("draft "))
        return true;
    const auto draft = read_draft(record, "minutes");
    return draft ? draft->text.ends_with(" " + last_line.substr(6)) : unacknowledged == 1;
}

TEST(Kill, LosesNothingThatWasAcknowledgedIn120Kills)
{
    const Folder folder;
    const std::filesystem::path file = folder.path() / "cell.db";
    FakeClock clock {morning};
    SeededRandom random {1};
    std::move(*Record::create(file, test_key(), clock, random)).reset();
    const auto seed = std::random_device {}();
    std::mt19937 chance(seed);
    // Two lines an entry; then anywhere within what a draft and an entry take.
    std::uniform_int_distribution<int> wait_lines(1, 8), wait_us(0, 10'000);
    std::set<std::string> acknowledged;
    std::size_t lost = 0, lost_drafts = 0;
    constexpr int kills = 120;
    for (int kill = 0; kill < kills; ++kill) {
        const auto lines = Writer(file).kill_after(
            wait_lines(chance), std::chrono::microseconds(wait_us(chance)));
        for (const std::string& line : lines) {
            if (line.starts_with("entry "))
                acknowledged.insert(line.substr(6));
        }
        const auto record = Record::open(file, test_key(), clock, random);
        ASSERT_TRUE(record) << record.error().key << ", seed " << seed;
        const auto there = read_entry_ids(**record);
        for (const std::string& id : acknowledged)
            lost += there.contains(id) ? 0 : 1;
        // One entry may be on disk that the writer had no time to say.
        std::size_t unsaid = there.size() - acknowledged.size();
        EXPECT_LE(unsaid, 1U) << "seed " << seed;
        if (!lines.empty())
            lost_drafts += draft_holds(**record, lines.back(), unsaid) ? 0 : 1;
        acknowledged = there;
        if (kill % 20 == 19) {
            EXPECT_TRUE(verify(**record).good()) << "seed " << seed;
        }
    }
    EXPECT_EQ(lost, 0U) << "seed " << seed;
    EXPECT_EQ(lost_drafts, 0U) << "seed " << seed;
    EXPECT_GT(acknowledged.size(), static_cast<std::size_t>(kills));
    std::printf("%d kills: %zu entries acknowledged, %zu lost, %zu drafts lost\n", kills,
        acknowledged.size(), lost, lost_drafts);
}

} // namespace
} // namespace chibo::test
