// The minutes of 05/08/2026, as the mock-ups tell them.
#pragma once

#include "documents/minutes_paper.h"
#include "meeting/the_story.h"

namespace chibo {

[[nodiscard]] inline Strokes sample_strokes()
{
    Strokes strokes {656, 256, {{}}};
    for (int i = 0; i < 80; ++i) {
        const auto at = static_cast<float>(i);
        strokes.strokes[0].push_back({100 + at * 5,
            128 + static_cast<float>((i % 16) - 8) * (i % 32 < 16 ? 8.F : -8.F), i * 12});
    }
    return strokes;
}

[[nodiscard]] inline PaperEntry said(int hour, int minute, std::string person, std::string text)
{
    return {PaperEntryKind::Opinion, on_the_day(hour, minute), std::move(text), std::move(person)};
}

[[nodiscard]] inline PaperItem assessment()
{
    PaperItem item {4, "Đánh giá thực hiện nhiệm vụ tháng 7", "Nguyễn Thị Hồng Phượng"};
    item.entries = {
        said(8, 26, "Nguyễn Thị Hồng Phượng",
            "báo cáo sơ kết 6 tháng xong đúng hạn; số hóa hồ sơ hội viên mới đạt 70 %, chậm so với "
            "kế hoạch."),
        said(8, 31, "Phạm Văn Dũng", "đề nghị bố trí thêm người hỗ trợ nhập liệu trong tháng 8."),
        {PaperEntryKind::Conclusion, on_the_day(8, 35),
            "hoàn thành 9/10 nhiệm vụ; rút kinh nghiệm việc số hóa chậm."},
        {PaperEntryKind::Task, on_the_day(8, 38), "số hóa xong hồ sơ hội viên.", "Phạm Văn Dũng",
            false, Date {2026, 8, 28}},
        {PaperEntryKind::Vote, on_the_day(8, 40), "thông qua đánh giá nhiệm vụ tháng 7", "", false,
            {}, PaperVote {5, 0, 0, 5, 6, "official", true}},
        said(8, 41, "Vũ Thị Kim Oanh",
            "nhất trí với kết luận của đồng chí Bí thư; đề nghị Văn phòng lập bảng theo dõi tiến "
            "độ số hóa hằng tuần, "
            "gửi đồng chí Phượng."),
    };
    return item;
}

[[nodiscard]] inline std::vector<PaperItem> sample_items()
{
    std::vector<PaperItem> items {{1, "Tuyên bố lý do", "Lê Thị Minh Hằng"},
        {2, "Thông qua chương trình", "Lê Thị Minh Hằng"},
        {3, "Thông tin thời sự, phổ biến văn bản mới", "Nguyễn Thị Hồng Phượng"}, assessment(),
        {5, "Chuyên đề quý III: Học tập và làm theo Bác", "Đặng Thùy Linh"},
        {6, "Nhiệm vụ trọng tâm tháng 8, phân công đảng viên", "Lê Thị Minh Hằng"},
        {7, "Biểu quyết thông qua nghị quyết", "Lê Thị Minh Hằng"},
        {8, "Kết luận, thông qua biên bản", "Lê Thị Minh Hằng"}};
    items[4].entries
        = {said(8, 52, "Đặng Thùy Linh", "trình bày kế hoạch cá nhân làm theo Bác trong quý III."),
            said(9, 1, "Trần Thị Thu Thủy",
                "đề nghị mỗi việc đăng ký đều có mốc thời gian và người theo dõi."),
            {PaperEntryKind::Conclusion, on_the_day(9, 10),
                "mỗi đồng chí đăng ký một việc làm cụ thể trong quý III."}};
    items[5].entries
        = {said(9, 20, "Bùi Thị Lan Anh",
               "đồng tình với trọng tâm tháng 8; lưu ý tiến độ phát triển đảng viên mới."),
            {PaperEntryKind::Task, on_the_day(9, 25), "lập bảng theo dõi tiến độ số hóa hằng tuần",
                "Vũ Thị Kim Oanh", false, Date {2026, 8, 12}}};
    items[5].entries[0].superior = true;
    items[6].entries = {
        {PaperEntryKind::Vote, on_the_day(9, 50), "thông qua nghị quyết sinh hoạt chi bộ tháng 8",
            "", false, {}, PaperVote {5, 0, 0, 5, 6, "official", true}}};
    return items;
}

[[nodiscard]] inline MinutesPaper sample_paper()
{
    MinutesPaper paper;
    paper.parent_line = "ĐẢNG BỘ HỘI LHPN TỈNH";
    paper.cell_line = "CHI BỘ VĂN PHÒNG";
    paper.town = "Bình Minh";
    paper.number = "08";
    paper.summary = "sinh hoạt chi bộ thường kỳ tháng 8 năm 2026";
    paper.start_ms = on_the_day(8, 0);
    paper.end_ms = on_the_day(10, 6);
    paper.place = "Phòng họp tầng 3";
    paper.counts = {.total = 7,
        .official = 6,
        .probationary = 1,
        .present = 6,
        .present_official = 5,
        .present_probationary = 1};
    paper.excused = {{"Hoàng Thị Ngọc Ánh", "đi công tác"}};
    paper.guests = {{"Bùi Thị Lan Anh", "Đảng ủy cơ quan"}};
    paper.chair = {"Lê Thị Minh Hằng", "bí thư chi bộ"};
    paper.clerk = {"Trần Thị Thu Thủy"};
    paper.items = sample_items();
    paper.read_back = true;
    paper.adoption = PaperVote {5, 0, 0, 5, 6, "official", true};
    paper.chair_signature = {"Lê Thị Minh Hằng", sample_strokes()};
    paper.clerk_signature = {"Trần Thị Thu Thủy", sample_strokes()};
    const std::vector<std::uint8_t> hash(32, 0xA7);
    paper.seal
        = PaperSeal {on_the_day(10, 7), seal_code("0198a1b2-0000-7000-8000-000000000001", hash)};
    return paper;
}

} // namespace chibo
