#include "record/codes.h"

#include <fstream>
#include <new>
#include <set>

#include <sodium.h>

#include "meeting/check.h"
#include "meeting/letters.h"

namespace chibo {
namespace {

constexpr std::size_t least_characters = 12;
constexpr std::size_t least_different = 6;

std::vector<std::string> read_words(const std::filesystem::path& file)
{
    std::vector<std::string> words;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty())
            words.push_back(line);
    }
    CHECK(words.size() == 2048);
    return words;
}

} // namespace

CodeCost CodeCost::moderate()
{
    return {.passes = crypto_pwhash_OPSLIMIT_MODERATE,
        .memory_kib = crypto_pwhash_MEMLIMIT_MODERATE / 1024};
}

CodeCost CodeCost::for_tests()
{
    return {.passes = crypto_pwhash_OPSLIMIT_MIN, .memory_kib = 8};
}

bool CodeCost::valid() const
{
    return passes >= 1 && passes <= 16 && memory_kib >= 8 && memory_kib <= 1 << 20;
}

std::string fold_code(std::string_view code)
{
    std::string folded;
    for (const char32_t character : join_marks(to_utf32(code))) {
        const bool space = character == ' ' || character == '\t' || character == U'\u00A0';
        if (!space && character != '-')
            append_utf8(folded, to_lower(split_letter(character).base));
    }
    return folded;
}

Key derive_key(std::string_view code, const Salt& salt, const CodeCost& cost)
{
    static_assert(crypto_pwhash_SALTBYTES == std::tuple_size_v<Salt>);
    CHECK(cost.valid());
    std::string folded = fold_code(code);
    Key key;
    const int failed = crypto_pwhash(key.bytes().data(), key.bytes().size(), folded.data(),
        folded.size(), salt.data(), static_cast<unsigned long long>(cost.passes),
        static_cast<std::size_t>(cost.memory_kib) * 1024, crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(folded.data(), folded.size());
    if (failed != 0)
        throw std::bad_alloc();
    return key;
}

std::string draw_code(const std::filesystem::path& words_file, int count)
{
    const auto words = read_words(words_file);
    std::string code;
    for (int i = 0; i < count; ++i) {
        code += code.empty() ? "" : " - ";
        code += words[randombytes_uniform(static_cast<std::uint32_t>(words.size()))];
    }
    return code;
}

std::string draw_recovery_code()
{
    constexpr std::string_view signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ"; // Without 0 O, 1 I L, U.
    std::string code;
    for (int i = 0; i < 24; ++i) {
        if (i > 0 && i % 4 == 0)
            code += '-';
        code += signs[randombytes_uniform(signs.size())];
    }
    return code;
}

Result<void> check_code(std::string_view code)
{
    const auto characters = to_utf32(fold_code(code));
    // Spaces count as typed: four short words are long enough.
    if (to_utf32(code).size() < least_characters)
        return refuse("codes.too_short", {{"least", std::to_string(least_characters)}});
    if (std::set(characters.begin(), characters.end()).size() < least_different)
        return refuse("codes.too_plain");
    return {};
}

} // namespace chibo
