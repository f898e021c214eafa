#include "record/checkpoints.h"

#include <exception>
#include <system_error>

#include <sqlite3.h>

#include "record/database.h"

namespace chibo {
namespace {

/// Written faster than another thread copies: a log that is never empty would grow for ever.
constexpr int overlong_log = 8'000; // Pages.

void checkpoint(sqlite3* handle)
{
    // What fails (a full disk) stays in the log, where it is safe; a later commit asks again.
    (void)sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

} // namespace

Checkpoints::Checkpoints(SQLite::Database& database, const Key& key) :
    m_database(database), m_key(key)
{
    sqlite3_wal_hook(m_database.getHandle(), committed, this);
}

Checkpoints::~Checkpoints()
{
    sqlite3_wal_hook(m_database.getHandle(), nullptr, nullptr);
}

int Checkpoints::committed(void* self, sqlite3* handle, const char*, int pages)
{
    auto& checkpoints = *static_cast<Checkpoints*>(self);
    if (pages < checkpoints.m_next_at - long_log) // It begins anew once all of it is in the file.
        checkpoints.m_next_at = long_log;
    if (pages >= overlong_log)
        checkpoint(handle);
    else if (pages >= checkpoints.m_next_at && !checkpoints.m_under_way.exchange(true)) {
        checkpoints.m_next_at = pages + long_log;
        checkpoints.begin();
    }
    return SQLITE_OK;
}

void Checkpoints::begin()
{
    try {
        m_thread = std::jthread([this] { run(); });
    } catch (const std::system_error&) { // No thread to be had now.
        m_under_way = false;
    }
}

void Checkpoints::run()
{
    try {
        const auto own = open_database(m_database.getFilename(), m_key, SQLite::OPEN_READWRITE);
        checkpoint(own->getHandle());
        m_under_way = false;
    } catch (const std::exception&) { // Held by another program: a later commit asks again.
        m_under_way = false;
    }
}

} // namespace chibo
