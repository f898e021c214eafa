// A further device: from the file and the secret to a cell that opens with a code of its own.
#include <gtest/gtest.h>

#include "exchange/invitation.h"
#include "exchange/two_devices.h"
#include "record/cell_commands.h"
#include "record/member_commands.h"
#include "record/member_queries.h"

namespace chibo::test {
namespace {

class Invited : public testing::Test {
protected:
    Invited()
    {
        auto first = RecordFolder::create(place.path() / "first", CodeCost::for_tests());
        const std::vector<OfficerCode> officers {{OfficerId {}, "secretary", "sen hồng nắng mới"}};
        auto made = first->create_cell("Chi bộ Văn phòng", officers, clock, random);
        record = std::move(made->record);
        Cell cell;
        cell.id = made->id;
        cell.name = "Chi bộ Văn phòng";
        must(found_cell(cell));
        Member member;
        member.name = "Lê Thị Minh Hằng";
        must(add_member(member));
        must(appoint_officer(find_member(*record, member.name)->id, OfficerRole::Secretary, ""));
        invitation = *write_invitation(*record, file(), CodeCost::for_tests());
    }
    void must(const Command& command) { ASSERT_TRUE(record->run(command, room)) << command.name; }
    [[nodiscard]] std::filesystem::path file() const { return place.path() / "invitation"; }
    Result<Joined> join(RecordFolder& folder, const std::string& secret)
    {
        return join_cell(folder,
            {.file = file(), .secret = secret, .code = "mùa xuân bên sông", .officer = {}}, clock,
            random);
    }
    RecordFolder second()
    {
        return *RecordFolder::create(place.path() / "second", CodeCost::for_tests());
    }

    Folder place;
    FakeClock clock {morning};
    SeededRandom random {5};
    std::unique_ptr<Record> record;
    Invitation invitation;
};

TEST_F(Invited, TheCellOpensThereWithTheCodeGivenToJoin)
{
    RecordFolder folder = second();
    const auto joined = join(folder, invitation.secret);
    ASSERT_TRUE(joined) << joined.error().key;
    EXPECT_EQ(joined->cell_name, "Chi bộ Văn phòng");
    EXPECT_EQ(joined->entries, 4);
    auto reopened = *RecordFolder::open(folder.path());
    const auto unlocked = reopened.unlock("mua xuan ben song", morning);
    ASSERT_TRUE(unlocked);
    EXPECT_EQ(unlocked->at(0).role, "secretary");
    const auto there = *reopened.open_cell(unlocked->at(0), clock, random);
    EXPECT_EQ(read_members(*there).size(), 1U);
    EXPECT_EQ(faults(*there), "");
    // The two know each other by different names and exchange from here on.
    const auto devices = read_devices(*there);
    ASSERT_EQ(devices.size(), 2U);
    EXPECT_NE(devices[0].name, devices[1].name);
    ASSERT_TRUE(export_bundle(*there, place.path() / "back.chibo"));
    ASSERT_TRUE(import_bundle(*record, place.path() / "back.chibo"));
    EXPECT_EQ(whole_record(*record), whole_record(*there));
}

TEST_F(Invited, TheScannedSecretOpensToo)
{
    RecordFolder folder = second();
    EXPECT_EQ(invitation.qr.find('-'), std::string::npos);
    EXPECT_TRUE(join(folder, invitation.qr));
}

TEST_F(Invited, AWrongSecretLeavesNothingBehind)
{
    RecordFolder folder = second();
    const auto joined = join(folder, "sai sai sai sai sai sai");
    ASSERT_FALSE(joined);
    EXPECT_EQ(joined.error().key, "invitation.wrong_secret");
    EXPECT_TRUE(folder.cells().empty());
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_NE(entry.path().extension(), ".db");
}

TEST_F(Invited, ACellIsJoinedOnce)
{
    RecordFolder folder = second();
    ASSERT_TRUE(join(folder, invitation.secret));
    EXPECT_EQ(join(folder, invitation.secret).error().key, "invitation.here_already");
}

TEST_F(Invited, OnlyAnOfficerJoins)
{
    RecordFolder folder = second();
    const auto joined = join_cell(folder,
        {.file = file(),
            .secret = invitation.secret,
            .code = "mùa xuân bên sông",
            .officer = "Không Ai"},
        clock, random);
    ASSERT_FALSE(joined);
    EXPECT_EQ(joined.error().key, "invitation.no_officer");
    EXPECT_TRUE(join(folder, invitation.secret)); // Nothing of the first try is in the way.
}

TEST_F(Invited, AnOfficerIsFoundByTheGivenNameWithoutMarks)
{
    RecordFolder folder = second();
    const auto joined = join_cell(folder,
        {.file = file(),
            .secret = invitation.secret,
            .code = "mùa xuân bên sông",
            .officer = "HANG"},
        clock, random);
    ASSERT_TRUE(joined) << joined.error().key;
}

TEST_F(Invited, TwoOfOneGivenNameAreAskedFor)
{
    Member member;
    member.name = "Trần Thu Hằng";
    must(add_member(member));
    must(appoint_officer(find_member(*record, member.name)->id, OfficerRole::Clerk, ""));
    invitation = *write_invitation(*record, file(), CodeCost::for_tests());
    RecordFolder folder = second();
    const auto join_as = [&](const std::string& officer) {
        return join_cell(folder,
            {.file = file(),
                .secret = invitation.secret,
                .code = "mùa xuân bên sông",
                .officer = officer},
            clock, random);
    };
    const auto asked = join_as("Hằng");
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().key, "invitation.which_officer");
    EXPECT_EQ(asked.error().values.at("names"), "Lê Thị Minh Hằng, Trần Thu Hằng");
    EXPECT_TRUE(join_as("thu hằng"));
}

TEST_F(Invited, AWeakCodeIsRefusedBeforeAnythingIsDone)
{
    RecordFolder folder = second();
    const auto joined = join_cell(folder,
        {.file = file(), .secret = invitation.secret, .code = "abc", .officer = {}}, clock, random);
    ASSERT_FALSE(joined);
    EXPECT_EQ(joined.error().key, "codes.too_short");
}

TEST_F(Invited, ABundleIsNoInvitation)
{
    RecordFolder folder = second();
    ASSERT_TRUE(export_bundle(*record, place.path() / "bundle.chibo"));
    const auto joined = join_cell(folder,
        {.file = place.path() / "bundle.chibo",
            .secret = invitation.secret,
            .code = "mùa xuân bên sông",
            .officer = {}},
        clock, random);
    ASSERT_FALSE(joined);
    EXPECT_EQ(joined.error().key, "invitation.not_one");
}

TEST_F(Invited, TheFileShowsNothing)
{
    std::ifstream stream(file(), std::ios::binary);
    const std::string bytes {
        std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    EXPECT_EQ(bytes.find("Văn phòng"), std::string::npos);
    const auto& key = record->key().bytes();
    EXPECT_EQ(bytes.find(std::string(key.begin(), key.end())), std::string::npos);
}

} // namespace
} // namespace chibo::test
