#include "documents/export_places.h"
#include "meeting/file_names.h"

#include <gtest/gtest.h>

namespace chibo {

TEST(ExportPlaces, FindsSticksAmongTheMounts)
{
    const auto folders = stick_folders("/dev/sda1 / ext4 rw 0 0\n"
                                       "/dev/sdb1 /media/kiosk/CHI\\040BO vfat rw 0 0\n"
                                       "/dev/sdc1 /run/media/kiosk/DATA exfat rw 0 0\n"
                                       "proc /proc proc rw 0 0\n");
    ASSERT_EQ(folders.size(), 2U);
    EXPECT_EQ(folders[0], "/media/kiosk/CHI BO");
    EXPECT_EQ(folders[1], "/run/media/kiosk/DATA");
}

TEST(SaidSize, UsesACommaAndTwoFiguresAtMost)
{
    EXPECT_EQ(said_size(1'430'000'000), "1,4\u00A0GB");
    EXPECT_EQ(said_size(31'900'000'000), "31\u00A0GB");
    EXPECT_EQ(said_size(620'400'000), "620\u00A0MB");
}

TEST(PlainFileName, HasLettersWithoutMarks)
{
    EXPECT_EQ(plain_file_name("Biên bản 2026-08-05 Chi bộ Văn phòng"),
        "Bien-ban-2026-08-05-Chi-bo-Van-phong");
    EXPECT_EQ(plain_file_name("../Đồng/\nÝ? "), "Dong-Y");
}

} // namespace chibo
