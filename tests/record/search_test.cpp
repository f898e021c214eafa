#include "record/search.h"

#include <gtest/gtest.h>

#include "new_record.h"
#include "record/search_index.h"

namespace chibo::test {
namespace {

EntryId guest_entry(std::uint8_t number)
{
    return {guest(number).uuid};
}

class Search : public NewRecord {
protected:
    Search()
    {
        const Command add_meeting {"plan_meeting", [](Changes& changes) -> Result<void> {
                                       changes
                                           .prepare(R"sql(
                INSERT INTO meeting (id, kind, title, planned_start_ms, rule_set, limit_minutes)
                VALUES (zeroblob(16), 'regular', 'Sinh hoạt chi bộ', 1, '', 90))sql")
                                           .exec();
                                       return {};
                                   }};
        EXPECT_TRUE(record->run(add_meeting, room));
    }
    void add(std::uint8_t number, const std::string& text)
    {
        const Command add_entry {"record_entry", [&](Changes& changes) -> Result<void> {
                                     auto& insert = changes.prepare(R"sql(
                INSERT INTO entry (id, meeting, item, kind, text, at_ms)
                VALUES (:id, zeroblob(16), zeroblob(16), 'opinion', :text, 1))sql");
                                     bind_to(insert, ":id", guest(number));
                                     bind_to(insert, ":text", text);
                                     insert.exec();
                                     return {};
                                 }};
        EXPECT_TRUE(record->run(add_entry, room));
    }
    void edit(std::uint8_t number, const char* sql)
    {
        const Command edit_entry {"edit_entry", [&](Changes& changes) -> Result<void> {
                                      auto& update = changes.prepare(sql);
                                      bind_to(update, ":id", guest(number));
                                      update.exec();
                                      return {};
                                  }};
        EXPECT_TRUE(record->run(edit_entry, room));
    }
    [[nodiscard]] std::vector<std::string> excerpts(const std::string& text) const
    {
        std::vector<std::string> found;
        for (const FoundEntry& entry : search(*record, text))
            found.push_back(entry.excerpt);
        return found;
    }
    void run_on_index(const std::function<void(Statements&)>& act)
    {
        record->run_local([&act](SQLite::Database& database) {
            Statements statements(database);
            act(statements);
        });
    }
    using Texts = std::vector<std::string>;
};

TEST_F(Search, FindsWithAndWithoutMarks)
{
    add(1, "Nghị quyết về bình đẳng giới");
    add(2, "Đường dây nóng của Hội");
    const Texts first {"Nghị quyết về bình đẳng giới"};
    EXPECT_EQ(excerpts("nghi quyet"), first);
    EXPECT_EQ(excerpts("NGHỊ QUYẾT"), first);
    EXPECT_EQ(excerpts("bình gi"), first);
    EXPECT_EQ(excerpts("duong day"), Texts {"Đường dây nóng của Hội"});
    EXPECT_EQ(excerpts("nghỉ quyết"), Texts {});
    EXPECT_EQ(excerpts("\"* OR ("), Texts {});
    EXPECT_EQ(excerpts(""), Texts {});
}

TEST_F(Search, GivesTheLatestFirstAndMarksWhatMatched)
{
    add(1, "Quỹ hội năm ngoái");
    add(2, "Quỹ hội năm nay");
    const auto found = search(*record, "quy");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].excerpt, "Quỹ hội năm nay");
    EXPECT_EQ(found[0].matches, (std::vector {TextRange {0, std::string("Quỹ").size()}}));
    EXPECT_EQ(found[0].meeting_title, "Sinh hoạt chi bộ");
}

TEST_F(Search, FollowsEditsAndLeavesOutWhatWasRemoved)
{
    add(1, "Quỹ hội");
    edit(1, "UPDATE entry SET text = 'Phí hội' WHERE id = :id");
    EXPECT_EQ(excerpts("quy"), Texts {});
    EXPECT_EQ(excerpts("phi"), Texts {"Phí hội"});
    edit(1, "UPDATE entry SET removed = 1 WHERE id = :id");
    EXPECT_EQ(excerpts("phi"), Texts {});
}

TEST_F(Search, ShowsALongTextAroundTheMatch)
{
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += "chữ ";
    add(1, text + "trọng tâm " + text);
    const auto found = search(*record, "trong tam");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].excerpt.starts_with("…chữ"));
    EXPECT_TRUE(found[0].excerpt.ends_with("chữ…"));
    const TextRange match = found[0].matches.at(1);
    EXPECT_EQ(found[0].excerpt.substr(match.begin, match.end - match.begin), "tâm");
}

TEST_F(Search, IsTheSameBeforeAndAfterTheIndexHasCaughtUp)
{
    add(1, "Quỹ hội");
    add(2, "Phí hội");
    run_on_index([](Statements& statements) { index_entries(statements); });
    EXPECT_TRUE(entries_not_indexed(*record).empty());
    add(3, "Quỹ đoàn");
    edit(1, "UPDATE entry SET text = 'Quỹ cũ' WHERE id = :id");
    EXPECT_EQ(entries_not_indexed(*record), (std::vector {guest_entry(3), guest_entry(1)}));
    const Texts all {"Quỹ cũ", "Quỹ đoàn"};
    EXPECT_EQ(excerpts("quy"), all);
    EXPECT_EQ(excerpts("hoi"), Texts {"Phí hội"});
    run_on_index([](Statements& statements) { index_entries(statements); });
    EXPECT_EQ(excerpts("quy").size(), 2U);
    EXPECT_EQ(excerpts("hoi"), Texts {"Phí hội"});
}

TEST_F(Search, NeverLeavesManyEntriesToIndex)
{
    std::size_t most = 0;
    for (std::uint8_t number = 1; number < 100; ++number) {
        add(number, "Quỹ hội");
        most = std::max(most, entries_not_indexed(*record).size());
    }
    EXPECT_LT(most, 32U);
    EXPECT_EQ(search(*record, "quy", 200).size(), 99U);
}

TEST_F(Search, IsTheSameAfterTheIndexIsMadeAgain)
{
    add(1, "Quỹ hội");
    add(2, "Phí hội");
    run_on_index(rebuild_index);
    EXPECT_EQ(excerpts("hoi").size(), 2U);
    EXPECT_EQ(excerpts("quy"), Texts {"Quỹ hội"});
}

} // namespace
} // namespace chibo::test
