#include "meeting/task.h"

namespace chibo {

bool still_open(TaskState state)
{
    return state == TaskState::New || state == TaskState::UnderWay;
}

int overdue_days(const Task& task, Date today)
{
    return days_between(task.due_on, today);
}

bool overdue(const Task& task, Date today)
{
    return still_open(task.state) && overdue_days(task, today) > 0;
}

} // namespace chibo
