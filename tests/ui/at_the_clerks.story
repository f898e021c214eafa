# The clerk's tablet, where the chair's own one checks in those who come late (at_the_chairs.story).
07:39 open_check_in
07:40 arrive "Trần Thị Thu Thủy"
07:41 arrive "Lê Thị Minh Hằng"
07:49 arrive "Phạm Văn Dũng"
07:50 guest "Bùi Thị Lan Anh"
07:55 absent "Hoàng Thị Ngọc Ánh"
08:00 start
08:02 opinion "Lê Thị Minh Hằng" "tuyên bố lý do, giới thiệu đại biểu; thay mặt chủ trì điều hành buổi sinh hoạt."
08:04:40 next
08:08:46 next
08:14:10 opinion "Phạm Văn Dũng" "đề nghị sao gửi văn bản để các đồng chí nghiên cứu trước."
08:22:46 next
08:26 opinion "Lê Thị Minh Hằng" "tháng 7 hoàn thành 9/10 nhiệm vụ."
08:29 opinion "Bùi Thị Lan Anh" "việc số hóa cần làm nhanh hơn."
08:31 opinion "Phạm Văn Dũng" "đề nghị bố trí thêm người nhập liệu trong tháng 8."
08:50:20 conclusion "hoàn thành 9/10 nhiệm vụ; rút kinh nghiệm việc số hóa chậm."
08:50:40 opinion "Bùi Thị Lan Anh" "đồng tình; lưu ý tiến độ phát triển đảng viên mới."
08:51 task "Phạm Văn Dũng" 28/08 "số hóa xong hồ sơ hội viên"
