# The meeting of 05/08/2026 (ui/README, "The story") as commands, for the step files whose picture comes late in it:
# `story 09:58` plays every line up to that time. Names are as written; due days are days of the year.
07:39 open_check_in
07:40 arrive "Trần Thị Thu Thủy"
07:41 arrive "Lê Thị Minh Hằng"
07:44 arrive "Nguyễn Thị Hồng Phượng"
07:49 arrive "Phạm Văn Dũng"
07:50 guest "Bùi Thị Lan Anh"
07:52 arrive "Vũ Thị Kim Oanh"
07:53 arrive "Đặng Thùy Linh"
07:55 absent "Hoàng Thị Ngọc Ánh"
08:00 start
08:02 opinion "Lê Thị Minh Hằng" "tuyên bố lý do, giới thiệu đại biểu; thay mặt chủ trì điều hành buổi sinh hoạt."
08:04:40 next
08:07 vote agenda "thông qua chương trình"
08:08:46 next
08:10 floor "Phạm Văn Dũng"
08:12 opinion "Nguyễn Thị Hồng Phượng" "phổ biến kết luận mới của Tỉnh ủy và tình hình thời sự tháng 7."
08:14:05 floor_ends
08:14:10 opinion "Phạm Văn Dũng" "đề nghị sao gửi văn bản để các đồng chí nghiên cứu trước."
08:22:46 next
08:26 opinion "Nguyễn Thị Hồng Phượng" "báo cáo sơ kết 6 tháng xong đúng hạn; số hóa hồ sơ hội viên mới đạt 70 %, chậm so với kế hoạch."
08:31 opinion "Phạm Văn Dũng" "đề nghị bố trí thêm người hỗ trợ nhập liệu trong tháng 8."
08:35 conclusion "hoàn thành 9/10 nhiệm vụ; rút kinh nghiệm việc số hóa chậm."
08:38 task "Phạm Văn Dũng" 28/08 "số hóa xong hồ sơ hội viên"
08:40 vote other "thông qua đánh giá nhiệm vụ tháng 7"
08:40:48 floor "Vũ Thị Kim Oanh"
08:41 opinion "Vũ Thị Kim Oanh" "nhất trí với kết luận của đồng chí Bí thư; đề nghị Văn phòng lập bảng theo dõi tiến độ số hóa hằng tuần, gửi đồng chí Phượng."
08:46 floor_ends
08:47 next
08:52 opinion "Đặng Thùy Linh" "trình bày kế hoạch cá nhân học tập và làm theo Bác trong quý III."
09:01 opinion "Trần Thị Thu Thủy" "đề nghị mỗi việc đăng ký đều có mốc thời gian và người theo dõi."
09:05 opinion "Vũ Thị Kim Oanh" "nhất trí với kế hoạch; chọn việc nhỏ, làm được ngay."
09:10 conclusion "mỗi đồng chí đăng ký một việc làm cụ thể trong quý III."
09:14 next
09:20 opinion "Bùi Thị Lan Anh" "đồng tình với trọng tâm tháng 8; lưu ý tiến độ phát triển đảng viên mới."
09:24 task "Vũ Thị Kim Oanh" 12/08 "lập bảng theo dõi tiến độ số hóa hằng tuần"
09:27 task "Đặng Thùy Linh" 20/08 "đăng tin bài về hoạt động của chi bộ trên trang Hội"
09:30 task "Nguyễn Thị Hồng Phượng" 15/09 "xây dựng kế hoạch kỷ niệm Ngày 20/10"
09:42 conclusion "tập trung hoàn thành số hóa hồ sơ hội viên và đại hội chi hội trong tháng 8."
09:46 next
09:48 opinion "Lê Thị Minh Hằng" "trình bày dự thảo nghị quyết sinh hoạt chi bộ tháng 8."
09:53 next
09:56 conclusion "biểu dương tinh thần chuẩn bị; các đồng chí thực hiện đúng việc đã phân công."
09:59 late_vote 7 resolution "thông qua nghị quyết sinh hoạt chi bộ tháng 8"
10:00:30 read 1
10:00:40 read 2
10:00:50 read 3
10:01 read 4
10:01:10 read 5
10:01:20 read 6
10:01:30 read 7
10:01:40 read 8
10:02 vote minutes "thông qua biên bản"
10:03 close
