// What the verbs may show of level C, and to whom.
#pragma once

#include "main_json.h"
#include "main_verbs.h"
#include "meeting/critique.h"

namespace chibo {

/// Whose code opened the cell; of several who share it, whom `--as` names. Refuses a name whose
/// code it is not (verbs.not_your_code) and the code of an officer who is none any more
/// (verbs.no_officer). Of the recovery code: nobody, in the role "recovery".
[[nodiscard]] Result<Actor> find_actor(const VerbOptions& options, const OpenedCell& cell);
/// The same; refuses the recovery code too (verbs.no_officer).
[[nodiscard]] Result<Actor> restricted_reader(const VerbOptions& options, const OpenedCell& cell);
/// A meeting's critique for its chair and clerk (else critique.not_yours); null where none was
/// held. Notes the reading.
[[nodiscard]] Result<Json> restricted_critique(
    const VerbOptions& options, OpenedCell& cell, MeetingId meeting);
/// Its kinds in the words of the rules.
void print_critique(const Strings& strings, const CritiqueRules& rules, const Json& critique);
/// Refuses the history of a row of level C that was not asked for (verbs.restricted).
[[nodiscard]] Result<void> may_read_history(
    const VerbOptions& options, OpenedCell& cell, const Uuid& id, Restricted restricted);

} // namespace chibo
