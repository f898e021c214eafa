#include "record/conflicts_queries.h"

#include "record/conflict_desk.h"

namespace chibo {

std::vector<Conflict> read_conflicts(const Record& record)
{
    return ConflictDesk(record).read();
}

int count_conflicts(const Record& record)
{
    return static_cast<int>(read_conflicts(record).size());
}

} // namespace chibo
