// The string tables of data/strings: both languages, no key missing, none unused.
#include "tidy/source_tree.h"

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace chibo::tidy {
namespace {

struct Wording {
    std::string vi;
    std::string en;
};
using Strings = std::map<std::string, Wording>; // By key, as in tr("check_in.title").

void collect(const toml::table& table, const std::string& prefix, Strings& strings)
{
    for (const auto& [name, node] : table) {
        const std::string key
            = prefix.empty() ? std::string(name.str()) : prefix + "." + std::string(name.str());
        const toml::table* inner = node.as_table();
        ASSERT_NE(inner, nullptr) << key << " is neither a topic nor { vi = …, en = … }";
        if (inner->contains("vi") || inner->contains("en"))
            strings[key]
                = {(*inner)["vi"].value_or(std::string()), (*inner)["en"].value_or(std::string())};
        else
            collect(*inner, key, strings);
    }
}

Strings read_strings()
{
    Strings strings;
    for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "data/strings"))
        collect(toml::parse_file(entry.path().string()), "", strings);
    return strings;
}

std::multiset<std::string> values_in(const std::string& wording)
{
    static const std::regex value(R"(\{[a-z_0-9]+\})");
    std::multiset<std::string> names;
    for (std::sregex_iterator at(wording.begin(), wording.end(), value), end; at != end; ++at)
        names.insert(at->str());
    return names;
}

/// The code of a file in one piece, without comments.
std::string code_text(const SourceFile& file)
{
    std::string text;
    for (const std::string& line : file.lines)
        text += std::string(code_of(line)) + "\n";
    return text;
}

/// The first group of every match of `pattern` in the code, with the file it was seen in first.
std::map<std::string, std::string> matches_in_code(const std::regex& pattern)
{
    std::map<std::string, std::string> found;
    for (const SourceFile& file : source_files({"kiosk"}, {".cpp", ".h"})) {
        const std::string text = code_text(file);
        for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
            found.try_emplace((*at)[1], file.path);
    }
    return found;
}

/// What the code and the data say in quotes: the keys among them are those in use.
std::set<std::string> quoted_texts()
{
    std::set<std::string> quoted;
    for (const SourceFile& file : source_files({"kiosk", "data"}, {".cpp", ".h", ".toml"})) {
        if (file.path.starts_with("data/strings/"))
            continue;
        for (const Literal& literal : literals(file))
            quoted.insert(literal.text);
    }
    return quoted;
}

TEST(Strings, AreThereInBothLanguages)
{
    std::vector<std::string> faults;
    for (const auto& [key, wording] : read_strings()) {
        if (wording.vi.empty() || wording.en.empty())
            faults.push_back(key + (wording.vi.empty() ? " has no vi" : " has no en"));
    }
    EXPECT_TRUE(faults.empty()) << listed(faults);
}

TEST(Strings, NameTheSameValuesInBothLanguages)
{
    std::vector<std::string> faults;
    for (const auto& [key, wording] : read_strings()) {
        const auto vi = values_in(wording.vi);
        const auto en = values_in(wording.en);
        if (std::set(vi.begin(), vi.end()) != std::set(en.begin(), en.end()))
            faults.push_back(key + ": " + wording.vi + " / " + wording.en);
    }
    EXPECT_TRUE(faults.empty()) << listed(faults);
}

TEST(Strings, AreThereForEveryKeyInTheCode)
{
    // Where a key is looked up or becomes an Error or a toast. A widget's id has the same shape and
    // needs no words.
    static const std::regex use(
        R"rx((?:\btr\(|\brefuse\(|\btold\(|\bfault\(|\bTold\s*\{(?:\.key = )?|\bError\s*\{(?:\.key = )?)\s*"([a-z][a-z0-9_]*\.[a-z0-9_.]*[a-z0-9])"\s*[,)}])rx");
    const Strings strings = read_strings();
    std::vector<std::string> faults;
    for (const auto& [key, path] : matches_in_code(use)) {
        if (!strings.contains(key))
            faults.push_back(std::string(path).append(": ").append(key).append(
                " is in no file of data/strings"));
    }
    EXPECT_TRUE(faults.empty()) << listed(faults);
}

TEST(Strings, AreAllUsed)
{
    // "absence." + code makes keys of what follows.
    static const std::regex start(R"rx("([a-z][a-z0-9_]*\.[a-z0-9_.]*)"\)?\s*\+)rx");
    const auto starts = matches_in_code(start);
    const auto quoted = quoted_texts();
    std::vector<std::string> unused;
    for (const auto& [key, wording] : read_strings()) {
        const bool made = std::ranges::any_of(
            starts, [&](const auto& begun) { return key.starts_with(begun.first); });
        if (!made && !quoted.contains(key))
            unused.push_back(key);
    }
    EXPECT_TRUE(unused.empty()) << listed(unused);
}

} // namespace
} // namespace chibo::tidy
