#include "record/folder.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <sodium.h>

#include "meeting/check.h"
#include "record/atomic_file.h"
#include "record/delay.h"

namespace chibo {
namespace {

constexpr const char* recovery = "recovery";

/// Bound into each wrap, so that none serves another cell or role.
std::string wrap_place(CellId cell, const std::string& role, OfficerId officer)
{
    return fmt::format("chibo/wrap/1/{}/{}/{}", cell.text(), role, officer.text());
}

Wrap seal_key(CellId cell, const Key& key, const OfficerCode& officer, const Key& code_key)
{
    Wrap wrap {.role = officer.role, .officer = officer.officer};
    wrap.nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    randombytes_buf(wrap.nonce.data(), wrap.nonce.size());
    wrap.box.resize(key.bytes().size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    const std::string place = wrap_place(cell, wrap.role, wrap.officer);
    crypto_aead_xchacha20poly1305_ietf_encrypt(wrap.box.data(), nullptr, key.bytes().data(),
        key.bytes().size(), reinterpret_cast<const unsigned char*>(place.data()), place.size(),
        nullptr, wrap.nonce.data(), code_key.bytes().data());
    return wrap;
}

std::optional<Key> open_wrap(CellId cell, const Wrap& wrap, const Key& code_key)
{
    Key key;
    if (wrap.nonce.size() != crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
        || wrap.box.size() != key.bytes().size() + crypto_aead_xchacha20poly1305_ietf_ABYTES)
        return std::nullopt;
    const std::string place = wrap_place(cell, wrap.role, wrap.officer);
    const bool opened = crypto_aead_xchacha20poly1305_ietf_decrypt(key.bytes().data(), nullptr,
                            nullptr, wrap.box.data(), wrap.box.size(),
                            reinterpret_cast<const unsigned char*>(place.data()), place.size(),
                            wrap.nonce.data(), code_key.bytes().data())
        == 0;
    return opened ? std::optional(key) : std::nullopt;
}

CellHeader* find_cell(Header& header, CellId id)
{
    const auto found = std::ranges::find(header.cells, id, &CellHeader::id);
    return found == header.cells.end() ? nullptr : &*found;
}

CellHeader& get_cell(Header& header, CellId id)
{
    CellHeader* cell = find_cell(header, id);
    CHECK(cell != nullptr);
    return *cell;
}

/// Officers may share a code, as the demo's do: then the one of `role` is meant.
std::optional<Unlocked> try_code(const CellHeader& cell, const Key& code_key, std::string_view role)
{
    std::optional<Unlocked> opened;
    for (const Wrap& wrap : cell.wraps) {
        const auto key = open_wrap(cell.id, wrap, code_key);
        if (!key)
            continue;
        if (!opened)
            opened = Unlocked {cell.id, *key, wrap.role, wrap.officer, {}};
        if (opened->role != role && wrap.role == role)
            opened->role = wrap.role, opened->officer = wrap.officer;
        if (!wrap.officer.nil())
            opened->holders.push_back(wrap.officer);
    }
    return opened;
}

} // namespace

Result<RecordFolder> RecordFolder::create(const std::filesystem::path& path, const CodeCost& cost)
{
    CHECK(sodium_init() >= 0);
    const std::filesystem::path folder = std::filesystem::absolute(path);
    if (std::filesystem::exists(folder)
        && (!std::filesystem::is_directory(folder) || !std::filesystem::is_empty(folder)))
        return refuse("record.folder_in_use", {{"folder", folder.string()}});
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    Header header;
    header.cost = cost;
    randombytes_buf(header.salt.data(), header.salt.size());
    write_header(folder, header);
    return RecordFolder(folder, std::move(header));
}

Result<RecordFolder> RecordFolder::open(const std::filesystem::path& path)
{
    CHECK(sodium_init() >= 0);
    const std::filesystem::path folder = std::filesystem::absolute(path);
    auto header = read_header(folder);
    if (!header)
        return tl::unexpected(header.error());
    return RecordFolder(folder, std::move(*header));
}

const CellHeader* RecordFolder::cell(CellId id) const
{
    const auto found = std::ranges::find(m_header.cells, id, &CellHeader::id);
    return found == m_header.cells.end() ? nullptr : &*found;
}

Result<NewCell> RecordFolder::create_cell(const std::string& name,
    const std::vector<OfficerCode>& officers, const Clock& clock, Random& random)
{
    if (std::ranges::find(m_header.cells, name, &CellHeader::name) != m_header.cells.end())
        return refuse("record.cell_exists", {{"cell", name}});
    std::map<std::string, Key>
        derived; // The demo's officers share one code; each derivation takes most of a second.
    for (const OfficerCode& officer : officers) {
        if (const auto checked = check_code(officer.code); !checked)
            return tl::unexpected(checked.error());
        if (!derived.contains(officer.code))
            derived.emplace(officer.code, derive_key(officer.code, m_header.salt, m_header.cost));
    }
    NewCell made;
    std::array<std::uint8_t, 10> chance {};
    random.fill(chance);
    made.id = {Uuid::v7(clock.now_ms(), chance)};
    made.recovery_code = draw_recovery_code();
    Key key;
    randombytes_buf(key.bytes().data(), key.bytes().size());
    CellHeader cell {.id = made.id, .name = name, .file = made.id.text() + ".db"};
    for (const OfficerCode& officer : officers)
        cell.wraps.push_back(seal_key(made.id, key, officer, derived.at(officer.code)));
    cell.wraps.push_back(
        make_wrap(made.id, key, {.officer = {}, .role = recovery, .code = made.recovery_code}));
    auto record = Record::create(m_path / cell.file, key, clock, random);
    if (!record)
        return tl::unexpected(record.error());
    made.record = std::move(*record);
    change([&](Header& header) {
        if (header.cells.empty())
            header.machine.last_cell = cell.id;
        header.cells.push_back(cell);
    });
    return made;
}

Result<std::string> RecordFolder::adopt_cell(const SharedCell& shared,
    const std::function<Result<OfficerCode>(Record&)>& fill, const Clock& clock, Random& random)
{
    if (std::ranges::find(m_header.cells, shared.name, &CellHeader::name) != m_header.cells.end())
        return refuse("record.cell_exists", {{"cell", shared.name}});
    CellHeader cell {.id = shared.id, .name = shared.name, .file = shared.id.text() + ".db"};
    const std::filesystem::path file = m_path / cell.file;
    // A file without its line in the header is what a power cut left of an earlier try.
    const auto clear = [&] {
        for (const char* end : {"", "-wal", "-shm"})
            std::filesystem::remove(file.string() + end);
    };
    clear();
    auto record = Record::create(file, shared.key, clock, random);
    if (!record)
        return tl::unexpected(record.error());
    const auto officer = fill(**record);
    record->reset();
    if (!officer) {
        clear();
        return tl::unexpected(officer.error());
    }
    std::string recovery_code = draw_recovery_code();
    cell.wraps = {make_wrap(cell.id, shared.key, *officer),
        make_wrap(cell.id, shared.key, {.officer = {}, .role = recovery, .code = recovery_code})};
    change([&](Header& header) {
        if (header.cells.empty())
            header.machine.last_cell = cell.id;
        header.cells.push_back(cell);
    });
    return recovery_code;
}

Result<std::vector<Unlocked>> RecordFolder::unlock(
    const std::string& code, UnixMs now_ms, std::optional<CellId> cell, std::string_view role)
{
    if (const std::int64_t wait = wait_ms(now_ms, cell); wait > 0)
        return refuse("record.wait", {{"seconds", std::to_string((wait + 999) / 1000)}});
    return unlock_with(code_work().derive(code), now_ms, cell, role);
}

Result<std::vector<Unlocked>> RecordFolder::unlock_with(
    const Key& code_key, UnixMs now_ms, std::optional<CellId> cell, std::string_view role)
{
    if (const std::int64_t wait = wait_ms(now_ms, cell); wait > 0)
        return refuse("record.wait", {{"seconds", std::to_string((wait + 999) / 1000)}});
    std::vector<Unlocked> opened;
    for (const CellHeader& candidate : m_header.cells) {
        if (auto unlocked = try_code(candidate, code_key, role))
            opened.push_back(std::move(*unlocked));
    }
    const bool right = cell ? std::ranges::find(opened, *cell, &Unlocked::cell) != opened.end()
                            : !opened.empty();
    if (!right) {
        count_failure(now_ms, cell);
        return refuse("record.wrong_code");
    }
    const auto counted = [&](const CellHeader& at) {
        return at.failures > 0 && std::ranges::find(opened, at.id, &Unlocked::cell) != opened.end();
    };
    // A right code must open on a read-only disk too, so the header is written only where there is
    // something to say.
    if (std::ranges::any_of(m_header.cells, counted)) {
        change([&](Header& header) {
            for (CellHeader& at : header.cells) {
                if (counted(at))
                    at.failures = 0, at.next_try_at_ms = 0;
            }
        });
    }
    return opened;
}

std::int64_t RecordFolder::wait_ms(UnixMs now_ms, std::optional<CellId> cell) const
{
    std::int64_t wait = 0;
    for (const CellHeader& at : m_header.cells) {
        if (!cell || at.id == *cell)
            wait = std::max(wait, remaining_delay_ms(at.failures, at.next_try_at_ms, now_ms));
    }
    return wait;
}

Result<std::unique_ptr<Record>> RecordFolder::open_cell(
    const Unlocked& unlocked, const Clock& clock, Random& random) const
{
    const CellHeader* header = cell(unlocked.cell);
    CHECK(header != nullptr);
    return Record::open(m_path / header->file, unlocked.key, clock, random);
}

Result<void> RecordFolder::set_code(CellId cell, const Key& key, const OfficerCode& officer)
{
    if (const auto checked = check_code(officer.code); !checked)
        return checked;
    set_code_with(cell, key, officer, code_work().derive(officer.code));
    return {};
}

void RecordFolder::set_code_with(
    CellId cell, const Key& key, const OfficerCode& officer, const Key& code_key)
{
    const Wrap wrap = seal_key(cell, key, officer, code_key);
    change([&](Header& header) {
        auto& wraps = get_cell(header, cell).wraps;
        std::erase_if(wraps, [&](const Wrap& old) {
            return old.role != recovery && old.officer == officer.officer;
        });
        wraps.insert(wraps.begin(), wrap);
    });
}

void RecordFolder::remove_code(CellId cell, OfficerId officer)
{
    change([&](Header& header) {
        std::erase_if(get_cell(header, cell).wraps,
            [&](const Wrap& old) { return old.role != recovery && old.officer == officer; });
    });
}

std::string RecordFolder::renew_recovery_code(CellId cell, const Key& key)
{
    std::string code = draw_recovery_code();
    set_recovery_with(cell, key, code_work().derive(code));
    return code;
}

void RecordFolder::set_recovery_with(CellId cell, const Key& key, const Key& code_key)
{
    const Wrap wrap = seal_key(cell, key, {.officer = {}, .role = recovery}, code_key);
    change([&](Header& header) {
        auto& wraps = get_cell(header, cell).wraps;
        std::erase_if(wraps, [](const Wrap& old) { return old.role == recovery; });
        wraps.push_back(wrap);
    });
}

void RecordFolder::rename_cell(CellId cell, const std::string& name)
{
    change([&](Header& header) { get_cell(header, cell).name = name; });
}

void RecordFolder::set_machine(const MachineSettings& machine)
{
    change([&](Header& header) { header.machine = machine; });
}

void RecordFolder::set_demo(const DemoCodes& demo)
{
    change([&](Header& header) { header.demo = demo; });
}

void RecordFolder::change(const std::function<void(Header&)>& write)
{
    const FolderLock lock(m_path);
    if (auto newest = read_header(m_path))
        m_header = std::move(*newest);
    Header changed = m_header;
    write(changed);
    write_header(m_path, changed);
    m_header = std::move(changed);
}

Wrap RecordFolder::make_wrap(CellId cell, const Key& key, const OfficerCode& officer) const
{
    return seal_key(cell, key, officer, derive_key(officer.code, m_header.salt, m_header.cost));
}

void RecordFolder::count_failure(UnixMs now_ms, std::optional<CellId> cell)
{
    change([&](Header& header) {
        for (CellHeader& at : header.cells) {
            if (cell && at.id != *cell)
                continue;
            ++at.failures;
            at.next_try_at_ms = now_ms + delay_ms(at.failures);
        }
    });
}

} // namespace chibo
