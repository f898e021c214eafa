#include "record/pins.h"

#include <gtest/gtest.h>

#include "new_record.h"

namespace chibo::test {
namespace {

class Pins : public NewRecord {
protected:
    Pins()
    {
        officer.uuid.bytes[15] = 1;
        const std::string hash = *hash_pin("482913");
        const Command add {"add_officer", [&](Changes& changes) -> Result<void> {
                               auto& insert = changes.prepare(
                                   "INSERT INTO officer (id, member, role, pin_hash) VALUES (:id, "
                                   ":member, 'clerk', :pin_hash)");
                               bind_to(insert, ":id", officer);
                               bind_to(insert, ":member", MemberId {});
                               bind_to(insert, ":pin_hash", hash);
                               insert.exec();
                               return {};
                           }};
        EXPECT_TRUE(record->run(add, room));
    }
    OfficerId officer;
};

TEST_F(Pins, LetTheRightOneIn)
{
    EXPECT_TRUE(check_pin(*record, officer, "482913"));
    EXPECT_EQ(check_pin(*record, officer, "482914").error().key, "pins.wrong");
    EXPECT_EQ(check_pin(*record, {}, "482913").error().key, "pins.none");
}

TEST_F(Pins, WaitAcrossARestartAfterWrongOnes)
{
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(check_pin(*record, officer, "000001").error().key, "pins.wrong");
    EXPECT_EQ(check_pin(*record, officer, "000001").error().key, "pins.wait");
    record.reset();
    record = open_again();
    EXPECT_EQ(check_pin(*record, officer, "482913").error().values.at("seconds"), "30");
    clock.wait_ms(30'000);
    EXPECT_TRUE(check_pin(*record, officer, "482913"));
    EXPECT_EQ(pin_wait_ms(*record, officer), 0);
}

TEST_F(Pins, RefuseWhatIsTriedFirst)
{
    for (const char* pin : {"111111", "123456", "987654"})
        EXPECT_EQ(hash_pin(pin).error().key, "pins.too_plain");
    for (const char* pin : {"48291", "48291a", ""})
        EXPECT_EQ(hash_pin(pin).error().key, "pins.too_short");
}

} // namespace
} // namespace chibo::test
