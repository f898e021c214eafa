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

/// What the code and the data say in quotes: the keys among them are those in use.
std::map<std::string, std::string> quoted_texts()
{
    std::map<std::string, std::string> quoted; // Text → its first place.
    for (const SourceFile& file : source_files({"kiosk"}, {".cpp", ".h"})) {
        for (const Literal& literal : literals(file))
            quoted.try_emplace(literal.text, place(file, literal.line, literal.text));
    }
    for (const SourceFile& file : source_files({"data"}, {".toml"})) {
        if (file.path.starts_with("data/strings/"))
            continue;
        for (const Literal& literal : literals(file))
            quoted.try_emplace(literal.text, place(file, literal.line, literal.text));
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
    static const std::regex shape(R"(([a-z][a-z0-9_]*)(\.[a-z0-9][a-z0-9_]*)+)");
    static const std::regex file_name(
        R"(.*\.(toml|txt|db|pdf|png|csv|json|cpp|h|log|tmp|chibo|ttf|otf|wav))");
    const Strings strings = read_strings();
    std::set<std::string> topics;
    for (const auto& [key, wording] : strings)
        topics.insert(key.substr(0, key.find('.')));

    std::vector<std::string> faults;
    for (const auto& [text, where] : quoted_texts()) {
        std::smatch parts;
        if (std::regex_match(text, parts, shape) && topics.contains(parts[1])
            && !std::regex_match(text, file_name) && !strings.contains(text))
            faults.push_back(where + " is in no file of data/strings");
    }
    EXPECT_TRUE(faults.empty()) << listed(faults);
}

TEST(Strings, AreAllUsed)
{
    const auto quoted = quoted_texts();
    // "absence." + code: a text that ends with a point makes keys of what follows.
    std::vector<std::string> starts;
    for (const auto& [text, where] : quoted) {
        if (text.size() > 2 && text.ends_with('.') && text.find(' ') == std::string::npos)
            starts.push_back(text);
    }
    std::vector<std::string> unused;
    for (const auto& [key, wording] : read_strings()) {
        const bool made = std::ranges::any_of(
            starts, [&](const auto& start) { return key.starts_with(start); });
        if (!made && !quoted.contains(key))
            unused.push_back(key);
    }
    EXPECT_TRUE(unused.empty()) << listed(unused);
}

} // namespace
} // namespace chibo::tidy
