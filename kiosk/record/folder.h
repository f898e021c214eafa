// The folder of a record: the header, and one encrypted file a cell.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/header.h"
#include "record/record.h"

namespace chibo {

/// An officer who may open a cell from cold, and with what.
struct OfficerCode {
    OfficerId officer {};
    std::string role {};
    std::string code {};
};

/// A cell that a code has opened.
struct Unlocked {
    CellId cell {};
    Key key {};
    std::string role {}; // recovery: with the printed code
    OfficerId officer {};
    std::vector<OfficerId> holders {}; // Everybody whose code it is: the demo's officers share one.
};

struct NewCell {
    CellId id {};
    std::unique_ptr<Record>
        record {}; // Empty: found_cell (record/cell_commands.h) makes its first row.
    std::string recovery_code {}; // To be printed once; kept nowhere.
};

class RecordFolder {
public:
    /// A folder that is missing or empty becomes one of a record. Refuses any other
    /// (record.folder_in_use).
    [[nodiscard]] static Result<RecordFolder> create(
        const std::filesystem::path& path, const CodeCost& cost = CodeCost::moderate());
    [[nodiscard]] static Result<RecordFolder> open(const std::filesystem::path& path);

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] const std::vector<CellHeader>& cells() const { return m_header.cells; }
    [[nodiscard]] const CellHeader* cell(CellId id) const;
    [[nodiscard]] const MachineSettings& machine() const { return m_header.machine; }
    [[nodiscard]] const std::optional<DemoCodes>& demo() const { return m_header.demo; }
    /// What one try at a code costs here: the members' own codes cost the same.
    [[nodiscard]] const CodeCost& cost() const { return m_header.cost; }

    /// A new cell with its key, wrapped for each officer and for a recovery code. Refuses a weak
    /// code (codes.*) and a name that is there already (record.cell_exists). The officers' codes
    /// cost one derivation each where they differ.
    [[nodiscard]] Result<NewCell> create_cell(const std::string& name,
        const std::vector<OfficerCode>& officers, const Clock& clock, Random& random);

    /// A cell that another device has. `fill` brings its entries in and says whose code opens it
    /// here. Where it refuses, nothing is left of it. Gives the recovery code, to be printed once.
    /// Refuses a name that another cell here has (record.cell_exists).
    struct SharedCell {
        CellId id {};
        std::string name {};
        Key key {};
    };
    [[nodiscard]] Result<std::string> adopt_cell(const SharedCell& cell,
        const std::function<Result<OfficerCode>(Record&)>& fill, const Clock& clock,
        Random& random);

    /// The cells that `code` opens, by one derivation; of officers with one code, `role`'s is
    /// meant. With a cell named, that one must be among them. Refused: record.wrong_code, or
    /// record.wait (`seconds`) while a delay after wrong tries runs.
    [[nodiscard]] Result<std::vector<Unlocked>> unlock(const std::string& code, UnixMs now_ms,
        std::optional<CellId> cell = {}, std::string_view role = {});
    /// The same with the code's key, derived already: at once.
    [[nodiscard]] Result<std::vector<Unlocked>> unlock_with(const Key& code_key, UnixMs now_ms,
        std::optional<CellId> cell = {}, std::string_view role = {});
    [[nodiscard]] CodeWork code_work() const { return {m_header.salt, m_header.cost}; }
    /// How long no try is taken; 0: now.
    [[nodiscard]] std::int64_t wait_ms(UnixMs now_ms, std::optional<CellId> cell = {}) const;

    [[nodiscard]] Result<std::unique_ptr<Record>> open_cell(
        const Unlocked& cell, const Clock& clock, Random& random) const;

    /// Gives an officer a code or another one; `key` is the open cell's.
    [[nodiscard]] Result<void> set_code(CellId cell, const Key& key, const OfficerCode& officer);
    /// The same with a code that was checked, and its key derived already.
    void set_code_with(
        CellId cell, const Key& key, const OfficerCode& officer, const Key& code_key);
    void remove_code(CellId cell, OfficerId officer);
    /// A new recovery code; the old one opens nothing any more.
    [[nodiscard]] std::string renew_recovery_code(CellId cell, const Key& key);
    void set_recovery_with(CellId cell, const Key& key, const Key& code_key);

    void rename_cell(CellId cell, const std::string& name);
    void set_machine(const MachineSettings& machine);
    void set_demo(const DemoCodes& demo);

private:
    RecordFolder(std::filesystem::path path, Header header) :
        m_path(std::move(path)), m_header(std::move(header))
    {
    }
    /// Another process may have written since: reads anew, changes, writes.
    void change(const std::function<void(Header&)>& write);
    [[nodiscard]] Wrap make_wrap(CellId cell, const Key& key, const OfficerCode& officer) const;
    void count_failure(UnixMs now_ms, std::optional<CellId> cell);

    std::filesystem::path m_path;
    Header m_header;
};

} // namespace chibo
