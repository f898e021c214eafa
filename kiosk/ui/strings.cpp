#include "ui/strings.h"
#include "record/toml_file.h"

#include <algorithm>
#include <stdexcept>

#include <toml++/toml.h>

namespace chibo {

Strings::Strings(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    for (const auto& file : files)
        read_file(file);
}

void Strings::read_file(const std::filesystem::path& file)
{
    const toml::table table = read_toml(file);
    for (const auto& [topic, group] : table) {
        const toml::table* sentences = group.as_table();
        if (sentences == nullptr)
            throw std::runtime_error(
                file.string() + ": " + std::string(topic.str()) + " is no table");
        for (const auto& [name, node] : *sentences) {
            const std::string key = std::string(topic.str()) + "." + std::string(name.str());
            Sentence sentence {node.at_path("vi").value_or(std::string()),
                node.at_path("en").value_or(std::string())};
            if (!m_sentences.emplace(key, std::move(sentence)).second)
                throw std::runtime_error(file.string() + ": " + key + " is given twice");
        }
    }
}

std::string Strings::tr(std::string_view key, const Values& values) const
{
    const auto found = m_sentences.find(std::string(key));
    if (found == m_sentences.end())
        return std::string(key);
    const std::string& pattern
        = m_language == Language::English ? found->second.english : found->second.vietnamese;
    std::string sentence;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
        const auto value = close == std::string::npos
            ? values.end()
            : values.find(pattern.substr(at + 1, close - at - 1));
        if (value == values.end()) {
            sentence += pattern[at++];
            continue;
        }
        sentence += value->second;
        at = close + 1;
    }
    return sentence;
}

bool Strings::has(std::string_view key) const
{
    return m_sentences.contains(std::string(key));
}

std::vector<std::string> Strings::gaps() const
{
    std::vector<std::string> gaps;
    for (const auto& [key, sentence] : m_sentences) {
        if (sentence.vietnamese.empty())
            gaps.push_back(key + ": vi");
        if (sentence.english.empty())
            gaps.push_back(key + ": en");
    }
    std::ranges::sort(gaps);
    return gaps;
}

std::vector<std::string> Strings::keys() const
{
    std::vector<std::string> keys;
    keys.reserve(m_sentences.size());
    for (const auto& [key, sentence] : m_sentences)
        keys.push_back(key);
    std::ranges::sort(keys);
    return keys;
}

} // namespace chibo
