#include "ui/widgets/keyboard_layout.h"

#include <iterator>

namespace chibo {

namespace {

// Function keys that stand in several rows.
constexpr KeySpec backspace {.action = KeyAction::Backspace,
    .look = KeyLook::Function,
    .weight = 1.2F,
    .icon = icons::backspace,
    .spoken = "keyboard.backspace"};
constexpr KeySpec new_line {.action = KeyAction::NewLine,
    .look = KeyLook::Function,
    .weight = 1.7F,
    .word = "keyboard.new_line",
    .icon = icons::keyboard_return};
constexpr KeySpec shift {.action = KeyAction::Shift,
    .look = KeyLook::Function,
    .weight = 1.4F,
    .word = "keyboard.capitals",
    .icon = icons::file_upload};
constexpr KeySpec hide {.action = KeyAction::Hide,
    .look = KeyLook::Function,
    .weight = 1.2F,
    .word = "keyboard.hide",
    .icon = icons::keyboard_hide};
constexpr KeySpec method {.action = KeyAction::Method,
    .look = KeyLook::Function,
    .weight = 1.6F,
    .icon = icons::language};
constexpr KeySpec today {.action = KeyAction::Today,
    .look = KeyLook::Function,
    .weight = 1.4F,
    .word = "keyboard.today"};
constexpr KeySpec left {.action = KeyAction::Left,
    .look = KeyLook::Function,
    .icon = icons::arrow_back,
    .spoken = "keyboard.left"};
constexpr KeySpec right {.action = KeyAction::Right,
    .look = KeyLook::Function,
    .icon = icons::arrow_forward,
    .spoken = "keyboard.right"};

constexpr float stagger = 32; // The second row of letters stands between the keys of the first.

KeySpec space(float weight)
{
    return {.character = 0x20, .look = KeyLook::Space, .weight = weight, .word = "keyboard.space"};
}

KeySpec page_key(KeyPage page, float weight)
{
    return {.action = KeyAction::Signs,
        .look = KeyLook::Function,
        .weight = weight,
        .word = page == KeyPage::Letters ? "keyboard.signs" : "keyboard.letters"};
}

void add(KeyRow& row, std::u32string_view characters, KeyLook look = KeyLook::Letter)
{
    for (const char32_t character : characters)
        row.keys.push_back({.character = character, .look = look});
}

void add_tones(KeyRow& row)
{
    constexpr std::pair<char32_t, std::string_view> tones[] {{0x301, "keyboard.acute"},
        {0x300, "keyboard.grave"}, {0x309, "keyboard.hook"}, {0x303, "keyboard.tilde"},
        {0x323, "keyboard.dot"}};
    for (const auto& [mark, word] : tones)
        row.keys.push_back({.character = mark, .look = KeyLook::Tone, .word = word});
}

/// VNI's digits, each with the word of its mark: 1 to 5 are the tones.
void add_digits(KeyRow& row, std::size_t from, std::size_t to)
{
    constexpr std::pair<char32_t, std::string_view> digits[] {{U'1', "keyboard.acute"},
        {U'2', "keyboard.grave"}, {U'3', "keyboard.hook"}, {U'4', "keyboard.tilde"},
        {U'5', "keyboard.dot"}, {U'6', "keyboard.circumflex"}, {U'7', "keyboard.horn"},
        {U'8', "keyboard.breve"}, {U'9', "keyboard.stroke"}, {U'0', "keyboard.no_tone"}};
    for (std::size_t i = from; i < to; ++i)
        row.keys.push_back(
            {.character = digits[i].first, .look = KeyLook::Mark, .word = digits[i].second});
}

} // namespace

std::vector<KeyRow> vietnamese_rows(KeyPage page, MarkKeys marks)
{
    const bool letters = page == KeyPage::Letters;
    std::vector<KeyRow> rows(5);
    if (letters && marks == MarkKeys::Digits) {
        add_digits(rows[0], 0, 10);
    } else if (letters) {
        add(rows[0], U"ăâđêôơư", KeyLook::Vowel);
        add_tones(rows[0]);
    } else {
        add(rows[0], U"1234567890/-");
    }
    add(rows[1], letters ? U"qwertyuiop" : U"“”()[]%+=&");
    rows[1].keys.push_back(backspace);
    rows[2].left = stagger;
    add(rows[2], letters ? U"asdfghjkl" : U":;!?’*#@_");
    rows[2].keys.push_back(new_line);
    rows[3].keys.push_back(letters ? shift : today);
    add(rows[3], letters ? U"zxcvbnm,." : U"–…°§€$\\,.");
    rows[3].keys.push_back(hide);
    rows[4].keys = {page_key(page, 1.4F), method, space(6), left, right};
    return rows;
}

std::vector<KeyRow> vietnamese_rows_portrait(KeyPage page, MarkKeys marks)
{
    const bool letters = page == KeyPage::Letters;
    std::vector<KeyRow> rows(6);
    if (letters && marks == MarkKeys::Digits) {
        add_digits(rows[0], 0, 5);
        add_digits(rows[1], 5, 10);
    } else if (letters) {
        add(rows[0], U"ăâđêôơư", KeyLook::Vowel);
        add_tones(rows[1]);
    } else {
        add(rows[0], U"1234567890");
        add(rows[1], U"/-:;!?’");
    }
    add(rows[2], letters ? U"qwertyuiop" : U"“”()[]%+=&");
    add(rows[3], letters ? U"asdfghjkl" : U"–…°§€$#@_");
    KeySpec line = new_line;
    line.weight = 1.2F;
    line.word = {};
    line.spoken = "keyboard.new_line";
    rows[3].keys.push_back(line);
    KeySpec first = letters ? shift : today;
    first.weight = 1.6F;
    rows[4].keys.push_back(first);
    add(rows[4], letters ? U"zxcvbnm" : U"*\\<>«»~");
    rows[4].keys.push_back(backspace);
    KeySpec short_method = method;
    short_method.icon = {};
    short_method.weight = 1.3F;
    KeySpec short_hide = hide;
    short_hide.word = {};
    short_hide.spoken = "keyboard.hide";
    short_hide.weight = 1;
    rows[5].keys = {page_key(page, 1.2F), short_method, {.character = U','}, space(3),
        {.character = U'.'}, left, right, short_hide};
    return rows;
}

std::vector<KeyRow> code_rows(KeyPage page, float across)
{
    const bool letters = page == KeyPage::Letters;
    std::vector<KeyRow> rows(5);
    add(rows[0], U"1234567890");
    rows[0].keys.push_back(backspace);
    add(rows[1], letters ? U"qwertyuiop" : U"@#%&*+=/\\|");
    rows[1].keys.push_back({.action = KeyAction::Clear,
        .look = KeyLook::Function,
        .weight = across < 0.6F ? 2.6F
            : across < 0.8F     ? 1.6F
                                : 1.2F, // Its words stay whole on a small screen.
        .word = "lock.clear_all"});
    rows[2].left = rows[2].right = 68 * across - 12;
    add(rows[2], letters ? U"asdfghjkl" : U"()[]{}<>~");
    KeySpec capitals = shift;
    if (across < 0.6F) { // No room for its word beside the arrow.
        capitals.word = {};
        capitals.spoken = "lock.capitals";
    } else {
        capitals.word = "lock.capitals";
    }
    rows[3].keys.push_back(capitals);
    add(rows[3], letters ? U"zxcvbnm-." : U",;:!?'\"-.");
    rows[3].keys.push_back(page_key(page, across < 0.6F ? 1.6F : 1.2F));
    rows[4].left = rows[4].right = 260 * across - 12;
    rows[4].keys = {space(1)};
    return rows;
}

std::u32string_view held_forms(char32_t character)
{
    constexpr std::pair<char32_t, std::u32string_view> forms[] {{U'a', U"áàảãạăâ"},
        {U'ă', U"ắằẳẵặ"}, {U'â', U"ấầẩẫậ"}, {U'd', U"đ"}, {U'e', U"éèẻẽẹê"}, {U'ê', U"ếềểễệ"},
        {U'i', U"íìỉĩị"}, {U'o', U"óòỏõọôơ"}, {U'ô', U"ốồổỗộ"}, {U'ơ', U"ớờởỡợ"}, {U'u', U"úùủũụư"},
        {U'ư', U"ứừửữự"}, {U'y', U"ýỳỷỹỵ"}, {U'-', U"–—"}, {U'.', U"…"}};
    for (const auto& [key, all] : forms) {
        if (key == character)
            return all;
    }
    return {};
}

} // namespace chibo
