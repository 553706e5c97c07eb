from dinhlang.pure.drafting import Appendix, Heading, Level, Paragraph, plain_text
from dinhlang.pure.drafting.tests.examples import a_decision, a_letter, a_plan, a_table


def test_a_decision_reads_like_one():
    assert plain_text(a_decision()) == (
        "ỦY BAN NHÂN DÂN XÃ TÂN TRUNG\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số:        /QĐ-UBND\n\n"
        "Tân Trung, ngày      tháng      năm\n\n"
        "QUYẾT ĐỊNH\nBan hành Quy chế thực hiện dân chủ của xã Tân Trung\n\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương;\n"
        "Căn cứ Luật Thực hiện dân chủ ở cơ sở;\n"
        "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.\n\n"
        "QUYẾT ĐỊNH:\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế thực hiện dân chủ của xã Tân Trung.\n\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n\n"
        "Điều 3. Văn phòng HĐND và UBND xã chịu trách nhiệm thi hành Quyết định này./.\n\n"
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An\n\n"
        "Nơi nhận:\n- Như Điều 3;\n- Đảng ủy xã (b/c);\n- Lưu: VT.\n"
    )


def test_a_plan_has_its_headings_counted_and_its_table_in_the_appendix():
    text = plain_text(a_plan())

    assert "\nI. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\na) Công khai" in text
    assert "\nPhụ lục\nDANH MỤC NHIỆM VỤ\n" in text
    assert "STT\tNhiệm vụ\tCơ quan chủ trì" in text


def test_several_appendices_are_numbered():
    appendix = Appendix("Biểu", (a_table(1),))

    assert "Phụ lục II\nBIỂU" in plain_text(a_plan(appendices=(appendix, appendix)))


def test_a_letter_has_its_subject_and_addressees():
    text = plain_text(a_letter(urgency="KHẨN", drafter_mark="PL.(30)", contact="Điện thoại: 0222"))

    assert "V/v báo cáo kết quả" in text
    assert "Kính gửi:\n- Trưởng thôn Đông;\n- Trưởng thôn Đoài." in text
    assert "- Như trên;\n- Chủ tịch UBND xã (b/c);" in text
    assert "KHẨN" in text
    assert "PL.(30)" in text


def test_a_part_has_its_word_on_a_line_of_its_own():
    body = (Heading(Level.PART, "Quy định chung"), Heading(Level.ARTICLE, "Phạm vi"), Paragraph("Hết"))

    assert "\nPhần I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n" in plain_text(a_decision(body=body))
