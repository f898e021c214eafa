#include "failing_vfs.h"

#include <atomic>

namespace chibo::test {
namespace {

constexpr const char* vfs_name = "failing";

struct State {
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs vfs {};
    // A record's checkpoints write from a thread of their own.
    std::atomic<int> calls = 0;
    std::atomic<int> fail_at = -1; // Never.
    std::atomic<int> code = SQLITE_OK;
};
// SQLite's C interface has no place for an object: one disk a test program.
State state;

struct File {
    sqlite3_file base;
    sqlite3_file* real;
};

sqlite3_file* real_of(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file)->real;
}

/// Counts a call that changes the disk; the code to fail with, or SQLITE_OK.
int count()
{
    const int call = state.calls++;
    const int fail_at = state.fail_at;
    return fail_at >= 0 && call >= fail_at ? state.code.load() : SQLITE_OK;
}

int close_file(sqlite3_file* file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}
int read_file(sqlite3_file* file, void* into, int size, sqlite3_int64 at)
{
    return real_of(file)->pMethods->xRead(real_of(file), into, size, at);
}
int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    const int failed = count();
    return failed != SQLITE_OK ? failed
                               : real_of(file)->pMethods->xWrite(real_of(file), from, size, at);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size)
{
    const int failed = count();
    return failed != SQLITE_OK ? failed : real_of(file)->pMethods->xTruncate(real_of(file), size);
}
int sync_file(sqlite3_file* file, int flags)
{
    const int failed = count();
    return failed != SQLITE_OK ? SQLITE_IOERR_FSYNC
                               : real_of(file)->pMethods->xSync(real_of(file), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int lock_file(sqlite3_file* file, int level)
{
    return real_of(file)->pMethods->xLock(real_of(file), level);
}
int unlock_file(sqlite3_file* file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}
int check_lock(sqlite3_file* file, int* result)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), result);
}
int control_file(sqlite3_file* file, int operation, void* argument)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}
int sector_size(sqlite3_file* file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}
int characteristics(sqlite3_file* file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** into)
{
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, into);
}
int lock_shared(sqlite3_file* file, int offset, int count_locks, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count_locks, flags);
}
void barrier(sqlite3_file* file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}
int unmap_shared(sqlite3_file* file, int remove)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

const sqlite3_io_methods methods {2, close_file, read_file, write_file, truncate_file, sync_file,
    file_size, lock_file, unlock_file, check_lock, control_file, sector_size, characteristics,
    map_shared, lock_shared, barrier, unmap_shared, nullptr, nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags)
{
    auto* ours = reinterpret_cast<File*>(file);
    ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
    ours->base.pMethods = nullptr;
    const int code = state.real->xOpen(state.real, name, ours->real, flags, out_flags);
    if (ours->real->pMethods)
        ours->base.pMethods = &methods;
    return code;
}

} // namespace

FailingVfs::FailingVfs()
{
    heal();
    state.real = sqlite3_vfs_find(nullptr);
    state.vfs = *state.real;
    state.vfs.zName = vfs_name;
    state.vfs.szOsFile = static_cast<int>(sizeof(File)) + state.real->szOsFile;
    state.vfs.pNext = nullptr;
    state.vfs.xOpen = open_file;
    sqlite3_vfs_register(&state.vfs, 1);
}

FailingVfs::~FailingVfs()
{
    sqlite3_vfs_unregister(&state.vfs);
    sqlite3_vfs_register(state.real, 1);
}

void FailingVfs::fail_after(int calls, int code)
{
    state.calls = 0;
    state.code = code;
    state.fail_at = calls;
}

void FailingVfs::heal()
{
    state.calls = 0;
    state.fail_at = -1;
}

int FailingVfs::calls()
{
    return state.calls;
}

} // namespace chibo::test
