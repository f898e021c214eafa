// What commits leave in the write-ahead log is brought into the file beside the recording. SQLite
// would do it inside the commit that makes the log long: somebody's tap would wait while megabytes
// are copied and written through to the disk.
#pragma once

#include <atomic>
#include <thread>

#include <SQLiteCpp/SQLiteCpp.h>

#include "record/keys.h"

struct sqlite3;

namespace chibo {

class Checkpoints {
public:
    /// Listens to the commits of `database`, which lives longer; `key` opens it.
    Checkpoints(SQLite::Database& database, const Key& key);
    Checkpoints(const Checkpoints&) = delete;
    Checkpoints& operator=(const Checkpoints&) = delete;
    /// Waits for the one that is under way.
    ~Checkpoints();

private:
    static int committed(void* self, sqlite3* handle, const char* schema, int pages);
    void begin();
    void run();

    static constexpr int long_log = 1'000; // Pages; SQLite's own measure.

    SQLite::Database& m_database;
    Key m_key;
    int m_next_at = long_log; // Pages in the log.
    std::atomic<bool> m_under_way {false};
    std::jthread m_thread; // The last: it ends before the rest goes.
};

} // namespace chibo
