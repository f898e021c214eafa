#include "ui/phrases.h"

#include <toml++/toml.h>

#include "record/toml_file.h"

namespace chibo {

namespace {

std::vector<std::string> texts_of(const toml::array* array)
{
    std::vector<std::string> texts;
    if (array == nullptr)
        return texts;
    for (const toml::node& node : *array)
        texts.push_back(node.value_or(std::string()));
    return texts;
}

} // namespace

Phrases::Phrases(const std::filesystem::path& folder)
{
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::filesystem::path& file = entry.path();
        if (file.extension() != ".toml")
            continue;
        const toml::table table = read_toml(file);
        List& list = m_lists[file.stem().string()];
        list.all = texts_of(table["phrases"].as_array());
        if (const toml::table* items = table["items"].as_table()) {
            for (const auto& [item, node] : *items)
                list.by_item[std::string(item.str())] = texts_of(node.as_array());
        }
    }
}

std::vector<std::string> Phrases::under(std::string_view kind, std::string_view item) const
{
    const auto list = m_lists.find(kind);
    if (list == m_lists.end())
        return {};
    std::vector<std::string> phrases;
    if (const auto own = list->second.by_item.find(item); own != list->second.by_item.end())
        phrases = own->second;
    phrases.insert(phrases.end(), list->second.all.begin(), list->second.all.end());
    return phrases;
}

} // namespace chibo
