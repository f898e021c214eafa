#include "typing/foreign_words.h"

#include <string_view>
#include <unordered_set>

namespace chibo {

namespace {

// Only words whose keys end in a Vietnamese syllable, or in one undone: all others come back by
// themselves. Words whose keys are Vietnamese syllables in use (now, has, car, list) are left to
// Vietnamese.
constexpr std::u32string_view words[] {U"arrow", U"assembly", U"assess", U"asset", U"assign",
    U"assist", U"barrier", U"book", U"boss", U"buffer", U"buffet", U"carry", U"cassette", U"chess",
    U"class", U"coffee", U"correct", U"correction", U"covid", U"currency", U"current", U"data",
    U"desk", U"difference", U"different", U"difficult", U"disk", U"docx", U"door", U"dress",
    U"effect", U"effective", U"efficient", U"effort", U"email", U"error", U"essay", U"excel",
    U"exe", U"express", U"file", U"google", U"gross", U"guess", U"hook", U"hurry", U"iso", U"issue",
    U"issues", U"kw", U"less", U"lesson", U"look", U"loss", U"mass", U"massage", U"mess",
    U"message", U"messages", U"messenger", U"mirror", U"miss", U"mission", U"mw", U"narrow", U"off",
    U"offer", U"office", U"officer", U"official", U"offline", U"offset", U"pass", U"passenger",
    U"passive", U"passport", U"password", U"passwords", U"pdf", U"peer", U"plus", U"possible",
    U"post", U"power", U"press", U"pressure", U"professor", U"queue", U"refer", U"reset", U"server",
    U"session", U"sessions", U"sorry", U"tariff", U"terror", U"test", U"tests", U"traffic",
    U"truss", U"usb", U"user", U"users", U"virus", U"wifi", U"windows", U"word", U"www", U"xerox",
    U"yes", U"zalo"};

} // namespace

bool is_foreign_word(const std::u32string& word)
{
    static const std::unordered_set<std::u32string_view> all(std::begin(words), std::end(words));
    return all.contains(word);
}

} // namespace chibo
