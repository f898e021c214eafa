// After this program's tests: the plan of every statement that they prepared. None may walk a table
// that grows with the years.
#include <set>

#include <gtest/gtest.h>

#include "new_record.h"
#include "record/database.h"

namespace chibo::test {
namespace {

/// Small whatever the years bring, or read whole by its nature: the list of members, of meetings.
const std::set<std::string, std::less<>> may_be_walked {"cell", "cell_heading", "constant",
    "device", "draft", "entry_text", "listed", "meeting", "member", "officer", "own_device",
    "setting", "sqlite_schema", "ui_state", "withdrawal_entry"};

/// The table that a line of a plan walks from end to end; empty: none.
std::string walked_table(const std::string& line)
{
    constexpr std::string_view scan = "SCAN ";
    if (!line.starts_with(scan))
        return {};
    const auto end = line.find(' ', scan.size());
    return line.substr(scan.size(), end == std::string::npos ? end : end - scan.size());
}

void check_plan(SQLite::Database& database, const std::string& text)
{
    SQLite::Statement plan(database, "EXPLAIN QUERY PLAN " + text);
    while (plan.executeStep()) {
        const std::string line = plan.getColumn(3);
        const std::string table = walked_table(line);
        // What a WITH or a subquery has narrowed is walked, not the table below it: that has a line
        // of its own.
        if (table.empty() || table.front() == '(' || may_be_walked.contains(table))
            continue;
        ADD_FAILURE() << line << " in\n" << text;
    }
}

class Plans : public testing::Environment {
public:
    void SetUp() override { Statements::collect(&m_texts); }
    void TearDown() override
    {
        Statements::collect(nullptr);
        const Folder folder;
        const FakeClock clock(morning);
        SeededRandom random(1);
        std::move(*Record::create(folder.path() / "plans.db", test_key(), clock, random)).reset();
        const auto database
            = open_database(folder.path() / "plans.db", test_key(), SQLite::OPEN_READWRITE);
        const std::set<std::string> texts(m_texts.begin(), m_texts.end());
        for (const std::string& text : texts) {
            if (text.find("/* reads all */") == std::string::npos && !text.starts_with("PRAGMA"))
                check_plan(*database, text);
        }
    }

private:
    std::vector<std::string> m_texts;
};

[[maybe_unused]] const auto* const plans = testing::AddGlobalTestEnvironment(new Plans);

} // namespace
} // namespace chibo::test
