#include "documents/minutes_paper.h"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "documents/minutes_body.h"
#include "documents/poppler.h"
#include "documents/sample_paper.h"

namespace chibo {
namespace {

using testing::HasSubstr;
using testing::Not;

MinutesTemplate form()
{
    auto loaded = load_minutes_template(CHIBO_DATA "/documents/minutes.toml");
    if (!loaded)
        throw std::runtime_error(loaded.error().key + " " + loaded.error().values["reason"]);
    return *loaded;
}

/// No-break spaces as plain ones, so that the tests read as the paper does.
std::string plain(std::string text)
{
    for (std::size_t at = 0; (at = text.find("\u00A0", at)) != std::string::npos;)
        text.replace(at, 2, " ");
    return text;
}

std::string flowing(const Pages& pages)
{
    return plain(PdfFile(pages.pdf()).flowing_text());
}

void expect_in_order(const std::string& text, const std::vector<std::string>& parts)
{
    std::size_t at = 0;
    for (const std::string& part : parts) {
        const std::size_t found = text.find(part, at);
        ASSERT_NE(found, std::string::npos) << "\"" << part << "\" is not after " << at << " in\n"
                                            << text;
        at = found + part.size();
    }
}

int pages_in(const std::string& text)
{
    return static_cast<int>(std::count(text.begin(), text.end(), '\f'));
}

} // namespace

TEST(MinutesPaper, SaysEverythingInThePartysOrder)
{
    expect_in_order(flowing(lay_out(sample_paper(), form())),
        {"CHI BỘ VĂN PHÒNG", "BIÊN BẢN", "sinh hoạt chi bộ thường kỳ tháng 8 năm 2026",
            "I- THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN",
            "Bắt đầu: 08 giờ 00 phút, ngày 05 tháng 8 năm 2026.", "Địa điểm: Phòng họp tầng 3.",
            "Tổng số đảng viên: 7 (chính thức 6, dự bị 1",
            "Có mặt: 6 (chính thức 5, dự bị 1). Vắng: 1.",
            "+ Có lý do: đồng chí Hoàng Thị Ngọc Ánh (đi công tác).", "+ Không có lý do: không.",
            "đồng chí Bùi Thị Lan Anh (Đảng ủy cơ quan)",
            "Chủ trì: đồng chí Lê Thị Minh Hằng, bí thư chi bộ.",
            "Thư ký: đồng chí Trần Thị Thu Thủy.", "II- NỘI DUNG", "1- Tuyên bố lý do.",
            "4- Đánh giá thực hiện nhiệm vụ tháng 7.",
            "Đồng chí Nguyễn Thị Hồng Phượng trình bày: báo cáo sơ kết 6 tháng",
            "8- Kết luận, thông qua biên bản.", "III- Ý KIẾN THẢO LUẬN",
            "Mục 4. Đánh giá thực hiện nhiệm vụ tháng 7",
            "– Đồng chí Phạm Văn Dũng: đề nghị bố trí thêm người",
            "– Đồng chí Vũ Thị Kim Oanh: nhất trí", "IV- Ý KIẾN CẤP TRÊN; TIẾP THU",
            "– Đồng chí Bùi Thị Lan Anh: đồng tình", "V- KẾT LUẬN CỦA CHỦ TRÌ; PHÂN CÔNG NHIỆM VỤ",
            "– Mục 4: hoàn thành 9/10 nhiệm vụ",
            "– Số hóa xong hồ sơ hội viên. Người thực hiện: đồng chí Phạm Văn Dũng; thời hạn: "
            "28/08/2026.",
            "VI- BIỂU QUYẾT",
            "– Thông qua đánh giá nhiệm vụ tháng 7: tán thành 5/5 = 100%; không tán thành 0; ý "
            "kiến khác 0. Đạt 5/6 = "
            "83,3% đảng viên chính thức; được thông qua.",
            "Biên bản đã được đọc trước chi bộ và được 5/5 đảng viên",
            "kết thúc lúc 10 giờ 06 phút cùng ngày.", "THƯ KÝ", "CHỦ TRÌ", "Trần Thị Thu Thủy",
            "Lê Thị Minh Hằng"});
}

TEST(MinutesPaper, IsA4WithEmbeddedFontsAndItsTitle)
{
    const PdfFile file(lay_out(sample_paper(), form()).pdf());
    const std::string info = file.info();
    EXPECT_THAT(info, HasSubstr("(A4)"));
    EXPECT_THAT(info, HasSubstr("Biên bản sinh hoạt chi bộ thường kỳ tháng 8 năm 2026"));
    EXPECT_THAT(info, HasSubstr("CHI BỘ VĂN PHÒNG"));
    EXPECT_THAT(info, HasSubstr("chibo:1:0198a1b2-0000-7000-8000-000000000001:a7a7"));
    const std::string fonts = file.fonts();
    for (const char* face : {"LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic"})
        EXPECT_THAT(fonts, HasSubstr(face));
    EXPECT_THAT(fonts, Not(HasSubstr(" no  yes")));
}

TEST(MinutesPaper, GivesTheSameBytesForTheSamePaper)
{
    const MinutesTemplate look = form();
    EXPECT_EQ(lay_out(sample_paper(), look).pdf(), lay_out(sample_paper(), look).pdf());
}

TEST(MinutesPaper, PutsClerkLeftAndChairRight)
{
    const std::string text = PdfFile(lay_out(sample_paper(), form()).pdf()).text();
    const std::size_t clerk = text.find("THƯ KÝ");
    const std::size_t chair = text.find("CHỦ TRÌ", clerk);
    ASSERT_NE(clerk, std::string::npos);
    ASSERT_NE(chair, std::string::npos);
    EXPECT_EQ(text.find('\n', clerk), text.find('\n', chair));
    EXPECT_LT(clerk, chair);
}

TEST(MinutesPaper, NumbersPagesFromTheSecondOn)
{
    MinutesPaper paper = sample_paper();
    for (int i = 0; i < 40; ++i)
        paper.items[4].entries.push_back(
            said(9, i, "Phạm Văn Dũng", "ý kiến thứ " + std::to_string(i)));
    const std::string text = PdfFile(lay_out(paper, form()).pdf()).text();
    std::istringstream lines(text.substr(text.find('\f') + 1));
    std::string first;
    std::getline(lines, first);
    EXPECT_EQ(first.substr(first.find_first_not_of(' ')), "2");
    EXPECT_THAT(text.substr(0, text.find('\n')), Not(HasSubstr("1")));
}

TEST(MinutesPaper, KeepsOfARestrictedItemItsTitleOnlyAndOfASecretOneNothing)
{
    MinutesPaper paper = sample_paper();
    paper.items[3].content = PaperItemContent::Restricted;
    paper.items[4].content = PaperItemContent::Secret;
    for (const Arrangement arrangement : {Arrangement::Sections, Arrangement::Items}) {
        MinutesTemplate look = form();
        look.arrangement = arrangement;
        const std::string text = flowing(lay_out(paper, look));
        EXPECT_THAT(text, HasSubstr("4- Đánh giá thực hiện nhiệm vụ tháng 7"));
        EXPECT_THAT(text, Not(HasSubstr("số hóa chậm")));
        EXPECT_THAT(text, HasSubstr("5- Nội dung phổ biến theo quy định bảo mật"));
        EXPECT_THAT(text, Not(HasSubstr("Học tập và làm theo Bác")));
        EXPECT_THAT(text, Not(HasSubstr("mốc thời gian")));
    }
}

TEST(MinutesPaper, SaysWhatIsMissingInAnEmptyMeeting)
{
    MinutesPaper paper;
    paper.summary = "sinh hoạt chi bộ đột xuất";
    paper.start_ms = on_the_day(8, 0);
    const Pages pages = lay_out(paper, form());
    EXPECT_EQ(pages.count(), 1);
    expect_in_order(flowing(pages),
        {"II- NỘI DUNG", "Không có.", "III- Ý KIẾN THẢO LUẬN", "Không có.", "VI- BIỂU QUYẾT",
            "Không có.", "THƯ KÝ"});
}

TEST(MinutesPaper, HoldsTwoHundredEntriesThirtyMembersAndEndlessWords)
{
    MinutesPaper paper = sample_paper();
    std::vector<std::string> expected;
    for (int i = 0; i < 30; ++i)
        paper.excused.push_back({"Nguyễn Thị Thanh Vắng " + std::to_string(i), "đi công tác"});
    for (int i = 0; i < 200; ++i) {
        const std::string text = fmt::format(
            "ý kiến số {} về nhiệm vụ của chi bộ, nói dài cho hết một dòng và sang dòng sau", i);
        paper.items[5].entries.push_back(said(9, 30, "Phạm Văn Dũng", text));
        expected.push_back(fmt::format("ý kiến số {} về", i));
    }
    paper.items[5].entries.push_back(said(9, 31, "Phạm Văn Dũng", std::string(400, 'w')));
    const Pages pages = lay_out(paper, form());
    const PdfFile file(pages.pdf());
    const std::string text = plain(file.flowing_text());
    expect_in_order(text, expected);
    for (int i = 0; i < 30; ++i)
        EXPECT_THAT(text, HasSubstr("Nguyễn Thị Thanh Vắng " + std::to_string(i)));
    EXPECT_GT(pages.count(), 8);
    EXPECT_EQ(pages_in(file.text()), pages.count());
    EXPECT_EQ(std::count(text.begin(), text.end(), 'w'), 400);
}

TEST(MinutesPaper, NamesAmendmentsAfterTheSealedText)
{
    MinutesPaper paper = sample_paper();
    paper.amendments = {{unix_ms({{2026, 8, 7}, 14, 5, 0}), "Trần Thị Thu Thủy", "ghi nhầm hạn",
        "Hạn của nhiệm vụ số hóa là 29/08/2026."}};
    expect_in_order(flowing(lay_out(paper, form())),
        {"Mã kiểm tra:", "a7a7a7a7", "ĐÍNH CHÍNH",
            "Lúc 14:05 ngày 07/08/2026, đồng chí Trần Thị Thu Thủy đính chính: Hạn của nhiệm vụ số "
            "hóa là 29/08/2026.",
            "Lý do: ghi nhầm hạn."});
}

TEST(MinutesPaper, MarksADraftUntilItIsSealed)
{
    MinutesPaper paper = sample_paper();
    EXPECT_THAT(flowing(lay_out(paper, form())), Not(HasSubstr("Dự thảo")));
    paper.seal.reset();
    EXPECT_THAT(flowing(lay_out(paper, form())), HasSubstr("Dự thảo, chưa khóa"));
}

TEST(MinutesPaper, KeepsTheSignaturesWithTheLastLines)
{
    // However long the minutes are, "Biên bản đã được đọc" stands on the page of the signatures.
    for (int more = 0; more < 20; ++more) {
        MinutesPaper paper = sample_paper();
        for (int i = 0; i < more; ++i)
            paper.items[4].entries.push_back(said(9, 2, "Phạm Văn Dũng", "nhất trí."));
        const std::string text = PdfFile(lay_out(paper, form()).pdf()).text();
        const std::size_t read = text.rfind("Biên bản đã được đọc");
        const std::size_t signed_at = text.rfind("CHỦ TRÌ");
        ASSERT_NE(read, std::string::npos);
        EXPECT_EQ(text.substr(read, signed_at - read).find('\f'), std::string::npos) << more;
    }
}

TEST(MinutesPaper, ChangesItsNumberingByTheTemplate)
{
    MinutesTemplate look = form();
    look.numbering = Numbering::Stop;
    look.number_line = true;
    const std::string text = flowing(lay_out(sample_paper(), look));
    EXPECT_THAT(text, HasSubstr("II. NỘI DUNG"));
    EXPECT_THAT(text, HasSubstr("1. Tuyên bố lý do."));
    EXPECT_THAT(text, HasSubstr("Số 08-BB/CB"));
}

TEST(MinutesPaper, ShowsOnScreenWhatItPrints)
{
    const Pages pages = lay_out(sample_paper(), form());
    const Bitmap bitmap = pages.bitmap(0, 384);
    EXPECT_EQ(bitmap.width, 384);
    EXPECT_EQ(bitmap.height, 543);
    ASSERT_EQ(bitmap.rgba.size(), 384U * 543U * 4U);
    // White margins, dark letters, nothing transparent.
    EXPECT_EQ(bitmap.rgba[0], 0xFF);
    EXPECT_EQ(bitmap.rgba[3], 0xFF);
    EXPECT_LT(*std::min_element(bitmap.rgba.begin(), bitmap.rgba.end()), 0x60);
}

TEST(MinutesPaper, KeepsTheMarginsOfTheTemplate)
{
    const Pages pages = lay_out(sample_paper(), form());
    for (int page = 0; page < pages.count(); ++page) {
        const Bitmap bitmap = pages.bitmap(page, 1050); // Five pixels a millimetre.
        int first = bitmap.width;
        int last = 0;
        for (int y = 0; y < bitmap.height; ++y) {
            for (int x = 0; x < bitmap.width; ++x) {
                const auto at = static_cast<std::size_t>(y * bitmap.width + x) * 4;
                if (bitmap.rgba[at] < 0x80)
                    first = std::min(first, x), last = std::max(last, x);
            }
        }
        EXPECT_GE(first, 149);
        EXPECT_LE(last, 977);
    }
}

TEST(MinutesTemplate, RefusesAFileThatLacksASentence)
{
    const auto path = std::filesystem::temp_directory_path() / "chibo-template-test.toml";
    std::ofstream(path) << "[page]\nwidth_mm = 210\n";
    const auto loaded = load_minutes_template(path);
    std::filesystem::remove(path);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().key, "document.bad_template");
    EXPECT_FALSE(load_minutes_template("/nowhere/minutes.toml"));
}

TEST(Percent, IsIntegerArithmeticWithAComma)
{
    EXPECT_EQ(percent(5, 6), "83,3%");
    EXPECT_EQ(percent(5, 5), "100%");
    EXPECT_EQ(percent(6, 7), "85,7%");
    EXPECT_EQ(percent(0, 0), "0%");
}

TEST(LongDate, WritesALeadingZeroBelowTenAndBelowMarch)
{
    EXPECT_EQ(plain(long_date(form(), {2026, 8, 5})), "ngày 05 tháng 8 năm 2026");
    EXPECT_EQ(plain(long_date(form(), {2026, 2, 20})), "ngày 20 tháng 02 năm 2026");
    EXPECT_EQ(plain(long_date(form(), {2026, 12, 2})), "ngày 02 tháng 12 năm 2026");
}

} // namespace chibo
