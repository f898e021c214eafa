#include "typing/old_encodings.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

constexpr std::string_view every_letter
    = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

TEST(OldEncodings, ReadsTcvn3FromBytesAndFromWhatUtf8MadeOfThem)
{
    EXPECT_EQ(from_old_encoding("Nguy\xD4n V\xA8n \xA7\xF8"
                                "c",
                  OldEncoding::Tcvn3),
        "Nguyễn Văn Đức");
    EXPECT_EQ(from_old_encoding("NguyÔn V¨n §øc", OldEncoding::Tcvn3), "Nguyễn Văn Đức");
    EXPECT_EQ(from_old_encoding("TrÇn V¨n §øc, Tr\u00ADng ThÞ Hång", OldEncoding::Tcvn3),
        "Trần Văn Đức, Trưng Thị Hồng");
}

TEST(OldEncodings, HasEveryLetterOfTcvn3)
{
    // The bytes in the order of `every_letter`, as glibc's iconv -t TCVN5712-1 writes them.
    constexpr std::string_view bytes
        = "\xA8\xA9\xAA\xAB\xAC\xAD\xAE\xB5\xB6\xB7\xB8\xB9\xBB\xBC\xBD\xBE\xC6\xC7\xC8\xC9\xCA\xCB"
          "\xCC\xCE\xCF\xD0\xD1\xD2\xD3\xD4\xD5\xD6\xD7\xD8\xDC\xDD\xDE\xDF\xE1\xE2\xE3\xE4\xE5\xE6"
          "\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF1\xF2\xF3\xF4\xF5\xF6\xF7\xF8\xF9\xFA\xFB\xFC\xFD"
          "\xFE";
    EXPECT_EQ(from_old_encoding(bytes, OldEncoding::Tcvn3), every_letter);
}

TEST(OldEncodings, RaisesTheCapitalsThatOnlyTheFontDrew)
{
    EXPECT_EQ(from_old_encoding("NGUYÔN V¡N §øC;Chi bé 1", OldEncoding::Tcvn3),
        "NGUYỄN VĂN ĐỨC;Chi bộ 1");
}

TEST(OldEncodings, HasEveryLetterOfVni)
{
    EXPECT_EQ(from_old_encoding("Nguyeãn Vaên Ñöùc", OldEncoding::Vni), "Nguyễn Văn Đức");
    EXPECT_EQ(
        from_old_encoding(
            "aêaâeâoâôöñaøaûaõaùaïaèaúaüaéaëaàaåaãaáaäeøeûeõeùeïeàeåeãeáeäìæóíòoøoûoõoùoïoàoåoãoá"
            "oäôøôûôõôùôïuøuûuõuùuïöøöûöõöùöïyøyûyõyùî",
            OldEncoding::Vni),
        every_letter);
    EXPECT_EQ(from_old_encoding("TRAÀN THÒ HOÀNG PHÖÔÏNG, ÑAËNG THUØY", OldEncoding::Vni),
        "TRẦN THỊ HỒNG PHƯỢNG, ĐẶNG THÙY");
}

TEST(OldEncodings, TellsThemApartByTheirWords)
{
    EXPECT_EQ(script_of("Họ và tên;Chi bộ\nNguyễn Văn Đức;Văn phòng\n"), Script::Unicode);
    EXPECT_EQ(script_of("Name,Cell\nNguyen Van Duc,Office\n"), Script::Unicode);
    EXPECT_EQ(script_of("Hä vµ tªn;Chi bé\nNguyÔn V¨n §øc;V¨n phßng\n"), Script::Tcvn3);
    EXPECT_EQ(script_of("Hoï vaø teân;Chi boä\nNguyeãn Vaên Ñöùc;Vaên phoøng\n"), Script::Vni);
    EXPECT_EQ(script_of("H\xE4 v\xB5 t\xAAn;Chi b\xE9\nNguy\xD4n V\xA8n \xA7\xF8"
                        "c\n"),
        Script::Tcvn3);
    EXPECT_EQ(script_of("Ho\xEF va\xF8 te\xE2n\nNguye\xE3n Va\xEAn \xD1\xF6\xF9"
                        "c\n"),
        Script::Vni);
    EXPECT_EQ(script_of("\x8E\x9C\xFF\xFE\x81x\n"), Script::Unknown);
}

TEST(OldEncodings, LeavesCellsThatAreUnicodeAlready)
{
    // A newer template's headings above names pasted from an old list.
    constexpr std::string_view mixed = "Họ và tên;Ngày sinh;Giới tính\nNguyÔn V¨n §øc;;Nam\nHå ThÞ "
                                       "Lª;;N÷\n";
    EXPECT_EQ(script_of(mixed), Script::Tcvn3);
    EXPECT_EQ(from_old_encoding(mixed, OldEncoding::Tcvn3),
        "Họ và tên;Ngày sinh;Giới tính\nNguyễn Văn Đức;;Nam\nHồ Thị Lê;;Nữ\n");
    EXPECT_EQ(from_old_encoding("Họ và tên,Ngày sinh\nHoà Nguyeãn,", OldEncoding::Vni),
        "Họ và tên,Ngày sinh\nHồ Nguyễn,");
}

TEST(OldEncodings, ShowsWhatAConversionWouldChange)
{
    const auto samples
        = conversion_samples("Hä vµ tªn\n2026\nNguyÔn V¨n §øc\n", OldEncoding::Tcvn3, 5);
    ASSERT_EQ(samples.size(), 2U);
    EXPECT_EQ(samples[1].before, "NguyÔn V¨n §øc");
    EXPECT_EQ(samples[1].after, "Nguyễn Văn Đức");
}

} // namespace
} // namespace chibo
