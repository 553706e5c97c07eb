"""What a person is told when a file gives no text, and what to know of one that does."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.intake.opening.opened import Note, Trouble
from dinhlang.pure.viet import one_line

_TROUBLES = {
    Trouble.EMPTY: _("“%(name)s” trống, không có gì bên trong. Hãy chọn lại tệp."),
    Trouble.UNKNOWN: _(
        "Chưa đọc được loại tệp của “%(name)s”. Đọc được: Word (.docx, .doc), .odt, .rtf, PDF, ảnh JPEG hoặc PNG, "
        ".txt, .md, .html. Với loại khác, hãy mở tệp, chép phần chữ rồi dán vào ô nội dung."
    ),
    Trouble.HEIC: _(
        "Ảnh “%(name)s” ở dạng HEIC. Trên iPhone chọn Cài đặt › Camera › Định dạng › Tương thích nhất, "
        "hoặc lưu thành JPEG, rồi gửi lại."
    ),
    Trouble.SOUND: _(
        "“%(name)s” là tệp âm thanh hoặc phim, không phải văn bản. Hãy gửi tệp văn bản hoặc ảnh chụp văn bản."
    ),
    Trouble.OTHER_OFFICE: _(
        "“%(name)s” là bảng tính hoặc trình chiếu, không phải văn bản. Hãy gửi tệp văn bản, hoặc chép phần cần đọc rồi "
        "dán vào ô nội dung."
    ),
    Trouble.DAMAGED: _(
        "“%(name)s” bị hỏng hoặc chưa tải xong nên không đọc được. Hãy mở thử trên máy, lưu lại rồi gửi lại."
    ),
    Trouble.LOCKED: _("“%(name)s” bị khóa bằng mật khẩu. Hãy bỏ mật khẩu rồi gửi lại."),
    Trouble.BOMB: _(
        "“%(name)s” có cấu tạo bất thường (bung ra quá lớn hoặc lồng quá sâu) nên không đọc. Hãy mở bằng Word, lưu "
        "thành tệp mới rồi gửi lại, hoặc dán nội dung."
    ),
    Trouble.TOO_MANY_PAGES: _(
        "“%(name)s” có %(pages)s trang, mỗi lần đọc nhiều nhất %(most)s trang. Hãy tách thành nhiều tệp."
    ),
    Trouble.TOO_LONG: _("“%(name)s” có quá nhiều chữ. Hãy tách thành nhiều tệp, hoặc bỏ bớt phụ lục."),
    Trouble.TOO_SLOW: _(
        "Đọc “%(name)s” quá lâu nên đã dừng. Hãy thử lại khi máy chủ rảnh, tách thành nhiều tệp, hoặc dán nội dung."
    ),
    Trouble.TOO_MUCH_MEMORY: _("Đọc “%(name)s” tốn quá nhiều bộ nhớ nên đã dừng. Hãy tách nhỏ tệp, hoặc dán nội dung."),
    Trouble.NO_TEXT: _(
        "Không tìm thấy chữ nào trong “%(name)s”. Nếu là ảnh chụp hoặc bản quét, hãy chụp lại thẳng, rõ, đủ sáng; "
        "nếu không, hãy dán nội dung."
    ),
    Trouble.NEEDS_RECOGNITION: _(
        "“%(name)s” là bản quét %(pages)s trang; ở đây chỉ nhận dạng nhiều nhất %(most)s trang mỗi lần. "
        "Hãy gửi bản có chữ (.docx, PDF xuất từ Word), tách nhỏ tệp, hoặc dán nội dung."
    ),
    Trouble.NO_TESSERACT: _(
        "“%(name)s” là ảnh hoặc bản quét, mà máy chủ chưa cài phần nhận dạng chữ. Hãy báo người quản trị cài "
        "tesseract-ocr-vie, hoặc dán nội dung."
    ),
    Trouble.NO_OFFICE: _(
        "“%(name)s” ở dạng cũ (.doc, .odt, .rtf), mà máy chủ chưa cài LibreOffice. Hãy mở bằng Word, lưu thành .docx "
        "rồi gửi lại, hoặc báo người quản trị cài libreoffice-writer-nogui."
    ),
    Trouble.OLD_LETTERS: _(
        "“%(name)s” có vẻ dùng bảng mã cũ (TCVN3 hoặc VNI) nhưng không chuyển được. Hãy lưu lại ở Unicode rồi gửi lại, "
        "hoặc dán nội dung."
    ),
    Trouble.HUGE_PICTURE: _("Ảnh “%(name)s” có quá nhiều điểm ảnh. Hãy thu nhỏ dưới 100 triệu điểm rồi gửi lại."),
}

NOTES = {
    Note.MACROS: _("Tệp có macro; macro không được chạy, chỉ phần chữ được đọc."),
    Note.LEGACY: _(
        "Có phần viết bằng bảng mã cũ (TCVN3 hoặc VNI), đã chuyển sang Unicode. Hãy xem lại chữ hoa đầu câu."
    ),
    Note.RECOGNISED: _("Có trang đọc từ ảnh nên chữ có thể sai. Hãy so với bản gốc."),
    Note.BROKEN_TEXT: _("Phần chữ trong tệp bị lỗi phông nên đã đọc từ hình của trang. Hãy so với bản gốc."),
    Note.NOT_VIETNAMESE: _("Nội dung có vẻ không phải văn bản tiếng Việt. Chữ vẫn được giữ nguyên."),
    Note.CHANGES: _("Tệp còn dấu vết sửa đổi; phần đã gạch bỏ không được đọc."),
    Note.CONVERTED: _("Tệp ở dạng cũ, đã chuyển qua LibreOffice trước khi đọc."),
    Note.LINKS: _("Tệp trỏ tới phần nằm ở nơi khác; phần đó không được tải về."),
    Note.PAGES_LEFT: _("Có trang không đọc ra chữ nào. Hãy xem lại bản gốc."),
}


def sentence(trouble: Trouble, *, name: str, **facts: int) -> str:
    """The sentence for one trouble."""
    return str(_TROUBLES[trouble]) % {"pages": "", "most": "", **facts, "name": one_line(name)[-80:] or "?"}


def sentences_of(notes: frozenset[Note]) -> list[str]:
    """What to know of a text, in one order."""
    return [str(NOTES[note]) for note in NOTES if note in notes]
