// How the minutes look and what their fixed words are: data/documents/minutes.toml.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "documents/flow.h"
#include "meeting/result.h"

namespace chibo {

enum class Numbering { Dash, Stop }; // I- 1-   or   I. 1.
enum class Arrangement { Sections, Items };

struct MinutesTemplate {
    PageSetup page {};
    std::string family;
    std::map<std::string, double> size_pt {}; // party, parent, cell, … by the element's name
    double line_spacing = 1;
    double paragraph_pt = 0;
    double heading_pt = 0;
    double first_line_pt = 0;
    double columns_pt = 0;
    double rule_pt = 0;
    double signature_pt = 0;
    double code_pt = 0;
    Numbering numbering = Numbering::Dash;
    Arrangement arrangement = Arrangement::Sections;
    bool number_line = false;
    bool place_date_line = true;
    bool entry_times = false;
    bool draft_mark = true;
    std::map<std::string, std::string> wording {}; // text.title, position.secretary, …

    [[nodiscard]] double size(const std::string& element) const;
    /// The sentence of [text] with its {values} put in. A key that the file lacks is a program
    /// fault: load refuses such files.
    [[nodiscard]] std::string text(
        const std::string& key, const std::map<std::string, std::string>& values = {}) const;
    /// The word for a coded value ("position", "secretary"), else nothing.
    [[nodiscard]] std::string word(const std::string& group, const std::string& code) const;
};

/// A sentence with its {values} put in; a name without a value stays.
[[nodiscard]] std::string filled(
    const std::string& pattern, const std::map<std::string, std::string>& values);

/// Reads the template. Refuses a file that is missing, is no TOML or lacks something
/// (document.bad_template).
[[nodiscard]] Result<MinutesTemplate> load_minutes_template(const std::filesystem::path& file);

} // namespace chibo
