// Set phrases by kind of entry and of agenda item, from data/phrases: the most useful first.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chibo {

class Phrases {
public:
    /// Throws what is wrong with a file of the program's own data.
    explicit Phrases(const std::filesystem::path& folder);

    /// `kind` and `item` as they are written in the record: "opinion" under "evaluation".
    [[nodiscard]] std::vector<std::string> under(
        std::string_view kind, std::string_view item) const;

private:
    struct List {
        std::vector<std::string> all;
        std::map<std::string, std::vector<std::string>, std::less<>> by_item;
    };
    std::map<std::string, List, std::less<>> m_lists; // By kind, the files' names.
};

} // namespace chibo
