// The lock screen while a code's key is derived: the frames go on, and leaving it is safe.
#include <algorithm>

#include <gtest/gtest.h>

#include "record/member_commands.h"
#include "record/member_queries.h"
#include "record/new_record.h"
#include "ui/lock_cold.h"
#include "ui/offscreen.h"
#include "ui/widgets/sheet.h"

namespace chibo::test {
namespace {

constexpr const char* right_code = "sen hồng nắng mới";

class Unlocking : public testing::Test {
protected:
    Unlocking()
    {
        auto folder = RecordFolder::create(temporary.path() / "record", CodeCost::for_tests());
        for (const char* name : {"Chi bộ Văn phòng", "Chi bộ Tổng hợp"})
            EXPECT_TRUE(folder->create_cell(
                name, {{officer, "clerk", right_code}}, offscreen.clock(), random));
        session.emplace(std::move(*folder), offscreen.clock(), random);
    }
    void frame()
    {
        offscreen.frame([&] { lock.draw(offscreen.ui(), *session); });
    }
    void type(const std::string& text)
    {
        for (std::size_t at = 0; at < text.size();)
            offscreen.ui().type({.character = next_character(text, at)});
        frame();
    }
    void press(NamedKey key)
    {
        offscreen.ui().type({.key = key});
        frame();
    }
    void let_jobs_finish()
    {
        offscreen.ui().jobs().finish();
        offscreen.ui().jobs().deliver();
    }
    bool sees(std::string_view words)
    {
        return std::ranges::any_of(offscreen.ui().seen().texts(),
            [&](const SeenText& text) { return text.text == words && text.visible(); });
    }

    const OfficerId officer {Uuid::v7(1, {})};
    Folder temporary;
    SeededRandom random {5};
    OffscreenUi offscreen;
    std::optional<Session> session;
    LockCold lock;
};

TEST_F(Unlocking, SaysSoInTheFrameOfTheKeyAndOpensOnceTheKeyIsThere)
{
    frame();
    type(right_code);
    EXPECT_TRUE(sees("Mở khóa"));
    press(NamedKey::Enter);
    EXPECT_TRUE(sees("Đang mở khóa"));
    EXPECT_EQ(session->state(), KioskState::Locked);
    let_jobs_finish();
    EXPECT_TRUE(lock.try_derived(*session));
    EXPECT_NE(session->state(), KioskState::Locked);
}

TEST_F(Unlocking, AWrongCodeIsSaidAndCounted)
{
    frame();
    type("mot hai ba bon nam");
    press(NamedKey::Enter);
    let_jobs_finish();
    EXPECT_FALSE(lock.try_derived(*session));
    EXPECT_EQ(session->folder().cells().front().failures, 1);
    frame();
    EXPECT_FALSE(sees("Đang mở khóa"));
}

TEST_F(Unlocking, LeavingWhileItIsDerivedOpensAndCountsNothing)
{
    frame();
    type("mot hai ba bon nam");
    press(NamedKey::Enter);
    press(NamedKey::Escape);
    let_jobs_finish();
    EXPECT_FALSE(lock.try_derived(*session));
    type(right_code);
    press(NamedKey::Enter);
    session->choose_cell(session->folder().cells().back().id);
    lock.clear();
    let_jobs_finish();
    EXPECT_FALSE(lock.try_derived(*session));
    EXPECT_EQ(session->state(), KioskState::Locked);
    EXPECT_EQ(session->folder().cells().front().failures, 0);
}

TEST_F(Unlocking, TheCodeOfAnOfficerWhoWasWithdrawnElsewhereOpensNothing)
{
    ASSERT_TRUE(session->unlock(right_code, "clerk"));
    Record& record = *session->record();
    Member member;
    member.name = "Trần Thị Thu Thủy";
    ASSERT_TRUE(record.run(add_member(member), room));
    const MemberId id = read_members(record).front().id;
    ASSERT_TRUE(record.run(appoint_officer(id, OfficerRole::Clerk, "", officer), room));
    ASSERT_TRUE(record.run(appoint_officer(id, OfficerRole::Secretary, ""), room));
    ASSERT_TRUE(record.run(dismiss_officer(officer), room));
    session->lock();
    const auto refused = session->unlock(right_code, "clerk");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "officers.withdrawn");
    EXPECT_EQ(session->state(), KioskState::Locked);
    EXPECT_EQ(session->unlock(right_code, "clerk").error().key, "record.wrong_code");
}

class ClosingSheet : public testing::Test {
protected:
    int vertices(bool open)
    {
        offscreen.frame([&] {
            if (open)
                const SheetScope sheet(offscreen.ui(), "sheet", {600, 400});
        });
        offscreen.clock().wait_ms(16);
        return ImGui::GetDrawData()->TotalVtxCount;
    }

    OffscreenUi offscreen;
};

TEST_F(ClosingSheet, FadesForAMomentAndIsGone)
{
    for (int i = 0; i < 20; ++i)
        EXPECT_GT(vertices(true), 0);
    EXPECT_GT(vertices(false), 0);
    EXPECT_TRUE(offscreen.ui().seen().touchables().empty());
    offscreen.clock().wait_ms(120);
    EXPECT_EQ(vertices(false), 0);
}

TEST_F(ClosingSheet, IsGoneAtOnceWhereMotionIsReduced)
{
    offscreen.ui().motion().reduce(true);
    EXPECT_GT(vertices(true), 0);
    EXPECT_EQ(vertices(false), 0);
}

} // namespace
} // namespace chibo::test
