#include "record/schema_steps.h"

namespace chibo {

// Why a meeting was cancelled and why somebody left, who stood behind the figures of an opening,
// and that the recovery code was used.
constinit const std::string_view reasons = R"sql(
ALTER TABLE meeting ADD COLUMN cancel_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN left_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE opening ADD COLUMN people TEXT NOT NULL DEFAULT ''; -- a line each: person, seat, standing
CREATE TABLE code_event (               -- never the code
    id BLOB PRIMARY KEY NOT NULL,
    what TEXT NOT NULL,                 -- recovery_used, recovery_renewed
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

} // namespace chibo
