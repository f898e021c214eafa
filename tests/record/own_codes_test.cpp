// A member's own code and what only it opens.
#include "record/own_codes.h"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "record/critique_commands.h"
#include "record/critique_queries.h"
#include "record/database.h"
#include "record/schema.h"
#include "story_record.h"

namespace chibo::test {
namespace {

const std::string secret = "Tôi chưa nói thẳng với đồng chí cùng phòng";

class OwnCodes : public StoryRecord {
protected:
    OwnCodes() : dung(named("Phạm Văn Dũng")) {}

    Key make(const std::string& code = "2580147")
    {
        auto made = make_own_code(*record, dung, chosen(code));
        if (!made)
            throw std::runtime_error(made.error().key);
        return *made;
    }
    SealedDraft draft(const std::string& text = secret)
    {
        return {.for_meeting = meeting,
            .form = "prompt",
            .sections = {{.id = "of_oneself", .text = text, .caret = 5, .anchor = 5}}};
    }
    std::string read(const Key& key)
    {
        const auto found = read_sealed_draft(*record, dung, key, meeting, "prompt");
        return found ? found->sections.at(0).text : "(none)";
    }
    static ChosenCode chosen(const std::string& code)
    {
        const CodeWork work = own_code_work(CodeCost::for_tests());
        return {.work = work, .key = work.derive(code)};
    }
    Result<Key> opened_by(const std::string& code)
    {
        const auto work = begin_own_code_try(*record, dung);
        return work ? open_own_code(*record, dung, work->derive(code))
                    : Result<Key>(tl::unexpected(work.error()));
    }
    std::string open(const std::string& code)
    {
        const auto opened = opened_by(code);
        return opened ? "" : opened.error().key;
    }

    MemberId dung;
};

TEST_F(OwnCodes, OpensTheDraftAgainWithCaretAndAll)
{
    save_sealed_draft(*record, dung, make(), draft());
    record.reset();
    record = open_again();
    const auto key = opened_by("2580147");
    ASSERT_TRUE(key);
    EXPECT_EQ(read(*key), secret);
    EXPECT_EQ(read_sealed_draft(*record, dung, *key, meeting, "prompt")->sections.at(0).caret, 5);
}

/// Every byte that the database holds, read with the officers' key: all tables, freed pages too.
std::string everything(const std::filesystem::path& file)
{
    const auto database
        = open_database(file, test_key(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const auto plain = file.parent_path() / "plain.db";
    database->exec("ATTACH DATABASE '" + plain.string() + "' AS plain KEY ''");
    database->exec("SELECT sqlcipher_export('plain')");
    database->exec("DETACH DATABASE plain");
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
        std::ifstream in(entry.path(), std::ios::binary);
        all.append((std::istreambuf_iterator<char>(in)), {});
    }
    std::filesystem::remove(plain);
    // As the program's own connection sees it, row by row.
    SQLite::Statement tables(*database,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    while (tables.executeStep()) {
        SQLite::Statement rows(*database, "SELECT * FROM " + tables.getColumn(0).getString());
        while (rows.executeStep()) {
            for (int i = 0; i < rows.getColumnCount(); ++i)
                all += rows.getColumn(i).getString();
        }
    }
    return all;
}

TEST_F(OwnCodes, LeaveNoWordOfADraftInAnyFileNorBehindTheOfficersCode)
{
    const Key key = make();
    for (std::size_t length = 10; length <= secret.size(); length += 5)
        save_sealed_draft(*record, dung, key, draft(secret.substr(0, length)));
    save_sealed_draft(*record, dung, key, draft());
    for (const bool closed : {false, true}) {
        if (closed)
            record.reset();
        const std::string all = everything(file());
        EXPECT_NE(all.find("Phạm Văn Dũng"), std::string::npos) << "the search finds what is there";
        for (const std::string word : {"nói thẳng", "cùng phòng", "Tôi chưa"})
            EXPECT_EQ(all.find(word), std::string::npos) << word;
    }
    record = open_again();
    EXPECT_EQ(read(*opened_by("2580147")), secret);
}

TEST_F(OwnCodes, ShowADraftToNoOtherKey)
{
    save_sealed_draft(*record, dung, make(), draft());
    EXPECT_EQ(read(test_key()), "(none)");
    const MemberId other = named("Vũ Thị Kim Oanh");
    const auto others = make_own_code(*record, other, chosen("1357246"));
    ASSERT_TRUE(others);
    EXPECT_EQ(read(*others), "(none)");
}

TEST_F(OwnCodes, WaitLongerAfterEachOfTwentyWrongTries)
{
    save_sealed_draft(*record, dung, make(), draft());
    std::int64_t last_wait = 0;
    for (int tries = 1; tries <= 20; ++tries) {
        const std::string refused = open("999000");
        EXPECT_EQ(refused, tries <= 4 ? "own_code.wrong" : "own_code.wait") << tries;
        const auto wait = own_code_wait_ms(*record, dung);
        EXPECT_GE(wait, last_wait);
        last_wait = wait;
        if (wait == 0)
            continue;
        EXPECT_EQ(open("2580147"), "own_code.wait") << "the right one waits too";
        EXPECT_EQ(own_code_wait_ms(*record, dung), wait) << "and costs no try";
        record.reset();
        record = open_again();
        EXPECT_EQ(own_code_wait_ms(*record, dung), wait) << "a restart does not shorten it";
        clock.wait_ms(wait);
    }
    EXPECT_EQ(last_wait, 15 * 60'000);
    const auto key = opened_by("2580147");
    ASSERT_TRUE(key);
    EXPECT_EQ(read(*key), secret);
    EXPECT_EQ(open("999000"), "own_code.wrong") << "the count began anew";
}

TEST_F(OwnCodes, CountATryThatWasNeverAnswered)
{
    make();
    for (int killed = 0; killed < 5; ++killed)
        (void)begin_own_code_try(*record, dung);
    EXPECT_EQ(open("2580147"), "own_code.wait") << "the right one waits, as after wrong ones";
}

TEST_F(OwnCodes, RefuseWhatIsGuessedFirst)
{
    const auto refused = [&](const std::string& code) {
        const auto fine = check_own_code(*record, dung, code);
        return fine ? "" : fine.error().key;
    };
    Member member = *read_member(*record, dung);
    member.birth_on = Date {1974, 3, 9};
    must(edit_member(member));
    EXPECT_EQ(refused("12345"), "own_code.too_short");
    EXPECT_EQ(refused("12345a"), "own_code.too_short");
    EXPECT_EQ(refused("123456"), "own_code.too_plain");
    EXPECT_EQ(refused("00000000"), "own_code.too_plain");
    EXPECT_EQ(refused("090374"), "own_code.birthday");
    EXPECT_EQ(refused("09031974"), "own_code.birthday");
    EXPECT_EQ(refused("19740309"), "own_code.birthday");
    EXPECT_EQ(refused("2580147"), "");
}

TEST_F(OwnCodes, AreMadeOnceAndChangedWithTheDrafts)
{
    const Key key = make();
    save_sealed_draft(*record, dung, key, draft());
    EXPECT_EQ(make_own_code(*record, dung, chosen("7412580")).error().key, "own_code.there");
    ASSERT_TRUE(change_own_code(*record, dung, key, chosen("74125803")));
    EXPECT_EQ(open("2580147"), "own_code.wrong");
    EXPECT_EQ(read(*opened_by("74125803")), secret);
}

TEST_F(OwnCodes, LoseTheDraftAndNothingElseWhenForgotten)
{
    const Key key = make();
    save_sealed_draft(*record, dung, key, draft());
    must(hand_in({.member = dung,
             .meeting = meeting,
             .form = "prompt",
             .sections = {{"of_oneself", "Nộp rồi"}}}),
        {.member = dung, .role = "member"});
    EXPECT_EQ(count_sealed_drafts(*record, dung), 0);
    SealedDraft other = draft();
    other.form = "self_critique";
    save_sealed_draft(*record, dung, key, other);
    EXPECT_EQ(count_sealed_drafts(*record, dung), 1);
    ASSERT_TRUE(give_up_own_code(*record, dung, clerk));
    EXPECT_EQ(count_sealed_drafts(*record, dung), 0);
    EXPECT_FALSE(has_own_code(*record, dung));
    EXPECT_EQ(open("2580147"), "own_code.none");
    EXPECT_EQ(read_handed_in(*record, dung, meeting).at(0).sections.at(0).text, "Nộp rồi");
    const Key again = make("8524567");
    EXPECT_EQ(read(again), "(none)");
}

TEST_F(OwnCodes, StayOnTheDeviceAndOutOfTheJournal)
{
    make();
    for (const std::string table : {"own_code", "sealed_draft"})
        EXPECT_EQ(std::ranges::count(travelling_tables(), table), 0) << table;
}

} // namespace
} // namespace chibo::test
