// Words of other languages, codes and abbreviations that stand in minutes and that the composer
// would spoil.
#pragma once

#include <string_view>

namespace chibo {

/// True for a word that is given back as typed when it ends, although its keys make a Vietnamese
/// syllable (test: tét) or undo one (office: ofice). Capitals count: TW is no tư, KPIs no kpí.
[[nodiscard]] bool stays_as_typed(std::u32string_view typed);

} // namespace chibo
