// Unlock codes, recovery codes, and the key that a code becomes.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/result.h"
#include "record/keys.h"

namespace chibo {

using Salt = std::array<std::uint8_t, 16>;

/// How much work one try at a code costs (Argon2id). Kept in the header, so that a record opens
/// with what it was made with.
struct CodeCost {
    std::int64_t passes = 0;
    std::int64_t memory_kib = 0;

    [[nodiscard]] static CodeCost moderate();
    /// For tests alone: stands against nothing.
    [[nodiscard]] static CodeCost for_tests();
    /// Within what this program makes and a machine can bear; a header that says otherwise is
    /// damaged.
    [[nodiscard]] bool valid() const;
};

/// The key that wraps are made with. The code counts without marks, capitals, spaces and hyphens.
[[nodiscard]] Key derive_key(std::string_view code, const Salt& salt, const CodeCost& cost);

/// What turns a code into the key of its wraps, apart from folder and record: the derivation takes
/// most of a second, so the interface has a job do it.
struct CodeWork {
    Salt salt {};
    CodeCost cost {};

    [[nodiscard]] Key derive(std::string_view code) const { return derive_key(code, salt, cost); }
};

/// Words drawn from `data/words.txt` (2,048, so four are 44 bits).
[[nodiscard]] std::string draw_code(const std::filesystem::path& words_file, int words = 4);
/// Six groups of four letters and digits that are not mistaken for one another: 117 bits.
[[nodiscard]] std::string draw_recovery_code();
/// Refuses an own text that is too short (codes.too_short) or one letter again and again
/// (codes.too_plain).
[[nodiscard]] Result<void> check_code(std::string_view code);
/// What is compared: lower case, no marks, no spaces, no hyphens.
[[nodiscard]] std::string fold_code(std::string_view code);

} // namespace chibo
