// Reads data/rules, data/agendas and data/critique. The files are read once; they do not change
// while the program runs.
#pragma once

#include <filesystem>
#include <vector>

#include "meeting/critique.h"
#include "meeting/result.h"
#include "meeting/rules.h"
#include "meeting/templates.h"

namespace chibo {

/// Refuses a file that cannot be read or lacks a field (rules.bad_file, which names file and
/// place).
[[nodiscard]] Result<std::vector<RuleSet>> load_rule_sets(const std::filesystem::path& folder);
[[nodiscard]] Result<std::vector<AgendaTemplate>> load_templates(
    const std::filesystem::path& folder);

[[nodiscard]] Result<std::vector<CritiqueRules>> load_critique_rules(
    const std::filesystem::path& folder);

/// The installation's own, oldest first; a fault in them is the program's.
[[nodiscard]] const std::vector<RuleSet>& rule_sets();
/// In the order of the plan screen.
[[nodiscard]] const std::vector<AgendaTemplate>& agenda_templates();
/// What a meeting was planned under; a name that a newer device wrote gives the latest set there
/// is.
[[nodiscard]] const RuleSet& rules_of(const Meeting& meeting);
/// What holds on the meeting's day.
[[nodiscard]] const CritiqueRules& critique_rules_of(const Meeting& meeting);
[[nodiscard]] const CritiqueRules& critique_rules_of(Date day);

} // namespace chibo
