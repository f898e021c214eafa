#include "tidy/source_tree.h"

#include <algorithm>
#include <fstream>

namespace chibo::tidy {
namespace {

SourceFile read_source(const std::filesystem::path& path)
{
    SourceFile file {std::filesystem::relative(path, source_dir()).generic_string(), {}};
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);)
        file.lines.push_back(line);
    return file;
}

/// Where the quoted text that starts at `quote` ends: the place of its closing quote, or npos.
std::size_t end_of_literal(std::string_view line, std::size_t quote)
{
    for (std::size_t at = quote + 1; at < line.size(); ++at) {
        if (line[at] == '\\')
            ++at;
        else if (line[at] == line[quote])
            return at;
    }
    return std::string_view::npos;
}

bool opens_character(std::string_view line, std::size_t at)
{
    // The ' of 1'000 parts digits.
    return line[at] == '\'' && (at == 0 || isalnum(static_cast<unsigned char>(line[at - 1])) == 0);
}

} // namespace

std::filesystem::path source_dir()
{
    return CHIBO_SOURCE_DIR;
}

std::vector<SourceFile> source_files(
    const std::vector<std::string>& folders, const std::vector<std::string>& endings)
{
    std::vector<std::filesystem::path> paths;
    for (const std::string& folder : folders) {
        if (!std::filesystem::exists(source_dir() / folder))
            continue;
        for (const auto& entry :
            std::filesystem::recursive_directory_iterator(source_dir() / folder)) {
            const std::string name = entry.path().filename().string();
            if (std::ranges::any_of(
                    endings, [&](const auto& ending) { return name.ends_with(ending); }))
                paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    std::vector<SourceFile> files;
    std::ranges::transform(paths, std::back_inserter(files), read_source);
    return files;
}

std::string_view code_of(std::string_view line)
{
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '"' || opens_character(line, at)) {
            at = end_of_literal(line, at);
            if (at == std::string_view::npos)
                return line;
        } else if (line.substr(at).starts_with("//")) {
            return line.substr(0, at);
        }
    }
    return line;
}

std::vector<Literal> literals(const SourceFile& file)
{
    std::vector<Literal> found;
    std::string raw_end; // What closes the raw string we are in.
    for (std::size_t number = 1; number <= file.lines.size(); ++number) {
        const std::string_view line = code_of(file.lines[number - 1]);
        std::size_t at = 0;
        if (!raw_end.empty()) {
            const std::size_t end = line.find(raw_end);
            if (end == std::string_view::npos)
                continue;
            at = end + raw_end.size();
            raw_end.clear();
        }
        for (; at < line.size(); ++at) {
            if (line.substr(at).starts_with("R\"")) {
                const std::size_t bracket = line.find('(', at);
                raw_end = ")" + std::string(line.substr(at + 2, bracket - at - 2)) + "\"";
                const std::size_t end = line.find(raw_end, at);
                if (end == std::string_view::npos)
                    break;
                at = end + raw_end.size() - 1;
                raw_end.clear();
            } else if (line[at] == '"' || opens_character(line, at)) {
                const std::size_t end = end_of_literal(line, at);
                if (end == std::string_view::npos)
                    break;
                if (line[at] == '"')
                    found.push_back({std::string(line.substr(at + 1, end - at - 1)), number});
                at = end;
            }
        }
    }
    return found;
}

std::string place(const SourceFile& file, std::size_t line, std::string_view what)
{
    return file.path + ":" + std::to_string(line) + ": " + std::string(what);
}

std::string listed(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

} // namespace chibo::tidy
