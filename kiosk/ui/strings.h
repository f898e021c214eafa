// The sentences of the interface, from data/strings/*.toml: both languages side by side, looked up
// by key.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chibo {

enum class Language { Vietnamese, English };

/// `{{"name", "Thu Thủy"}, {"time", "07:45"}}`
using Values = std::map<std::string, std::string>;

class Strings {
public:
    /// Reads every table of the folder. A table that is no TOML, or a key given twice, is a
    /// std::runtime_error.
    explicit Strings(const std::filesystem::path& folder);

    /// The sentence in the chosen language with its values put in; a key that is missing shows as
    /// itself.
    [[nodiscard]] std::string tr(std::string_view key, const Values& values = {}) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] Language language() const { return m_language; }
    void set_language(Language language) { m_language = language; }

    /// Keys that lack a language, as "key: vi"; for the test of the tables.
    [[nodiscard]] std::vector<std::string> gaps() const;
    [[nodiscard]] std::vector<std::string> keys() const;

private:
    struct Sentence {
        std::string vietnamese;
        std::string english;
    };
    void read_file(const std::filesystem::path& file);

    std::unordered_map<std::string, Sentence> m_sentences;
    Language m_language = Language::Vietnamese;
};

} // namespace chibo
