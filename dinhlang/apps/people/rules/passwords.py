"""Which passwords everybody would think of: made of nothing but common words, names, places, digits. Plain Python."""

from itertools import pairwise

from dinhlang.pure.viet import fold

FEWEST_KINDS = 5
"""With fewer different letters it is a repetition."""

SPARE = 2
"""So many letters beside the common words do not help."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORDS = _words(
    """
    matkhau password pass matma anhyeuem emyeuanh anhyeu emyeu yeuem yeuanh yeu iloveyou love baby honey
    vietnam tiengviet tochoc ubnd uybannhandan uyban hoidongnhandan nhandan canbo congchuc coquan vanphong chutich
    admin administrator quantri quantrivien root user login welcome xinchao hello changeme default dinhlang
    chucmungnammoi nammoi tet hanhphuc maimai giadinh conyeu concung bongda facebook zalo google gmail
    spring summer autumn winter thang xa phuong thon tinh huyen
    qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz 2wsx 3edc 4rfv 5tgb 1q2w3e4r q1w2e3r4 1q2w
    3e4r 5t6y abc abcd abcde abcdef asd zxc qwe aa bb cc
    """
)
"""What Vietnamese passwords are most often made of, without marks."""

PLACES = _words(
    """
    hanoi saigon hochiminh tphcm danang haiphong cantho hue angiang bacninh caobang camau dienbien daklak dongnai
    dongthap gialai hatinh hungyen khanhhoa laichau langson laocai lamdong nghean ninhbinh phutho quangngai quangninh
    quangtri sonla tayninh thainguyen thanhhoa tuyenquang vinhlong bacgiang baclieu backan bentre binhdinh binhduong
    binhphuoc binhthuan daknong hagiang hanam haiduong haugiang hoabinh kiengiang kontum longan namdinh ninhthuan
    phuyen quangbinh quangnam soctrang thaibinh tiengiang travinh vinhphuc yenbai vungtau
    """
)
"""The provinces of today and of before, and the great towns."""

FAMILIES = ("nguyen", "tran", "pham", "hoang", "huynh", "phan", "dang", "bui", "duong", "trinh", "truong", "luong")
"""Such as start a name and hardly a sentence."""

GIVEN = _words(
    """
    van thi anh an bao binh chau chi cong cuong dat diep duc dung giang ha hai hang hanh hao hien hieu hoa hong huong
    hung huy khanh khoa kien kim lan lien linh loan loc long mai manh minh my nam nga ngan ngoc nhan nhung nhu oanh
    phong phuc phuong quan quang quoc quynh son tai tam tan thai thang thanh thao thinh tho thu thuan thuy tien toan
    le vu vo ho ngo do ly lam dinh doan dao
    trang tri trinh trong trung tu tuan tung tuyet van viet vinh xuan yen
    """
)
"""A name with a year of birth is the first thing that anybody tries."""

SIGNS = str.maketrans("@$0134578", "asoieasrb")
"""Letters as people disguise them; only where the disguise stands within a word."""


def is_easily_guessed(password: str) -> bool:
    """Nothing but what is common, digits and repetitions, however long."""
    return any(_is_common(plain) for plain in (_plain(password), _plain(password.translate(SIGNS))))


def core(password: str) -> str:
    """The word in the middle, where digits and signs were only put around it."""
    return password.casefold().strip("0123456789 !@#$%^&*()-_=+.,;:?/\\|'\"<>[]{}~`")


def _plain(password: str) -> str:
    return "".join(letter for letter in fold(password) if letter.isalnum())


def _is_common(plain: str) -> bool:
    if len(set(plain)) < FEWEST_KINDS or _goes_on(plain) or _repeats(plain):
        return True
    looks_like_a_name = plain.startswith(FAMILIES) or any(letter.isdigit() for letter in plain)
    words = WORDS | PLACES | (GIVEN | set(FAMILIES) if looks_like_a_name else set())
    return _letters_beside(words, plain) <= SPARE


def _letters_beside(words: frozenset[str] | set[str], plain: str) -> int:
    """How many letters at least stand in no common word, whichever way one cuts; digits never count."""
    longest = max(map(len, words))
    least = [0]
    for end in range(1, len(plain) + 1):
        alone = least[end - 1] + (not plain[end - 1].isdigit())
        starts = range(max(0, end - longest), end)
        least.append(min([alone, *(least[start] for start in starts if plain[start:end] in words)]))
    return least[-1]


def _repeats(plain: str) -> bool:
    """One short word again and again."""
    return any(plain == (plain[:size] * len(plain))[: len(plain)] for size in range(1, len(plain) // 2 + 1))


def _goes_on(text: str) -> bool:
    """Each letter is the next of the one before: 123456789012, abcdefghijkl."""
    steps = {(ord(after) - ord(before)) % 10 for before, after in pairwise(text)}
    return len(steps) == 1
