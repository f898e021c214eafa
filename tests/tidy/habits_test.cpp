// Habits of the house that a machine can see: SQL, ImGui and colours in their rooms, no bare TODO.
// Sizes are listed only.
#include "tidy/source_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <regex>

namespace chibo::tidy {
namespace {

constexpr std::size_t long_file = 800;
constexpr std::size_t long_function = 70;
constexpr std::size_t many_parameters = 5;

struct Function {
    std::string signature;
    std::size_t line = 0; // Of its opening brace.
    std::size_t length = 0; // Lines from the opening to the closing brace.
    std::size_t parameters = 0;
};

/// The text of what ends at the line before `brace`, back to the first line of the statement.
std::string signature_before(const SourceFile& file, std::size_t brace)
{
    std::string text;
    for (std::size_t number = brace; number > 0; --number) {
        const std::string_view line = code_of(file.lines[number - 1]);
        if (line.empty() || line.ends_with(';') || line.ends_with('}') || line.ends_with('{')
            || line.starts_with('#'))
            break;
        text.insert(0, std::string(line) + " ");
    }
    return text;
}

/// Commas of the outermost brackets, plus one.
std::size_t parameters_of(const std::string& signature)
{
    const std::size_t open = signature.find('(');
    if (open == std::string::npos || signature[open + 1] == ')')
        return 0;
    std::size_t count = 1;
    int depth = 0;
    for (std::size_t at = open; at < signature.size(); ++at) {
        const char c = signature[at];
        depth += (c == '(' || c == '<' || c == '{') ? 1 : 0;
        depth -= (c == ')' || c == '>' || c == '}') ? 1 : 0;
        if (depth == 0)
            break;
        count += (c == ',' && depth == 1) ? 1 : 0;
    }
    return count;
}

/// Functions by their shape: clang-format puts the opening brace of each on a line of its own.
std::vector<Function> functions(const SourceFile& file)
{
    std::vector<Function> found;
    for (std::size_t number = 0; number < file.lines.size(); ++number) {
        const std::string& line = file.lines[number];
        const std::size_t indent = line.find_first_not_of(' ');
        if (indent == std::string::npos || indent > 4 || line.substr(indent) != "{")
            continue;
        const std::string closing = std::string(indent, ' ') + "}";
        std::size_t end = number;
        while (end < file.lines.size() && file.lines[end] != closing)
            ++end;
        const std::string signature = signature_before(file, number);
        if (signature.find('(') != std::string::npos)
            found.push_back({signature, number + 1, end - number + 1, parameters_of(signature)});
    }
    return found;
}

/// Where `pattern` stands in the code (not in comments) of the folders' files; `left_out` is the
/// room it belongs to.
std::vector<std::string> places_of(const std::regex& pattern,
    const std::vector<std::string>& folders, const std::vector<std::string>& left_out)
{
    std::vector<std::string> places;
    for (const SourceFile& file : source_files(folders, {".cpp", ".h"})) {
        if (std::ranges::any_of(
                left_out, [&](const auto& room) { return file.path.starts_with(room); }))
            continue;
        for (std::size_t number = 1; number <= file.lines.size(); ++number) {
            const std::string code(code_of(file.lines[number - 1]));
            if (std::regex_search(code, pattern))
                places.push_back(place(file, number, code));
        }
    }
    return places;
}

TEST(Sql, StaysInTheRecord)
{
    const std::regex sql(
        R"(\bSELECT [a-z*]|\bINSERT (OR [A-Z]+ )?INTO\b|\bUPDATE [a-z_]+ SET\b|\bDELETE FROM\b|sqlite3_|SQLite::)");
    const auto places = places_of(sql, {"kiosk"}, {"kiosk/record/"});
    EXPECT_TRUE(places.empty()) << listed(places);
}

TEST(ImGui, StaysInTheInterface)
{
    const auto places
        = places_of(std::regex(R"(\bImGui::|\bImDrawList\b)"), {"kiosk"}, {"kiosk/ui/"});
    EXPECT_TRUE(places.empty()) << listed(places);
}

TEST(Screens, NameNoColour)
{
    const std::regex colour(R"(IM_COL32|\bImVec4\b|\bImColor\b|0x[0-9a-fA-F]{6,8}\b)");
    const auto places = places_of(colour, {"kiosk/ui/screens"}, {});
    EXPECT_TRUE(places.empty()) << listed(places);
}

TEST(Screens, NameNoText)
{
    // A letter beyond ASCII in quotes is a sentence that belongs into data/strings; marks such as ·
    // and – join texts.
    const std::regex letter("[\xC3-\xC6][\x80-\xBF]|\xE1[\xBA\xBB][\x80-\xBF]");
    std::vector<std::string> places;
    for (const SourceFile& file : source_files({"kiosk/ui"}, {".cpp", ".h"})) {
        // The components screens show samples, with the names of the pictures.
        if (!file.path.starts_with("kiosk/ui/screens/")
            || file.path.find("/components_") != std::string::npos)
            continue;
        for (const Literal& literal : literals(file)) {
            if (std::regex_search(literal.text, letter))
                places.push_back(place(file, literal.line, literal.text));
        }
    }
    EXPECT_TRUE(places.empty()) << listed(places);
}

TEST(Todo, IsASentence)
{
    const std::regex mark(R"(\b(TODO|FIXME|XXX)\b)");
    const std::regex sentence(R"(\bTODO: [A-Z].*\.$)");
    std::vector<std::string> places;
    for (const SourceFile& file :
        source_files({"kiosk", "tests"}, {".cpp", ".h", "CMakeLists.txt"})) {
        if (file.path.starts_with("tests/tidy/"))
            continue; // Speaks about them.
        for (std::size_t number = 1; number <= file.lines.size(); ++number) {
            const std::string& line = file.lines[number - 1];
            if (std::regex_search(line, mark) && !std::regex_search(line, sentence))
                places.push_back(place(file, number, line));
        }
    }
    EXPECT_TRUE(places.empty()) << listed(places);
}

TEST(Sizes, AreListed)
{
    std::vector<std::string> large;
    for (const SourceFile& file : source_files({"kiosk", "tests"}, {".cpp", ".h"})) {
        if (file.lines.size() > long_file)
            large.push_back(place(file, 1, std::to_string(file.lines.size()) + " lines"));
        for (const Function& function : functions(file)) {
            if (function.length > long_function)
                large.push_back(place(file, function.line,
                    std::to_string(function.length) + " lines: " + function.signature));
            if (function.parameters > many_parameters)
                large.push_back(place(file, function.line,
                    std::to_string(function.parameters) + " parameters: " + function.signature));
        }
    }
    std::cout << "Over " << long_function << " lines, " << long_file << " lines, "
              << many_parameters << " parameters: " << large.size() << "\n"
              << listed(large);
}

} // namespace
} // namespace chibo::tidy
