// Reads the tables of tests/typing/data.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace chibo {

/// The columns of each row; lines that begin with # are left out.
inline std::vector<std::vector<std::string>> read_tsv(const std::string& name)
{
    std::ifstream file(std::string(CHIBO_TYPING_DATA) + "/" + name);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("#"))
            continue;
        std::vector<std::string> columns(1);
        for (const char c : line) {
            if (c == '\t')
                columns.emplace_back();
            else
                columns.back().push_back(c);
        }
        rows.push_back(columns);
    }
    return rows;
}

} // namespace chibo
