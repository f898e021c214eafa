// What an open record holds. Private to record.cpp, undo.cpp and open.cpp.
#pragma once

#include <filesystem>
#include <memory>

#include "record/checkpoints.h"
#include "record/database.h"
#include "record/device.h"
#include "record/record.h"

namespace chibo {

struct Record::Parts {
    std::filesystem::path file;
    Key key;
    const Clock& clock;
    Random& random;
    std::unique_ptr<SQLite::Database> database {};
    std::unique_ptr<Statements> statements {}; // After the database: gone before it.
    Tables tables {};
    OwnDevice device {};
    std::int64_t commits = 0; // Of this connection: data_version counts the others'.
    std::unique_ptr<Checkpoints> checkpoints {}; // The last: it listens to the database.
};

} // namespace chibo
