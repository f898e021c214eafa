// A step file as lines: the words of each, quoted texts kept whole.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chibo {

struct Step {
    int line = 0;
    std::string verb {}; // "not see" is one verb.
    std::vector<std::string> arguments {};
    std::vector<bool> quoted {}; // Which of them stood in quotes.
    std::string rest {}; // All after the verb, as written.
};

/// A line that cannot be read is a std::runtime_error that names it.
[[nodiscard]] std::vector<Step> read_steps(const std::filesystem::path& file);

} // namespace chibo
