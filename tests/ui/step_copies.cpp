#include "ui/step_copies.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>

#include "record/bind.h"
#include "record/database.h"
#include "record/device.h"
#include "record/folder.h"

namespace chibo {

void keep_device(const std::filesystem::path& record)
{
    auto folder = RecordFolder::open(record);
    if (!folder || !folder->demo())
        return;
    // Not unlock(): that counts tries.
    const auto code_key = folder->code_work().derive(folder->demo()->code);
    const auto opened = folder->unlock_with(code_key, 0);
    if (!opened)
        return;
    for (const Unlocked& cell : *opened) {
        const auto header = std::ranges::find(folder->cells(), cell.cell, &CellHeader::id);
        const auto file = record / header->file;
        const auto database = open_database(file, cell.key, SQLite::OPEN_READWRITE);
        SQLite::Statement move(*database, "UPDATE own_device SET home = :home");
        bind_to(move, ":home", home_of(file));
        move.exec();
    }
}

void put_back(const std::filesystem::path& image, const std::filesystem::path& record)
{
    for (const auto& entry : std::filesystem::directory_iterator(record)) {
        if (!std::filesystem::exists(image / entry.path().filename()))
            std::filesystem::remove_all(entry.path());
    }
    // Written over, a file keeps its inode: it is the same device's.
    std::filesystem::copy(image, record,
        std::filesystem::copy_options::recursive
            | std::filesystem::copy_options::overwrite_existing);
}

} // namespace chibo
