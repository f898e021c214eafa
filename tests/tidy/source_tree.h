// The project's own files as text, for the tests of the source.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace chibo::tidy {

struct SourceFile {
    std::string path; // From the project's folder: kiosk/ui/theme.h
    std::vector<std::string> lines;
};

/// A quoted text as it stands in the code, without its quotes.
struct Literal {
    std::string text;
    std::size_t line = 0; // 1 is the first
};

[[nodiscard]] std::filesystem::path source_dir();

/// The files below `folders` whose name ends in one of `endings`, in the order of their paths.
[[nodiscard]] std::vector<SourceFile> source_files(
    const std::vector<std::string>& folders, const std::vector<std::string>& endings);

/// The line without its comment (`//` outside a quoted text).
[[nodiscard]] std::string_view code_of(std::string_view line);

/// Every quoted text of one line or of a raw string's lines, comments left out.
[[nodiscard]] std::vector<Literal> literals(const SourceFile& file);

/// "path:line: what", as compilers write it.
[[nodiscard]] std::string place(const SourceFile& file, std::size_t line, std::string_view what);

/// One line an entry, for a test's message.
[[nodiscard]] std::string listed(const std::vector<std::string>& lines);

} // namespace chibo::tidy
