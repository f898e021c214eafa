#include "record/failures.h"

#include <new>
#include <system_error>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "meeting/check.h"

namespace chibo {
namespace {

const char* key_of(int code)
{
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return "record.disk_full";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return "record.read_only";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "record.busy";
    case SQLITE_NOTADB:
        return "record.not_a_record";
    case SQLITE_CORRUPT:
        return "record.corrupt";
    case SQLITE_NOMEM:
        return "record.no_memory";
    case SQLITE_IOERR:
        return "record.io";
    default:
        return "record.failed";
    }
}

/// SQLCipher tells of a page that does not decrypt by the code of a wrong SQL text, but without its
/// words.
bool is_damaged_page(const SQLite::Exception& failure)
{
    return failure.getErrorCode() == SQLITE_ERROR
        && std::string_view(failure.what()) == sqlite3_errstr(SQLITE_ERROR);
}

} // namespace

Error sentence_for(const std::exception& failure)
{
    if (const auto* sqlite = dynamic_cast<const SQLite::Exception*>(&failure)) {
        const char* key
            = is_damaged_page(*sqlite) ? "record.corrupt" : key_of(sqlite->getErrorCode());
        return {key, {{"detail", failure.what()}}};
    }
    if (dynamic_cast<const std::bad_alloc*>(&failure))
        return {"record.no_memory", {}};
    if (dynamic_cast<const ProgramFault*>(&failure))
        return {"record.program_fault", {{"detail", failure.what()}}};
    if (const auto* system = dynamic_cast<const std::system_error*>(&failure)) {
        const std::error_code& code = system->code();
        if (code == std::errc::no_space_on_device)
            return {"record.disk_full", {{"detail", failure.what()}}};
        if (code == std::errc::read_only_file_system || code == std::errc::permission_denied)
            return {"record.read_only", {{"detail", failure.what()}}};
        return {"record.io", {{"detail", failure.what()}}};
    }
    return {"record.failed", {{"detail", failure.what()}}};
}

} // namespace chibo
