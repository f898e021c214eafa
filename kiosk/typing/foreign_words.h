// Words of other languages that stand in minutes and that the composer would spoil.
#pragma once

#include <string>

namespace chibo {

/// True for a word (lower case) that is given back as typed when it ends, although its keys make a
/// Vietnamese syllable (test: tét) or undo one (office: ofice).
[[nodiscard]] bool is_foreign_word(const std::u32string& word);

} // namespace chibo
