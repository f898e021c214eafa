// A disk that fails on demand: SQLite's default VFS with every write, sync and truncation counted.
#pragma once

#include <sqlite3.h>

namespace chibo::test {

/// The default VFS while it lives. Set before a record is opened, so that its files come from here.
class FailingVfs {
public:
    FailingVfs();
    FailingVfs(const FailingVfs&) = delete;
    FailingVfs& operator=(const FailingVfs&) = delete;
    ~FailingVfs();

    /// The call after `calls` others fails with `code`; and each one after it, until heal(): a full
    /// disk stays full.
    static void fail_after(int calls, int code);
    static void heal();
    /// Writes, syncs and truncations since fail_after() or heal().
    [[nodiscard]] static int calls();
};

} // namespace chibo::test
