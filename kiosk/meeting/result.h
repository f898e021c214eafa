// What a refusal is: a sentence from the string tables with its values, and the value or the
// refusal.
#pragma once

#include <map>
#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace chibo {

/// A refusal that a person is told: the key of a sentence in data/strings and the values it names.
/// Sentences say what is wrong and what is safe; code never builds one.
struct Error {
    std::string key;
    std::map<std::string, std::string> values {};
};

/// The value asked for, or why it is refused. For what is expected to happen: a wrong code, a bad
/// row, a foreign file. A failing machine (full disk, no memory) is an exception instead.
template <typename T> class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
};

/// `return refuse("roster.no_name", {{"line", "7"}});`
[[nodiscard]] inline tl::unexpected<Error> refuse(
    std::string key, std::map<std::string, std::string> values = {})
{
    return tl::unexpected<Error>(Error {std::move(key), std::move(values)});
}

} // namespace chibo
