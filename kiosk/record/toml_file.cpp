#include "record/toml_file.h"

#include <stdexcept>

#include <fmt/format.h>

namespace chibo {

toml::table read_toml(const std::filesystem::path& file)
{
    try {
        return toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        throw std::runtime_error(fmt::format(
            "{}:{}: {}", file.string(), error.source().begin.line, error.description()));
    }
}

} // namespace chibo
