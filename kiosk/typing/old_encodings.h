// Text of the years before Unicode: TCVN3 ("ABC", fonts .VnTime) and VNI-Windows (fonts VNI-Times).
// Both look like western letters: «NguyÔn V¨n §øc», «Nguyeãn Vaên Ñöùc».
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chibo {

enum class OldEncoding { Tcvn3, Vni };

/// A file's bytes in an old encoding, or UTF-8 into which a newer program saved their western
/// letters, as Unicode.
[[nodiscard]] std::string from_old_encoding(std::string_view bytes, OldEncoding encoding);

enum class Script {
    Unicode, // UTF-8, and its words are no old encoding's.
    Tcvn3,
    Vni,
    Unknown, // Not UTF-8, and no reading gives Vietnamese words: to be asked.
};

/// How a file is written. Only a reading under which nine of ten marked words are Vietnamese
/// syllables counts, and none is taken unasked.
[[nodiscard]] Script script_of(std::string_view bytes);

/// Lines that the conversion changes, as they stand and as they would read, for a person's yes.
struct Conversion {
    std::string before; // With western letters, as an editor shows them.
    std::string after;
};
[[nodiscard]] std::vector<Conversion> conversion_samples(
    std::string_view bytes, OldEncoding encoding, std::size_t most);

} // namespace chibo
