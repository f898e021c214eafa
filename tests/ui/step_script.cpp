#include "ui/step_script.h"

#include <fstream>
#include <stdexcept>

namespace chibo {

namespace {

/// Words of a line; `#` outside quotes ends it.
void split(const std::string& line, Step& step)
{
    std::size_t at = 0;
    while (at < line.size()) {
        if (line[at] == ' ' || line[at] == '\t') {
            ++at;
        } else if (line[at] == '#') {
            return;
        } else if (line[at] == '"') {
            const std::size_t end = line.find('"', at + 1);
            if (end == std::string::npos)
                throw std::runtime_error("a quoted text has no end");
            step.arguments.push_back(line.substr(at + 1, end - at - 1));
            step.quoted.push_back(true);
            at = end + 1;
        } else {
            const std::size_t end = std::min(line.find_first_of(" \t\"", at), line.size());
            step.arguments.push_back(line.substr(at, end - at));
            step.quoted.push_back(false);
            at = end;
        }
    }
}

} // namespace

std::vector<Step> read_steps(const std::filesystem::path& file)
{
    std::ifstream in(file);
    if (!in)
        throw std::runtime_error("cannot read " + file.string());
    std::vector<Step> steps;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        Step step {.line = number};
        split(line, step);
        if (step.arguments.empty())
            continue;
        std::size_t words = 1;
        step.verb = step.arguments.front();
        if (step.verb == "not" && step.arguments.size() > 1) {
            step.verb += " " + step.arguments[1];
            words = 2;
        }
        const auto taken = static_cast<std::ptrdiff_t>(words);
        step.arguments.erase(step.arguments.begin(), step.arguments.begin() + taken);
        step.quoted.erase(step.quoted.begin(), step.quoted.begin() + taken);
        const std::size_t begin = line.find(step.verb) + step.verb.size();
        const std::size_t word = line.find_first_not_of(" \t", begin);
        step.rest = word == std::string::npos ? "" : line.substr(word);
        steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace chibo
