// Who may include whom (README, "How the code is laid out"). A wrong include of a header alone does
// link, so that CMake does not catch it.
#include "tidy/source_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace chibo::tidy {
namespace {

const std::map<std::string, std::set<std::string>> may_include {
    {"meeting", {"meeting"}},
    {"typing", {"typing", "meeting"}},
    {"record", {"record", "meeting", "typing"}},
    {"exchange", {"exchange", "meeting", "typing", "record"}},
    {"documents", {"documents", "meeting", "typing", "record"}},
    {"ui", {"ui", "meeting", "typing", "record", "exchange", "documents"}},
};

/// Libraries that have one room each: the start of their headers, and the folders they may be seen
/// in.
const std::map<std::string, std::set<std::string>> rooms {
    {"SQLiteCpp", {"record"}},
    {"sqlite3", {"record"}},
    {"sodium", {"record", "exchange"}},
    {"imgui", {"ui"}},
    {"GLFW", {"ui"}},
    {"GL/", {"ui"}},
    {"EGL", {"ui"}},
    {"X11", {"ui"}},
    {"pango", {"documents"}},
    {"poppler", {"documents"}},
    {"libpq", {"exchange"}},
};

struct Include {
    std::string header;
    bool own = false; // Written with quotes.
};

std::optional<Include> include_of(std::string_view line)
{
    if (!line.starts_with("#include "))
        return std::nullopt;
    const std::size_t from = line.find_first_of("<\"");
    const std::size_t to = line.find_last_of(">\"");
    if (from == std::string_view::npos || from == to)
        return std::nullopt; // A macro names the header: #include FT_FREETYPE_H
    return Include {std::string(line.substr(from + 1, to - from - 1)), line[from] == '"'};
}

/// kiosk/ui/screens/home.cpp → ui; kiosk/main.cpp → nothing.
std::string folder_of(const std::string& path)
{
    const std::size_t from = path.find('/') + 1;
    const std::size_t to = path.find('/', from);
    return to == std::string::npos ? "" : path.substr(from, to - from);
}

bool standard(const std::string& header)
{
    return header.find_first_of("./") == std::string::npos;
}

/// What is wrong with `include` in a file of `folder`, or nothing.
std::string fault(const std::string& folder, const Include& include)
{
    if (include.own) {
        const std::string from = include.header.substr(0, include.header.find('/'));
        const bool known = may_include.at(folder).contains(from);
        return known ? "" : "kiosk/" + folder + " may not include " + include.header;
    }
    for (const auto& [start, folders] : rooms) {
        if (include.header.starts_with(start) && !folders.contains(folder))
            return include.header + " has its room in kiosk/" + *folders.begin();
    }
    if (folder == "meeting" && !standard(include.header) && include.header != "tl/expected.hpp")
        return "kiosk/meeting knows the standard library and tl/expected.hpp only, not "
            + include.header;
    if (folder == "typing" && !standard(include.header) && include.header != "utf8proc.h")
        return "kiosk/typing knows the standard library and utf8proc only, not " + include.header;
    return "";
}

TEST(Includes, PointOneWay)
{
    std::vector<std::string> faults;
    for (const SourceFile& file : source_files({"kiosk"}, {".cpp", ".h"})) {
        const std::string folder = folder_of(file.path);
        if (!may_include.contains(folder))
            continue; // main.cpp puts the parts together and may see all.
        for (std::size_t number = 1; number <= file.lines.size(); ++number) {
            const auto include = include_of(file.lines[number - 1]);
            if (const std::string what = include ? fault(folder, *include) : ""; !what.empty())
                faults.push_back(place(file, number, what));
        }
    }
    EXPECT_TRUE(faults.empty()) << listed(faults);
}

TEST(Includes, EveryFolderIsInTheTable)
{
    for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "kiosk")) {
        const bool known = !entry.is_directory() || may_include.contains(entry.path().filename());
        EXPECT_TRUE(known) << entry.path();
    }
}

TEST(Includes, EveryHeaderIsIncludedByAnother)
{
    const auto files = source_files({"kiosk", "tests"}, {".cpp", ".h"});
    std::set<std::string> included;
    for (const SourceFile& file : files) {
        for (const std::string& line : file.lines) {
            if (const auto include = include_of(line))
                included.insert(include->header);
        }
    }
    std::vector<std::string> alone;
    for (const SourceFile& file : files) {
        const std::string from_folder = file.path.substr(file.path.find('/') + 1);
        const std::string name = from_folder.substr(from_folder.rfind('/') + 1);
        if (file.path.ends_with(".h") && !included.contains(from_folder)
            && !included.contains(name))
            alone.push_back(file.path);
    }
    EXPECT_TRUE(alone.empty()) << listed(alone);
}

TEST(Build, NamesEveryFile)
{
    std::map<std::string, std::string> lists; // Folder → what its CMakeLists.txt says.
    for (const SourceFile& list : source_files({"kiosk", "tests"}, {"CMakeLists.txt"}))
        lists[list.path.substr(0, list.path.rfind('/'))] = listed(list.lines);
    lists["tests"] += "sanitizers.cpp"; // .ci/dependencies.cmake

    std::vector<std::string> unbuilt;
    for (const SourceFile& file : source_files({"kiosk", "tests"}, {".cpp"})) {
        std::string folder = file.path;
        bool named = false;
        while (!named && folder.find('/') != std::string::npos) {
            folder = folder.substr(0, folder.rfind('/'));
            named = lists[folder].find(file.path.substr(folder.size() + 1)) != std::string::npos;
        }
        if (!named)
            unbuilt.push_back(file.path);
    }
    EXPECT_TRUE(unbuilt.empty()) << listed(unbuilt);
}

} // namespace
} // namespace chibo::tidy
